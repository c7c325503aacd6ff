import neighboursDocument from '../../../resources/pages/neighbours.graphql';
import waysDocument from '../../../resources/pages/ways.graphql';
import { MOST, MOST_WAYS } from './words.js';

const AWAY = 'Le serveur ne répond pas : vérifiez qu’il est démarré, puis recommencez.';
const BUSY = 'Le serveur est trop sollicité : attendez un instant, puis recommencez.';
const FAULT = 'Le serveur n’a pas su répondre à cette demande : rien n’a changé.';

function node({ __typename, id, label }) {
  return { id, kind: __typename, label: label ?? id };
}

/** Ways by other relationships between the same nodes are the same lines in the drawing. */
function distinct(paths) {
  const byNodes = new Map(paths.map((path) => [path.nodes.map(({ id }) => id).join(' '), path]));
  return [...byNodes.values()];
}

async function answer(response) {
  if (response.status === 429 || response.status === 503) {
    throw new Error(BUSY);
  }
  const { data, errors } = await response.json().catch(() => ({}));
  if (!data || errors?.length) {
    throw new Error(FAULT);
  }
  return data;
}

/** Asks the server below a root, a relative path; every failure is an Error whose message is a sentence for the visitor. */
export function server(root) {
  const ask = async (query, variables) => {
    const response = await fetch(`${root}graphql`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json, application/json;q=0.9',
      },
      body: JSON.stringify({ query, variables }),
    }).catch(() => {
      throw new Error(AWAY);
    });
    return answer(response);
  };
  return {
    /** The neighbours of a node, `[{ id, kind, label }]`, in no order. */
    async neighbours(id) {
      const data = await ask(neighboursDocument, { id, first: MOST });
      return data.neighbours.map((neighbour) => node(neighbour.node));
    },
    /** The shortest ways from a node to another, `{ paths: [{ nodes, steps }], cut }`: each sequence of nodes once, `cut` where there are more. */
    async ways(from, to) {
      const data = await ask(waysDocument, { from, to, first: MOST_WAYS });
      const paths = data.paths.map(({ nodes, steps }) => ({ nodes: nodes.map(node), steps }));
      return { paths: distinct(paths), cut: paths.length === MOST_WAYS };
    },
  };
}
