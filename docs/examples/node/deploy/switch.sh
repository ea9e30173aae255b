#!/bin/sh
# Makes a version the current one: installs it beside the others and moves a link.
set -eu
mkdir -p "deploy/versions/$1"
cp -R src "deploy/versions/$1/"
sed "s/\"version\": .*/\"version\": \"$1\",/" package.json > "deploy/versions/$1/package.json"
ln -sfn "versions/$1" deploy/current
