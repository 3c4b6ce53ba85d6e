#!/bin/sh
# Writes the two lock files from what the .in files ask for: exact versions and hashes for Linux, Windows and macOS.
# No index address and no folder of this machine gets into them; the annotation of where a package came from stays.
# With --upgrade the newest versions are taken, without it those that stand are kept.
set -eu
cd "$(dirname "$0")/.."

# shellcheck disable=SC2086 # nothing, or --upgrade
upgrade=${1:-}

compile() {
    .venv/bin/uv pip compile $upgrade --quiet --no-config --universal --python-version 3.11 --generate-hashes \
        --no-header --no-emit-index-url --no-emit-find-links "$@"
}

compile packaging/requirements.in --output-file packaging/requirements.txt
compile packaging/requirements.in packaging/requirements-dev.in --constraints packaging/requirements.txt \
    --output-file packaging/requirements-dev.txt
