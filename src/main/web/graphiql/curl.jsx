import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { copied } from './copy.js';

/** One word of a POSIX shell, whatever the text holds. */
function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command that sends a request, {query, variables, operationName}, to a GraphQL endpoint by its address. */
export function curlCommand(address, request) {
  return [
    `curl -sS ${quoted(address)}`,
    `-H ${quoted('Content-Type: application/json')}`,
    `--data-binary ${quoted(JSON.stringify(request))}`,
  ].join(' \\\n  ');
}

/** The request that the editors hold, {query, variables, operationName}; fails where the variables are no JSON. */
export function request({ queryEditor, variableEditor, operationName, operations }) {
  const variables = variableEditor?.getValue().trim();
  return {
    query: queryEditor?.getValue() ?? '',
    ...(variables ? { variables: JSON.parse(variables) } : {}),
    ...(operations?.length > 1 && operationName ? { operationName } : {}),
  };
}

/** Copies the query and the variables as a command for a terminal; what stands in the editor of headers may be a secret, and stays. */
export function CurlButton() {
  const contents = useGraphiQL(({ queryEditor, variableEditor, operationName, operations }) => ({
    queryEditor,
    variableEditor,
    operationName,
    operations,
  }));
  const [label, setLabel] = useState('Copier en cURL');
  const copy = async () => {
    try {
      const command = curlCommand(new URL('graphql', location.href).href, request(contents));
      setLabel((await copied(command)) ? 'Commande cURL copiée' : 'Le navigateur ne laisse pas copier');
    } catch {
      setLabel('Les variables ne sont pas du JSON : rien n’est copié');
    }
  };
  return (
    <ToolbarButton label={label} onClick={copy} className="jalon-word">
      cURL
    </ToolbarButton>
  );
}
