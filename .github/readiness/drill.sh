#!/bin/sh
# Versions of the command-line tool lie side by side; a link says which one is current.
set -eu
drill=.data/drill
install() { mkdir -p "$drill/$1" && cp cli/dist/readiness.mjs "$drill/$1/"; }
switch() { ln -sfn "$1" "$drill/current"; }
case $1 in
  deploy)
    # The first drill has nothing to go back to: the same bundle stands for the version before.
    test -e "$drill/before-$2" || install "before-$2"
    install "$2"
    switch "$2"
    ;;
  switch) switch "$2" ;;
  verify)
    test "$(readlink "$drill/current")" = "$2"
    node "$drill/current/readiness.mjs" --version
    ;;
esac
