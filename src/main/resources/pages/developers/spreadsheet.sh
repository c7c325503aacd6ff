# La même adresse s’ouvre dans LibreOffice (Feuille > Lien externe) ou Excel (Données > À partir du web), et s’y actualise.
curl --silent --show-error --output actions.csv "${JALON:-http://127.0.0.1:8080}/actions?echeance=S1+2022&format=csv"
head -n 3 actions.csv
