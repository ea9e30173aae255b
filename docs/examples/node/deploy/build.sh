#!/bin/sh
# Packs the version that $VERSION names.
set -eu
mkdir -p dist
tar -czf "dist/shop-$VERSION.tar.gz" package.json src config
