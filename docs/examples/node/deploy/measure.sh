#!/bin/sh
# Starts the shop, puts load on it for two seconds, and stops it.
set -eu
mkdir -p reports
export SHOP_PORT=18080 SHOP_ORDERS=reports/measured-orders.jsonl
node src/server.js &
trap 'kill $!' EXIT
until node -e 'fetch("http://127.0.0.1:18080/version").catch(() => process.exit(1))'; do sleep 0.1; done
# shellcheck disable=SC2086 # a command with its arguments
${AUTOCANNON:-npx --yes autocannon@9} --json --duration 2 --connections 4 http://127.0.0.1:18080/version > reports/autocannon.json
