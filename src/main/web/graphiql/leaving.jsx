import { isMacOs, useGraphiQL, useMonaco } from '@graphiql/react';
import { TabFocus } from 'monaco-editor/esm/vs/editor/browser/config/tabFocus.js';
import { useEffect, useState } from 'react';
import { Within } from './within.jsx';

const HINT = 'jalon-leaving';
const TOGGLE = 'editor.action.toggleTabFocusMode';

/** No-break spaces and curly apostrophes are no traps in French. */
const FRENCH_TEXT = { ambiguousCharacters: false, invisibleCharacters: false };

/** Names an editor, and says how a keyboard leaves it, to whoever has it read aloud. */
function describe(editor, name) {
  editor.updateOptions({ ariaLabel: name, unicodeHighlight: FRENCH_TEXT });
  for (const element of [editor.getContainerDomNode(), editor.getContainerDomNode().querySelector('textarea')]) {
    element?.setAttribute('aria-describedby', HINT);
  }
  editor.getContainerDomNode().setAttribute('role', 'group');
  editor.getContainerDomNode().setAttribute('aria-label', name);
}

/** GraphiQL has Shift+Ctrl+M merge fragments, which on a Mac is what would otherwise switch what Tab does. */
function addKey(editor, monaco) {
  const keybindings = [monaco.KeyMod.WinCtrl | monaco.KeyCode.KeyM];
  return editor.addAction({ id: 'jalon-tab', label: 'Tab quitte l’éditeur', keybindings, run: () => editor.trigger('', TOGGLE) });
}

/** Whether Tab leaves the editors rather than indents, which is one switch for all of them. */
function useTabLeaves() {
  const [leaves, setLeaves] = useState(TabFocus.getTabFocusMode());
  useEffect(() => {
    const watch = TabFocus.onDidChangeTabFocus(setLeaves);
    return () => watch.dispose();
  }, []);
  return leaves;
}

/** Says below the query how a keyboard enters and leaves the editors, where Tab indents. */
export function LeavingHint() {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL(
    ({ queryEditor, variableEditor, headerEditor, responseEditor }) => ({ queryEditor, variableEditor, headerEditor, responseEditor }),
  );
  const monaco = useMonaco((state) => state.monaco);
  const leaves = useTabLeaves();
  useEffect(() => {
    const keys = isMacOs && monaco ? [queryEditor, variableEditor, headerEditor].map((editor) => editor && addKey(editor, monaco)) : [];
    return () => keys.forEach((key) => key?.dispose());
  }, [monaco, queryEditor, variableEditor, headerEditor]);
  useEffect(() => {
    const named = [
      [queryEditor, 'Requête'],
      [variableEditor, 'Variables'],
      [headerEditor, 'En-têtes'],
    ];
    named.filter(([editor]) => editor).forEach(([editor, name]) => describe(editor, name));
    responseEditor?.updateOptions({ ariaLabel: 'Réponse', unicodeHighlight: FRENCH_TEXT });
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  return (
    <Within part=".graphiql-query-editor" at="append" className="jalon-leaving">
      <p id={HINT}>
        {leaves ? 'Ctrl+M : Tab indente ; Tab quitte l’éditeur' : 'Entrée : écrire ; Ctrl+M : Tab quitte l’éditeur'}
      </p>
    </Within>
  );
}
