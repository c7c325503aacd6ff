import { ToolbarButton } from '@graphiql/react';
import { useState } from 'react';

const tellsStatements = document.body.dataset.explain === 'true';
const label = tellsStatements ? 'Montrer le coût, le Cypher et son plan' : 'Montrer le coût';

let shown = false;

/** What a request says of what is to come back beside its answer. */
export function extensions() {
  return shown ? { extensions: { cost: true, explain: tellsStatements } } : {};
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" className="graphiql-toolbar-icon">
      <path d="M4 18a9 9 0 1 1 16 0M12 15l4-5" strokeLinecap="round" />
    </svg>
  );
}

/** A switch of the toolbar: from then on, answers come with their cost and, where the server tells them, statements. */
export function CostSwitch() {
  const [pressed, setPressed] = useState(shown);
  const change = () => {
    shown = !pressed;
    setPressed(shown);
  };
  return (
    <ToolbarButton label={label} aria-pressed={pressed} onClick={change} className="jalon-switch">
      <Icon />
    </ToolbarButton>
  );
}
