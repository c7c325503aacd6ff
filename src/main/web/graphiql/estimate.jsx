import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { request } from './curl.jsx';

/** Asks what a request would cost, which reads nothing. */
async function estimated(asked) {
  const response = await fetch('graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ ...asked, extensions: { estimate: true } }),
  });
  return response.json();
}

/** A button that shows in the place of an answer how many rows it would hold, before anything runs. */
export function EstimateButton() {
  const { responseEditor, ...contents } = useGraphiQL(
    ({ queryEditor, variableEditor, responseEditor, operationName, operations }) => ({
      queryEditor,
      variableEditor,
      responseEditor,
      operationName,
      operations,
    }),
  );
  const estimate = async () => {
    try {
      const { errors, extensions } = await estimated(request(contents));
      responseEditor?.setValue(JSON.stringify(errors ? { errors } : extensions, null, 2));
    } catch (failure) {
      responseEditor?.setValue(JSON.stringify({ errors: [{ message: failure.message }] }, null, 2));
    }
  };
  return (
    <ToolbarButton label="Estimer le coût sans exécuter" onClick={estimate} className="jalon-word">
      Coût
    </ToolbarButton>
  );
}
