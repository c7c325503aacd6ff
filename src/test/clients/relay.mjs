// relay.mjs ADDRESS: asks the server for every operation that relay-compiler wrote, and tells how many there are.
import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';

const [address] = process.argv.slice(2);
const written = Object.values(JSON.parse(readFileSync('out/persisted.json', 'utf8')));
const variables = JSON.parse(readFileSync('out/variables.json', 'utf8'));
const own = {
  RoadmapActionsQuery: { id: 'roadmap/mtfp-2021' },
  RoadmapActionsPaginationQuery: { id: 'roadmap/mtfp-2021', count: 3 },
  EveryActionQuery: { filter: { due: { within: '2022' } }, orderBy: [{ code: 'ASC' }] },
  EveryActionPaginationQuery: { first: 3 },
};

async function ask(query, values) {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables: values }),
  });
  const body = await answer.json();
  assert.equal(answer.status, 200, `${query}\n${JSON.stringify(body)}`);
  assert.equal(body.errors, undefined, `${query}\n${JSON.stringify(body.errors)}`);
  return body.data;
}

for (const text of written) {
  const [, name] = text.match(/^query (\w+)/m);
  assert.ok(variables[name] ?? own[name], `no variables for ${name}`);
  await ask(text, variables[name] ?? own[name]);
}

const paging = written.find((text) => text.includes('query RoadmapActionsPaginationQuery'));
const first = await ask(paging, { id: 'roadmap/mtfp-2021', count: 3 });
const page = first.node.actions;
assert.equal(page.edges.length, 3);
const next = await ask(paging, { id: 'roadmap/mtfp-2021', count: 3, cursor: page.pageInfo.endCursor });
assert.equal(new Set([...page.edges, ...next.node.actions.edges].map((edge) => edge.node.id)).size, 6);
console.log(written.length);
