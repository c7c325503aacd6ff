import './workers.js';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import { AnswerForms } from './answers.jsx';
import { loadContract } from './contract.js';
import { CostSwitch } from './costs.jsx';
import { CurlButton } from './curl.jsx';
import { DescriptionSwitch, descriptionLanguage } from './descriptions.jsx';
import { HELP, loadExamples } from './examples.js';
import { EstimateButton } from './estimate.jsx';
import { examplesPlugin } from './examples-plugin.jsx';
import { fetchAnswer } from './fetcher.js';
import { LeavingHint } from './leaving.jsx';
import { ShareButton, sharedContents } from './sharing.jsx';
import { TableButton } from './tables.jsx';
import './style.css';

/** How many examples a first visit opens; the panel has them all. */
const FIRST = 5;

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

function Page({ tabs, plugins, trustedOnly, first }) {
  const [{ language, contract }, setContract] = useState(first);
  useEffect(() => {
    document.getElementById('graphiql').toggleAttribute('data-by-text', contract !== undefined);
  }, [contract]);
  const change = async (chosen) => setContract({ language: chosen, contract: await loadContract(chosen, trustedOnly) });
  return (
    <GraphiQL
      fetcher={fetchAnswer}
      schema={contract}
      defaultTabs={tabs.length ? tabs.map(({ query, variables }) => ({ query, variables })) : undefined}
      defaultQuery={HELP}
      {...firstContents(tabs)}
      defaultEditorToolsVisibility="variables"
      plugins={plugins}
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <a className="jalon-logo" href="./">
          Jalon
        </a>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <EstimateButton />
            <CostSwitch />
            <ShareButton />
            <CurlButton />
            <TableButton format="csv" label="Télécharger la liste en CSV" />
            <TableButton format="xlsx" label="Télécharger la liste en XLSX" />
            <DescriptionSwitch language={language} onChange={change} />
            <LeavingHint />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <AnswerForms />
      </GraphiQL.Footer>
    </GraphiQL>
  );
}

const trustedOnly = document.querySelector('.jalon-trusted') !== null;
const language = descriptionLanguage();
const [examples, contract] = await Promise.all([loadExamples(trustedOnly), loadContract(language, trustedOnly)]);
createRoot(document.getElementById('graphiql')).render(
  <Page
    tabs={trustedOnly ? examples : examples.slice(0, FIRST)}
    plugins={[HISTORY_PLUGIN, explorerPlugin(), examplesPlugin(examples)]}
    trustedOnly={trustedOnly}
    first={{ language, contract }}
  />,
);
