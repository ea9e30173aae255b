#!/bin/sh
# Makes a version the current one: installs it beside the others and moves a link.
set -eu
mkdir -p "deploy/versions/$1"
cp -R shop "deploy/versions/$1/"
sed "s/^VERSION = .*/VERSION = \"$1\"/" shop/__init__.py > "deploy/versions/$1/shop/__init__.py"
ln -sfn "versions/$1" deploy/current
