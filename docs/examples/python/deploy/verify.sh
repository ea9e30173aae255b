#!/bin/sh
# Asks the current version who it is.
set -eu
found=$(cd deploy/current && python3 -c "import shop; print(shop.VERSION)")
echo "current is $found"
test "$found" = "$1"
