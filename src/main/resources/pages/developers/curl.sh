# Les actions dues au premier semestre 2022, en une requête.
curl --silent --show-error "${JALON:-http://127.0.0.1:8080}/graphql" \
  --header 'Content-Type: application/json' \
  --data '{
    "query": "query ($period: PeriodLabel!) { actions(filter: { due: { within: $period } }) { totalCount nodes { code label } } }",
    "variables": { "period": "S1 2022" }
  }'
