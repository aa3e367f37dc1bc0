# shellcheck shell=bash
# The parts of .ci/run: steps with their seconds, environments that are kept, programs of the system.

# Steps whose name does not match this regular expression are left out.
only=""
cache="${XDG_CACHE_HOME:-$HOME/.cache}/iossim-ci"
results=()
reasons=$(mktemp)
trap 'rm -f "$reasons"' EXIT

# End a step that cannot be run here, and say why. No test has failed.
skip() {
    printf '%s\n' "$1" | tee "$reasons"
    exit 77
}

# End a step whose tool could not be installed or started. No test has failed, but something is wrong.
broken() {
    printf '%s\n' "$1" | tee "$reasons" >&2
    exit 99
}

# Announce a step, run it, and note how it ended and how long it took. A later step runs even if this one failed.
# step NAME COMMAND…
step() {
    local name=$1 started=$SECONDS status outcome
    shift
    [[ $name =~ $only ]] || return 0
    printf '\n== %s\n' "$name"
    : >"$reasons"
    set +e
    (set -euo pipefail && "$@")
    status=$?
    set -e
    case $status in
        0) outcome=passed ;;
        77) outcome="skipped: $(<"$reasons")" ;;
        99) outcome="NOT RUN: $(<"$reasons")" ;;
        *) outcome="FAILED (status $status)" ;;
    esac
    printf -- '-- %s: %s after %d s\n' "$name" "$outcome" "$((SECONDS - started))"
    results+=("$(printf '%5d s  %s: %s' "$((SECONDS - started))" "$name" "$outcome")")
}

# Run a step that all others need.
first_step() {
    step "$@"
    [[ "${results[*]}" != *"FAILED (status "* ]] || finish
}

# Print all steps, and end: 1 if a check failed, 3 if only a tool could not be installed.
finish() {
    printf '\n== Steps\n'
    printf '%s\n' "${results[@]}"
    printf '%5d s  in all\n' "$SECONDS"
    case "${results[*]}" in
        *"FAILED (status "*) exit 1 ;;
        *"NOT RUN: "*) exit 3 ;;
    esac
    exit 0
}

# Install packages of Debian where that is possible; a test skips what is missing all the same, and says so.
# packages COMMAND=PACKAGE…
packages() {
    local missing=() pair
    for pair in "$@"; do
        command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        printf 'Not installed, for lack of root or apt-get: %s\n' "${missing[*]}"
        return 0
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1 ||
        { apt-get update -qq && apt-get install -qq --no-install-recommends "${missing[@]}" >/dev/null; } ||
        printf 'apt-get could not install: %s\n' "${missing[*]}"
}

# Print the requirements of iossim with one of its extras.
requirements() {
    python3 -c 'import sys, tomllib
project = tomllib.load(open("pyproject.toml", "rb"))["project"]
print("\n".join(project["dependencies"] + project["optional-dependencies"][sys.argv[1]]))' "$1"
}

# Print the folder of an environment that holds the requirements of standard input. It is kept for as long as these and the Python
# stay the same.
# environment NAME [PYTHON]
environment() {
    local python=${2:-python3} wanted folder
    wanted=$(cat)
    folder="$cache/$1-$({ printf '%s\n' "$wanted" && "$python" -c 'import sys; print(sys.base_prefix, sys.version)'; } | sha256sum | cut -c1-12)"
    if [ ! -f "$folder/complete" ]; then
        if ! { "$python" -m venv --clear "$folder" && "$folder/bin/pip" install -q -r /dev/stdin <<<"$wanted"; } >&2; then
            broken "pip could not install the requirements of $1"
        fi
        touch "$folder/complete"
    fi
    printf '%s\n' "$folder"
}

# Print the program of a version of Python, if it is installed: found on the path, or among those of pyenv or uv.
# python_of VERSION
python_of() {
    local candidate
    for candidate in "python$1" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$1".*/bin/python "${XDG_DATA_HOME:-$HOME/.local/share}"/uv/python/cpython-"$1".*/bin/python; do
        "$candidate" -c 'import venv, ssl' >/dev/null 2>&1 && { printf '%s\n' "$candidate"; return; }
    done
    return 1
}
