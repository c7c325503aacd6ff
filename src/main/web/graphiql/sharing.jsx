import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { copied } from './copy.js';

/**
 * The query and the variables that the address holds, if any: behind the # as a link of this page has them, so that no server
 * on the way notes them, or behind the ? as other tools write them.
 */
export function sharedContents() {
  for (const text of [location.hash.slice(1), location.search.slice(1)]) {
    const given = new URLSearchParams(text);
    if (given.get('query')) {
      return { query: given.get('query'), variables: given.get('variables') ?? '' };
    }
  }
  return undefined;
}

function link(query, variables) {
  const shared = new URLSearchParams({ query });
  if (variables.trim()) {
    shared.set('variables', variables);
  }
  return `${location.origin}${location.pathname}#${shared}`;
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" className="graphiql-toolbar-icon">
      <path d="M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1" strokeLinecap="round" />
    </svg>
  );
}

/** Puts the query and the variables into the address, and copies it where the browser lets a page do so. */
export function ShareButton() {
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const [isCopied, setCopied] = useState(false);
  const share = async () => {
    const address = link(queryEditor?.getValue() ?? '', variableEditor?.getValue() ?? '');
    history.replaceState(null, '', address);
    setCopied(await copied(address));
  };
  return (
    <ToolbarButton label={isCopied ? 'Lien copié' : 'Copier le lien'} onClick={share}>
      <Icon />
    </ToolbarButton>
  );
}
