// Les actions dues à un semestre, par ministère.
const server = globalThis.process?.env.JALON ?? 'http://127.0.0.1:8080';

const query = `
  query ($period: PeriodLabel!) {
    actionCounts(by: [MINISTRY], filter: { due: { within: $period } }) { count keys { label } }
  }`;

const response = await fetch(`${server}/graphql`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ query, variables: { period: 'S1 2022' } }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors[0].message);
for (const { count, keys } of data.actionCounts) {
  console.log(`${keys[0].label} : ${count}`);
}
