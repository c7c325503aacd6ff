// apollo.mjs ADDRESS: Apollo Client pages through a connection, keeps nodes under their ids and reads fragments on interfaces.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';

const [address] = process.argv.slice(2);

async function possibleTypes() {
  const query = '{ __schema { types { kind name possibleTypes { name } } } }';
  const answer = await fetch(`${address}/graphql?query=${encodeURIComponent(query)}`);
  const { types } = (await answer.json()).data.__schema;
  const abstract = types.filter((type) => type.kind === 'INTERFACE' || type.kind === 'UNION');
  return Object.fromEntries(abstract.map((type) => [type.name, type.possibleTypes.map((each) => each.name)]));
}

const methods = [];
const client = new ApolloClient({
  link: ApolloLink.from([
    new PersistedQueryLink({
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      useGETForHashedQueries: true,
    }),
    new HttpLink({
      uri: `${address}/graphql`,
      fetch: (uri, options) => {
        methods.push(options.method);
        return fetch(uri, options);
      },
    }),
  ]),
  cache: new InMemoryCache({
    possibleTypes: await possibleTypes(),
    typePolicies: { Query: { fields: { actions: relayStylePagination(['filter', 'orderBy']) } } },
  }),
});

const ACTIONS = gql`
  query Actions($first: Int!, $after: String, $filter: ActionFilter) {
    actions(first: $first, after: $after, filter: $filter, orderBy: [{ code: ASC }]) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { cursor node { id code leads { ...Actor } } }
    }
  }
  fragment Actor on Actor { id name acronym ... on Organization { kind } ... on Mandate { status } }
`;

// Page after page, until there is no other.
const variables = { first: 40, filter: { roadmap: { transcribed: { eq: true } } } };
const watched = client.watchQuery({ query: ACTIONS, variables });
let { data } = await watched.refetch();
let pages = 1;
while (data.actions.pageInfo.hasNextPage) {
  await watched.fetchMore({ variables: { after: data.actions.pageInfo.endCursor } });
  data = client.readQuery({ query: ACTIONS, variables });
  pages += 1;
}
const ids = new Set(data.actions.edges.map((edge) => edge.node.id));
assert.equal(ids.size, data.actions.totalCount);
assert.equal(pages, Math.ceil(ids.size / 40));
assert.ok(methods.includes('GET'));

// A fragment on an interface is read back from a node that the cache holds under its type and id.
const lead = data.actions.edges.flatMap((edge) => edge.node.leads).find((actor) => actor.__typename === 'PublicBody');
const kept = client.readFragment({
  id: `PublicBody:${lead.id}`,
  fragment: gql`fragment Named on Organization { name kind }`,
});
assert.equal(kept.name, lead.name);
assert.ok(kept.kind);

// So it is from nodes of several types, each of which matches the fragments of its interfaces and of no others.
const found = await client.query({
  query: gql`
    query Found($text: String!) {
      search(text: $text, types: [Api, Dataset, Action], first: 20) {
        nodes { id ... on Resource { name producer { id name } } ... on Action { title } ... on Cited { citations { id locator } } }
      }
    }
  `,
  variables: { text: 'données' },
});
for (const node of found.data.search.nodes) {
  assert.equal('name' in node, node.__typename !== 'Action');
  assert.equal('title' in node, node.__typename === 'Action');
  assert.ok(node.citations.length > 0);
}

// What is wrong with a request is told as Apollo tells errors.
await assert.rejects(client.query({ query: gql`query Wrong { actions { nodes { titel } } }` }), /title/);
console.log(ids.size, found.data.search.nodes.length);
