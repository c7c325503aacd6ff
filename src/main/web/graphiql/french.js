// What GraphiQL and its plugins print in English, and in French: per file of theirs, below node_modules, text by text.

/** The headings of the documentation, which GraphiQL finds its icons by, so that they are only changed where they are shown. */
const HEADINGS = {
  Arguments: 'Arguments',
  'Deprecated Arguments': 'Arguments déconseillés',
  'Deprecated Enum Values': 'Valeurs déconseillées',
  'Deprecated Fields': 'Champs déconseillés',
  Directives: 'Directives',
  'Enum Values': 'Valeurs',
  Fields: 'Champs',
  Implements: 'Met en œuvre',
  Implementations: 'Mis en œuvre par',
  'Possible Types': 'Types possibles',
  'Root Types': 'Types racines',
  Type: 'Type',
  'All Schema Types': 'Tous les types du contrat',
};

/** Literals between their quotes, as the files have them, and the French in their stead. */
export const FRENCH = {
  'graphiql/dist/GraphiQL.js': {
    '"Headers"': '"En-têtes"',
    '"Select active operation"': '"Choisir l’onglet"',
    '"Operation Editor"': '"Éditeur de la requête"',
    '"New tab"': '"Nouvel onglet"',
    '`${editorToolsHiddenElement === "second" ? "Show" : "Hide"} editor tools`':
      '`${editorToolsHiddenElement === "second" ? "Afficher" : "Masquer"} les variables et les en-têtes`',
    '"Editor Commands"': '"Commandes de l’éditeur"',
  },
  'graphiql/dist/ui/sidebar.js': {
    '`Re-fetch GraphQL schema (': '`Relire le contrat (',
    '"Open short keys dialog"': '"Voir les raccourcis clavier"',
    '"Open settings dialog"': '"Régler l’éditeur"',
    '"Hide" : "Show"': '"Masquer" : "Afficher"',
    '"Short Keys"': '"Raccourcis clavier"',
    '"This modal provides a list of available keyboard shortcuts and their functions."':
      '"Les raccourcis clavier et ce qu’ils font."',
    '"Settings"': '"Réglages"',
    '"This modal lets you adjust header persistence, interface theme, and clear local storage."':
      '"Conserver ou non les en-têtes, choisir les couleurs, effacer ce que le navigateur conserve."',
    '"Persist headers"': '"Conserver les en-têtes"',
    '"Save headers upon reloading."': '"Les en-têtes restent quand la page est relue."',
    '"Only enable if you trust this device."': '"À réserver à un poste sûr."',
    'children: "On"': 'children: "Oui"',
    'children: "Off"': 'children: "Non"',
    '"Theme"': '"Couleurs"',
    '"Adjust how the interface appears."': '"L’aspect de cette page."',
    'children: "System"': 'children: "Système"',
    'children: "Light"': 'children: "Claires"',
    'children: "Dark"': 'children: "Sombres"',
    '"Clear storage"': '"Mémoire du navigateur"',
    '"Remove all locally stored data and start fresh."': '"Efface les onglets et l’historique conservés ici."',
    '"Cleared data"': '"Effacée"',
    '"Failed"': '"Échec"',
    '"Clear data"': '"Effacer"',
  },
  'graphiql/dist/ui/short-keys.js': {
    '"Short Key"': '"Raccourci"',
    '"Function"': '"Effet"',
    '"Execute query"': '"Exécuter la requête"',
    '"Open the Command Palette (you must have focus in the editor)"':
      '"Ouvrir la palette de commandes (depuis l’éditeur)"',
    '"Prettify editors"': '"Mettre en forme"',
    '"Copy query"': '"Copier la requête"',
    '"Re-fetch schema using introspection"': '"Relire le contrat"',
    '"Search in documentation"': '"Chercher dans la documentation"',
    '"Search in editor"': '"Chercher dans l’éditeur"',
    '"Merge fragments definitions into operation definition"': '"Fondre les fragments dans la requête"',
    '"This Graph"': '"Cet éditeur Graph"',
    '"QL editor uses"': '"QL emploie les"',
    '"Monaco editor shortcuts"': '"raccourcis de Monaco"',
    '", with keybindings similar to VS Code. See the full list of shortcuts for"':
      '", les mêmes que ceux de VS Code. La liste entière :"',
    '"or"': '"ou"',
  },
  'graphiql/dist/ui/toolbar.js': {
    '`Prettify query (': '`Mettre en forme (',
    '`Merge fragments into query (': '`Fondre les fragments dans la requête (',
    '`Copy query (': '`Copier la requête (',
  },
  '@graphiql/react/dist/constants.js': {
    '"Shift-Ctrl-P"': '"Maj-Ctrl-P"',
    '"Shift-Ctrl-M"': '"Maj-Ctrl-M"',
    '"Ctrl-Enter"': '"Ctrl-Entrée"',
    '"Space"': '"Espace"',
    '"Shift-Ctrl-C"': '"Maj-Ctrl-C"',
    '"Shift-Ctrl-R"': '"Maj-Ctrl-R"',
    '"Prettify Editors"': '"Mettre en forme"',
    '"Merge Fragments into Query"': '"Fondre les fragments dans la requête"',
    '"Run Operation"': '"Exécuter la requête"',
    '"Copy Query"': '"Copier la requête"',
  },
  '@graphiql/react/dist/components/execute-button/index.js': {
    '"Stop" : "Execute"} query (': '"Arrêter" : "Exécuter"} la requête (',
    '`<Unnamed ${operation.operation}>`': '`<${operation.operation} sans nom>`',
  },
  '@graphiql/react/dist/components/tabs/index.js': { '"Close Tab"': '"Fermer l’onglet"' },
  '@graphiql/react/dist/utility/tabs.js': { '"<untitled>"': '"<sans titre>"' },
  '@graphiql/react/dist/components/dialog/index.js': { '"Close dialog"': '"Fermer"' },
  '@graphiql/react/dist/components/response-editor.js': { '"Result Window"': '"Réponse"' },
  '@graphiql/react/dist/stores/execution.js': {
    '"Automatically added leaf fields"': '"Champs ajoutés d’office"',
    '`Request not sent. ${editor === variableEditor ? "Variables" : "Request headers"} ':
      '`La requête n’est pas partie. ${editor === variableEditor ? "Variables :" : "En-têtes :"} ',
  },
  '@graphiql/plugin-history/dist/index.js': { 'title: "History"': 'title: "l’historique"' },
  '@graphiql/plugin-history/dist/components.js': {
    '"History"': '"Historique"',
    '"Cleared"': '"Effacé"',
    '"Failed to Clear"': '"Échec"',
    '"Clear"': '"Effacer"',
    '"Type a label"': '"Nom"',
    '"Save"': '"Enregistrer"',
    '"Set active"': '"Reprendre"',
    '"Edit label"': '"Renommer"',
    '"Remove favorite" : "Add favorite"': '"Ôter des favoris" : "Ajouter aux favoris"',
    '"Delete from history"': '"Ôter de l’historique"',
  },
  '@graphiql/plugin-explorer/dist/index.js': { 'title: "GraphiQL Explorer"': 'title: "l’explorateur"' },
  '@graphiql/plugin-doc-explorer/dist/context.js': {
    'title: "Documentation Explorer"': 'title: "la documentation"',
    'name: "Docs"': 'name: "Contrat"',
  },
  '@graphiql/plugin-doc-explorer/dist/components/doc-explorer.js': {
    '"Error fetching schema"': '"Le contrat n’a pas pu être lu."',
    '"Schema is invalid: "': '"Le contrat n’est pas valable : "',
    '"No GraphQL schema available"': '"Le contrat n’est pas encore lu."',
    '`Go back to ${prevName}`': '`Revenir à ${prevName}`',
    '"Documentation Explorer"': '"Documentation"',
  },
  '@graphiql/plugin-doc-explorer/dist/components/schema-documentation.js': {
    '"A GraphQL schema provides a root type for each kind of operation."':
      '"Chaque sorte d’opération part d’un type racine."',
  },
  '@graphiql/plugin-doc-explorer/dist/components/section.js': {
    't1,\n      title\n': `t1,\n      (${JSON.stringify(HEADINGS)})[title] ?? title\n`,
  },
  '@graphiql/plugin-doc-explorer/dist/components/type-documentation.js': {
    '"Show Deprecated Fields"': '"Afficher les champs déconseillés"',
    '"Show Deprecated Values"': '"Afficher les valeurs déconseillées"',
  },
  '@graphiql/plugin-doc-explorer/dist/components/field-documentation.js': {
    '"Show Deprecated Arguments"': '"Afficher les arguments déconseillés"',
  },
  '@graphiql/plugin-doc-explorer/dist/components/deprecation-reason.js': { '"Deprecated"': '"Déconseillé"' },
  '@graphiql/plugin-doc-explorer/dist/components/argument.js': { '"Deprecated"': '"Déconseillé"' },
  '@graphiql/plugin-doc-explorer/dist/components/search.js': {
    '`Search ${navItem.name}...`': '`Chercher dans : ${navItem.name}`',
    '"No results found"': '"Rien de tel dans les noms ni les descriptions."',
    '"Other results"': '"Ailleurs"',
  },
  'monaco-editor/esm/vs/editor/contrib/folding/browser/foldingDecorations.js': {
    '"Click to expand the range."': '"Déplier"',
    '"Click to collapse the range."': '"Replier"',
  },
  'monaco-editor/esm/vs/editor/contrib/suggest/browser/suggestWidget.js': {
    '"Loading..."': '"Recherche…"',
    '"No suggestions."': '"Rien à proposer."',
    '"Suggest"': '"Propositions"',
  },
  'monaco-editor/esm/vs/editor/contrib/toggleTabFocusMode/browser/toggleTabFocusMode.js': {
    '"Pressing Tab will now move focus to the next focusable element"': '"La touche Tab quitte l’éditeur."',
    '"Pressing Tab will now insert the tab character"': '"La touche Tab indente dans l’éditeur."',
  },
};
