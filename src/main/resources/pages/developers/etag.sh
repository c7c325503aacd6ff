# La seconde demande porte l’empreinte de la première réponse : rien n’a changé, le serveur répond 304 sans contenu.
server="${JALON:-http://127.0.0.1:8080}"
query='query=%7B+actions+%7B+totalCount+%7D+%7D'
etag=$(curl --silent --head "$server/graphql?$query" | tr -d '\r' | sed -n 's/^ETag: //Ip')
curl --silent --output /dev/null --write-out '%{http_code}\n' --header "If-None-Match: $etag" "$server/graphql?$query"
