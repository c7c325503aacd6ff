#!/usr/bin/env bash
# Bundles the pages into OUTDIR, unless it is newer than everything it is made from.
set -euo pipefail
out=$(realpath -m "${1:?usage: build.sh OUTDIR}")
cd "$(dirname "$0")"
done_mark="$out.built"

if [[ -d "$out" && -e "$done_mark" && -z $(find . ../resources/pages -path ./node_modules -prune -o -newer "$done_mark" -print -quit) ]]; then
  exit 0
fi

# npm keeps its own record of what it installed in node_modules/.package-lock.json.
if [[ ! -e node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
  npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
fi
node build.mjs "$out"
# Maven copies the pages there and never deletes those of an earlier build, whose names differ.
rm -rf "${out%/*}/classes/web"
touch "$done_mark"
