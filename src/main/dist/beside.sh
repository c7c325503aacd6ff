#!/usr/bin/env bash
# Puts the scripts and the class archive beside the jar in OUTDIR, unless the archive there is of the same files and
# the same Java. A Java that makes no archive does not fail the build.
set -euo pipefail
out=$(realpath "${1:?usage: beside.sh OUTDIR}")
source=$(dirname "$(realpath "$0")")

rm -rf "$out/bin" "$out/examples"
cp -r "$source/bin" "$out/bin"
cp -r "$source/../resources/examples" "$out/examples"

made_from=$(
  cd "$out"
  cat jalon.jar bin/* examples/* | cksum
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1
)
if [[ -e $out/jalon.jsa && $(cat "$out/jalon.jsa.from" 2>/dev/null) == "$made_from" ]]; then
  exit 0
fi
rm -f "$out/jalon.jsa.from"
if "$out/bin/jalon-archive"; then
  printf '%s\n' "$made_from" >"$out/jalon.jsa.from"
else
  echo "The build goes on without a class archive: bin/jalon starts more slowly." >&2
fi
