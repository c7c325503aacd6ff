/** What a new tab holds. */
export const HELP = `# Ctrl + Entrée exécute la requête, Ctrl + Espace complète la saisie.
# À gauche : la documentation, l’historique, l’explorateur
# et tous les exemples, par question.

`;

const WELCOME = `# Bienvenue dans Jalon, le graphe des feuilles de route
# ministérielles : données, algorithmes, codes sources.
#
# Chaque onglet est un exemple.
${HELP}`;

/** The examples the server offers, each as the contents of a GraphiQL tab; trusted ones keep their text, which counts. */
export async function loadExamples(trustedOnly) {
  const response = await fetch('examples.json');
  const examples = await response.json();
  return examples.map((example, index) => ({
    title: example.title,
    group: example.group,
    query: trustedOnly ? example.query : `${index === 0 ? WELCOME : ''}# ${example.title}\n\n${example.query}`,
    variables: Object.keys(example.variables).length ? JSON.stringify(example.variables, null, 2) : '',
  }));
}

/** Examples by what kind of question they ask: [group, examples] in the order in which the groups first occur. */
export function grouped(examples) {
  const groups = new Map();
  for (const example of examples) {
    groups.set(example.group, [...(groups.get(example.group) ?? []), example]);
  }
  return [...groups];
}
