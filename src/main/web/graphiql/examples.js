const WELCOME = `# Bienvenue dans Jalon, le graphe des feuilles de route
# ministérielles : données, algorithmes, codes sources.
#
# Chaque onglet est un exemple. Ctrl + Entrée l’exécute,
# Ctrl + Espace complète la saisie. À gauche : le contrat,
# l’historique, l’explorateur et la liste des exemples.

`;

/** The examples the server offers, each as the contents of a GraphiQL tab; trusted ones keep their text, which counts. */
export async function loadExamples(trustedOnly) {
  const response = await fetch('examples.json');
  const examples = await response.json();
  return examples.map((example, index) => ({
    title: example.title,
    query: trustedOnly ? example.query : `${index === 0 ? WELCOME : ''}# ${example.title}\n\n${example.query}`,
    variables: Object.keys(example.variables).length ? JSON.stringify(example.variables, null, 2) : '',
  }));
}
