import { extensions } from './costs.jsx';

/** Right after a change of tabs, GraphiQL still names the operation of the tab that was left. */
function withoutStaleName({ operationName, ...request }) {
  const isDefined = new RegExp(`\\b(query|mutation|subscription)\\s+${operationName}\\b`).test(request.query);
  return isDefined ? { ...request, operationName } : request;
}

/** Sends one GraphQL request to the server that served the page, and returns its JSON answer. */
export async function fetchAnswer(request, { headers } = {}) {
  const response = await fetch('graphql', {
    method: 'POST',
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify({ ...withoutStaleName(request), ...extensions() }),
  }).catch(() => {
    throw new Error('Le serveur ne répond pas : vérifiez qu’il est démarré, puis recommencez.');
  });
  return response.json();
}
