#!/usr/bin/env bash
# Builds everything and runs every test. On Debian or Ubuntu, as root and with a network, it first installs what the tests
# need and do not find. It ends with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export TZ=UTC LC_ALL=C.UTF-8

say() { printf '\n== %s\n' "$*"; }

give_up() {
    printf '%s\n' "$*" >&2
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
}

# A PostgreSQL server for the storage tests. Only its programs are needed: the tests start servers of their own.
has_postgresql() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }

# Node.js compiles and runs a client that is generated from the committed OpenAPI document.
has_node() { command -v npm >/dev/null && [ "$(node -p 'parseInt(process.versions.node)' 2>/dev/null || echo 0)" -ge 18 ]; }

# Chromium walks through the pages as people do; a font makes its pictures readable.
has_chromium() { [ -x /usr/bin/chromium ]; }

# An office program prints the papers and saves the workbooks, and another one reads the prints.
has_office() { command -v soffice >/dev/null && command -v pdftotext >/dev/null && [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libsclo.so" ]; }

install_missing() {
    local packages=()
    has_postgresql || packages+=(postgresql)
    has_node || packages+=(nodejs npm)
    has_chromium || packages+=(chromium fonts-noto-cjk)
    has_office || packages+=(libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-noto-cjk)
    if [ "${#packages[@]}" -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing ${packages[*]} (Debian packages)"
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
    fi
    has_postgresql || echo "PostgreSQL is missing and could not be installed: its tests will fail. Install the package 'postgresql'." >&2
    has_node || echo "Node.js (18 or later) with npm is missing and could not be installed: the tests of the generated client will fail. Install the packages 'nodejs' and 'npm'." >&2
    has_chromium || echo "Chromium is missing and could not be installed: the tests of the pages in a browser will fail. Install the package 'chromium'." >&2
    has_office || echo "LibreOffice Writer or Calc or poppler-utils is missing and could not be installed: the tests of printed papers and saved workbooks will fail. Install the packages 'libreoffice-writer-nogui', 'libreoffice-calc-nogui' and 'poppler-utils'." >&2
}

command -v dotnet >/dev/null || give_up "The .NET SDK (version in global.json) is missing: https://dotnet.microsoft.com/download"
install_missing

say "Building"
dotnet build HuiminCoord.sln -c Release -v quiet -clp:ErrorsOnly || give_up "The build failed."

passed=0 failed=0 skipped=0
# Adds up what a runner says of itself; a runner that says nothing has failed.
count() {
    local summary total errors fails skips
    summary=$(sed 's/\x1b\[[0-9;]*m//g' "$1" | grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' | tail -n 1)
    if [ -z "$summary" ]; then
        failed=$((failed + 1))
        return
    fi
    read -r total errors fails skips <<<"$(grep -oE '[0-9]+' <<<"$summary" | tr '\n' ' ')"
    passed=$((passed + total - fails - skips)) failed=$((failed + fails + errors)) skipped=$((skipped + skips))
    # A runner that found nothing wrong and ended with an error all the same has failed.
    [ "$(cat "$1.ended" 2>/dev/null)" = 0 ] || [ $((fails + errors)) -gt 0 ] || failed=$((failed + 1))
}

# The server's tests are most of the work. They run in four processes, longest first: what one process has started stays in its memory,
# and slows down the rest of it. The last run is whatever the others leave out.
rooms=("Browsers" "Api" "Channels Cluster Commands Onboarding Rehearsals Upgrading")
jobs=() left=()
for some in "${rooms[@]}"; do
    own=()
    for room in $some; do
        own+=("-namespace HuiminCoord.Server.Tests.$room*")
        left+=("-namespace- HuiminCoord.Server.Tests.$room*")
    done
    jobs+=("HuiminCoord.Server.Tests ${own[*]}")
done
jobs+=("HuiminCoord.Server.Tests ${left[*]}")
for project in tests/*.Tests/*.csproj; do
    name=$(basename "$project" .csproj)
    [ "$name" = HuiminCoord.Server.Tests ] || jobs+=("$name")
done

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
# Stopped from outside, it shows what was going on and takes its own runs along.
trap 'for log in "$logs"/*; do echo "== $log"; tail -n 20 "$log"; done; jobs -p | xargs -r kill; exit 1' INT TERM
# Runs one job, then shows what it said.
run() {
    local log="$logs/$1" name arguments ended=0
    read -r name arguments <<<"$2"
    set -f
    # shellcheck disable=SC2086 # The arguments are words of their own.
    dotnet "tests/$name/bin/Release/net10.0/$name.dll" $arguments >"$log" 2>&1 || ended=$?
    echo "$ended" >"$log.ended"
    flock "$logs" bash -c 'printf "\n== %s\n" "$1"; grep -vE "^\s*$" "$2"; [ "$3" = 0 ] || echo "$1 ended with an error ($3)."' - "$2" "$log" "$ended"
}

say "Testing (${#jobs[@]} runs, two at a time; each is shown when it has ended)"
for number in "${!jobs[@]}"; do
    [ "$(jobs -rp | wc -l)" -lt 2 ] || wait -n
    run "$number" "${jobs[$number]}" &
done
wait
for number in "${!jobs[@]}"; do
    count "$logs/$number"
done

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
