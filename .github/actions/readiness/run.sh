#!/usr/bin/env bash
# Builds the tool once on this runner, runs one command of it and keeps its exit code, both for the job and as an output.
set -euo pipefail

# An input that is given stands for the variable of the same name; one that is left out changes nothing.
given() { if [ -n "$2" ]; then export "$1=$2"; fi; }
given READINESS_SERVER "${INPUT_SERVER:-}"
given READINESS_TOKEN "${INPUT_TOKEN:-}"
given READINESS_SERVICE "${INPUT_SERVICE:-}"
given READINESS_ENVIRONMENT "${INPUT_ENVIRONMENT:-}"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../../.." && pwd)
tool="$project/cli/dist/readiness.mjs"
if [ ! -e "$tool" ]; then
  (cd "$project" && npm install --no-fund --no-audit >&2 && npm run --silent build:cli >&2)
fi

# The words of the command; quotes group, nothing in them is expanded or run.
words=()
while IFS= read -r -d '' word; do words+=("$word"); done < <(printf '%s' "$INPUT_COMMAND" | xargs printf '%s\0')

code=0
node "$tool" "${words[@]}" || code=$?
if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "exit-code=$code" >> "$GITHUB_OUTPUT"; fi
exit "$code"
