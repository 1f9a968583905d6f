#!/bin/sh
# Stands for the program in tests: speaks as a language server, serves a page, draws a picture.
exec node "$(dirname "$0")/program.mjs" "$@"
