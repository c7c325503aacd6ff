// urql.mjs ADDRESS: urql with a cache that knows the contract, which pages as Relay does and warns of what the contract has not.
import assert from 'node:assert/strict';
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { getIntrospectionQuery } from 'graphql';

const [address] = process.argv.slice(2);
const introspection = getIntrospectionQuery({
  descriptions: false,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  inputValueDeprecation: true,
  oneOf: true,
});
const schema = await (await fetch(`${address}/graphql`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: introspection }),
})).json();
assert.equal(schema.errors, undefined, JSON.stringify(schema.errors));

const warnings = [];
const client = new Client({
  url: `${address}/graphql`,
  preferGetMethod: false,
  exchanges: [
    cacheExchange({
      schema: schema.data,
      resolvers: { Query: { actions: relayPagination() } },
      logger: (severity, text) => severity !== 'debug' && warnings.push(text),
    }),
    fetchExchange,
  ],
});

const ACTIONS = gql`
  query Actions($first: Int!, $after: String, $orderBy: [ActionOrder!]) {
    actions(first: $first, after: $after, orderBy: $orderBy) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { id code due { id label } leads { id ...Actor } } }
    }
  }
  fragment Actor on Actor { name ... on Organization { id kind } ... on Mandate { id status } }
`;

async function page(after) {
  const answer = await client.query(ACTIONS, { first: 40, after, orderBy: [{ title: 'DESC' }] }).toPromise();
  assert.equal(answer.error, undefined, String(answer.error));
  return answer.data.actions;
}

let actions = await page();
while (actions.pageInfo.hasNextPage) {
  actions = await page(actions.pageInfo.endCursor);
}
const ids = new Set(actions.edges.map((edge) => edge.node.id));
assert.equal(ids.size, actions.totalCount);

// A node that a list brought is found where another query asks for parts of it.
const again = await client.query(gql`query Again($id: ID!) { action(id: $id) { id code title } }`, { id: [...ids][0] }).toPromise();
assert.equal(again.error, undefined, String(again.error));
assert.ok(again.data.action.title);
assert.deepEqual(warnings, []);
console.log(ids.size);
