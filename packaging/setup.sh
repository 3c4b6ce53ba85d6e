#!/bin/sh
# Sets up everything that `make run` and `make test` need: system packages, .venv, the locked Python packages.
# Safe to call again: when nothing has changed it does nothing and needs no network.
set -eu
cd "$(dirname "$0")/.."

lock=packaging/requirements-dev.txt
stamp=.venv/boardroom-setup

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    stop "Boardroom needs Python 3.11 or newer, and none was found here." \
        "Install one, or name it: make setup PYTHON=/path/to/python3"
}

is_set_up() {
    [ -f "$stamp" ] && .venv/bin/python -I -c 'import boardroom' 2>/dev/null &&
        [ "$(cat "$stamp")" = "$("${PYTHON:-.venv/bin/python}" packaging/stamp.py 2>/dev/null)" ]
}

missing_packages() {
    while read -r wanted package _; do
        case $wanted in
            '' | '#'*) ;;
            lib*) libraries="${libraries-} $wanted=$package" ;;
            *) command -v "$wanted" >/dev/null 2>&1 || printf '%s ' "$package" ;;
        esac
    done <packaging/system-packages.txt
    # A library is there when it loads: asked so, it may lie anywhere, and nobody needs to be root.
    # shellcheck disable=SC2086 # a list of words
    [ "$(uname)" != Linux ] || "$python" -c '
import ctypes, sys
for wanted, package in (word.split("=") for word in sys.argv[1:]):
    try:
        ctypes.CDLL(wanted)
    except OSError:
        print(package, end=" ")' $libraries
    # Debian and Ubuntu split off the part of Python that makes environments.
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2], end=" ")'
}

install_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        stop "These packages are missing, and this system has no apt-get to install them: $1" \
            "Install them in your system's own way, then call make again."
    fi
    if [ "$(id -u)" -eq 0 ]; then
        as_root="env"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n env"
    else
        stop "Some system packages are missing, and installing them needs an administrator. Type this line, then call make again:" \
            "    sudo apt-get update && sudo apt-get install --no-install-recommends $1"
    fi
    echo "Installing system packages: $1"
    # Lists that cannot be fetched may still be good enough; the install itself decides.
    $as_root DEBIAN_FRONTEND=noninteractive apt-get -qq update || true
    # shellcheck disable=SC2086 # two lists of words
    $as_root DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends $1 >/dev/null ||
        stop "The system packages could not be installed: $1" "Is there a network connection?"
}

if is_set_up; then python=.venv/bin/python; else python=$(find_python); fi
missing=$(missing_packages)
[ -z "$missing" ] || install_packages "${missing% }"
! is_set_up || exit 0

echo "Setting up .venv with $("$python" --version); this takes a minute the first time."
# Built anew, so that nothing is left over from another lock; the stamp comes last, so that half a set-up is none.
"$python" -m venv --clear .venv
pip() {
    .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"
}
pip install --require-hashes --no-deps --only-binary :all: --requirement "$lock" ||
    stop "The Python packages could not be installed. Is there a network connection?"
# The program itself, from this folder: no network, and a change in the source needs no new set-up.
pip install --no-index --no-build-isolation --no-deps --editable .
pip check
.venv/bin/python packaging/stamp.py >"$stamp"
echo "Ready: make run starts Boardroom, make test checks it."
