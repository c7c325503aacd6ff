import './workers.js';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import { loadContract } from './contract.js';
import { CostSwitch } from './costs.jsx';
import { loadExamples } from './examples.js';
import { examplesPlugin } from './examples-plugin.jsx';
import { fetchAnswer } from './fetcher.js';
import { ShareButton, sharedContents } from './sharing.jsx';
import { TableButton } from './tables.jsx';
import './style.css';

/** The tab that was active when the visitor left, if any. */
function storedTab() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'));
    return tabs[activeTabIndex];
  } catch {
    return undefined;
  }
}

/**
 * What the active tab shows first: what the address holds, or else what it showed last. GraphiQL must be told: else the first example loses its variables, and a visitor
 * who comes back gets one more tab, since GraphiQL does not know the active one by what it stores beside the tabs.
 */
function firstContents(examples) {
  const tab = sharedContents() ?? storedTab() ?? examples[0];
  return tab ? { initialQuery: tab.query ?? '', initialVariables: tab.variables ?? '' } : {};
}

function Page({ examples, plugins, contract }) {
  return (
    <GraphiQL
      fetcher={fetchAnswer}
      schema={contract}
      defaultTabs={examples.length ? examples.map(({ query, variables }) => ({ query, variables })) : undefined}
      {...firstContents(examples)}
      defaultEditorToolsVisibility="variables"
      plugins={plugins}
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <a className="jalon-logo" href="graphiql">
          Jalon
        </a>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <CostSwitch />
            <ShareButton />
            <TableButton format="csv" label="Télécharger la liste en CSV" />
            <TableButton format="xlsx" label="Télécharger la liste en XLSX" />
          </>
        )}
      </GraphiQL.Toolbar>
    </GraphiQL>
  );
}

const trustedOnly = document.querySelector('.jalon-trusted') !== null;
const examples = await loadExamples(trustedOnly);
const contract = trustedOnly ? await loadContract() : undefined;
const plugins = [HISTORY_PLUGIN, explorerPlugin(), examplesPlugin(examples)];
createRoot(document.getElementById('graphiql')).render(
  <Page examples={examples} plugins={plugins} contract={contract} />,
);
