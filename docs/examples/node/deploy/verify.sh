#!/bin/sh
# Asks the current version who it is.
set -eu
found=$(cd deploy/current && node -e 'import("./src/server.js").then(({ version }) => console.log(version))')
echo "current is $found"
test "$found" = "$1"
