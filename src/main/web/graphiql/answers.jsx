import { useGraphiQL } from '@graphiql/react';
import { useEffect, useMemo, useState } from 'react';
import { tableOf } from './rows.js';
import { storeChoice, storedChoice } from './stored.js';
import { Within } from './within.jsx';

const NAME = 'reponse';
const FORMS = { tableau: 'Tableau', json: 'JSON' };

/** What the editor of the answer holds at the moment. */
function useAnswer() {
  const editor = useGraphiQL((state) => state.responseEditor);
  const [text, setText] = useState('');
  useEffect(() => {
    if (!editor) {
      return undefined;
    }
    setText(editor.getValue());
    const watch = editor.onDidChangeModelContent(() => setText(editor.getValue()));
    return () => watch.dispose();
  }, [editor]);
  return text;
}

function count({ name, rows, total }) {
  return `${name} : ${total === undefined ? rows.length : `${rows.length} sur ${total}`} ${(total ?? rows.length) > 1 ? 'lignes' : 'ligne'}`;
}

function Table({ answer }) {
  const table = useMemo(() => tableOf(answer), [answer]);
  if (table.reason) {
    return (
      <p className="jalon-reason" role="status">
        {table.reason}
      </p>
    );
  }
  const side = ({ numeric }) => (numeric ? 'jalon-number' : undefined);
  return (
    <div className="jalon-rows" role="region" aria-label="Tableau de la réponse" tabIndex={0}>
      <table>
        <caption>
          <span role="status">
            {count(table)}
            {table.incomplete ? ' – la réponse porte aussi des erreurs : voyez le JSON' : ''}
          </span>
        </caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.heading} scope="col" className={side(column)}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((text, at) => (
                <td key={table.columns[at].heading} className={side(table.columns[at])}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Above the answer, a switch between its JSON and a table of the one list in it; the choice holds for later visits. */
export function AnswerForms() {
  const [form, setForm] = useState(() => storedChoice(NAME, Object.keys(FORMS)) ?? 'json');
  const answer = useAnswer();
  const choose = (chosen) => {
    storeChoice(NAME, chosen);
    setForm(chosen);
  };
  return (
    <Within part=".graphiql-response" at="prepend" className={`jalon-answer jalon-as-${form}`}>
      <div className="jalon-forms" role="group" aria-label="Forme de la réponse">
        {Object.entries(FORMS).map(([value, label]) => (
          <button key={value} type="button" aria-pressed={form === value} onClick={() => choose(value)}>
            {label}
          </button>
        ))}
      </div>
      {form === 'tableau' ? <Table answer={answer} /> : null}
    </Within>
  );
}
