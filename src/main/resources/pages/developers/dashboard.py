# Les API et leur producteur, page après page.
import json, os, urllib.request

server = os.environ.get("JALON", "http://127.0.0.1:8080")
query = """
  query ($after: String) {
    apis(first: 20, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { name producer { name } }
    }
  }"""

after = None
while True:
    body = json.dumps({"query": query, "variables": {"after": after}}).encode()
    request = urllib.request.Request(server + "/graphql", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as response:
        apis = json.load(response)["data"]["apis"]
    for api in apis["nodes"]:
        print(api["name"], "–", (api["producer"] or {}).get("name", "producteur non dit"))
    if not apis["pageInfo"]["hasNextPage"]:
        break
    after = apis["pageInfo"]["endCursor"]
