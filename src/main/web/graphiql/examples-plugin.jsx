import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { grouped } from './examples.js';

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" height="1em">
      <path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01" strokeLinecap="round" />
    </svg>
  );
}

/** A plugin that lists the examples by the question they ask, in groups; a click shows one, in a new tab when it is not open yet. */
export function examplesPlugin(examples) {
  const groups = grouped(examples);
  function Examples() {
    const { addTab, changeTab } = useGraphiQLActions();
    const { tabs, queryEditor, variableEditor } = useGraphiQL(({ tabs, queryEditor, variableEditor }) => ({
      tabs,
      queryEditor,
      variableEditor,
    }));
    const show = (example) => {
      const open = tabs.findIndex((tab) => tab.query === example.query);
      if (open >= 0) {
        changeTab(open);
        return;
      }
      addTab();
      queryEditor?.setValue(example.query);
      variableEditor?.setValue(example.variables);
    };
    return (
      <section aria-label="Exemples">
        <h2 className="graphiql-doc-explorer-title jalon-panel-title">Exemples</h2>
        <div className="jalon-examples">
          {groups.map(([group, members], index) => (
            <section key={group} aria-labelledby={groups.length > 1 ? `jalon-group-${index}` : undefined}>
              {groups.length > 1 ? <h3 id={`jalon-group-${index}`}>{group}</h3> : null}
              <ul>
                {members.map((example) => (
                  <li key={example.title}>
                    <button type="button" onClick={() => show(example)}>
                      {example.title}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </section>
    );
  }
  return { title: 'les exemples', icon: Icon, content: Examples };
}
