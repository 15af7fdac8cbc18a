#!/usr/bin/env bash
# Writes anew every committed file that says what the code says; review the difference before it is committed.
#   src/HuiminCoord.Grains/OrleansContracts.txt              what silos of two versions say to each other
#   tests/HuiminCoord.Grains.Tests/Rooms/wire-names.txt      fields of what is sent, by their numbers
#   tests/HuiminCoord.Grains.Tests/Rooms/stored-names.txt    words that stand in stored rows
#   src/HuiminCoord.Server/Api/OpenApi/examples.json         what each operation answers
#   src/HuiminCoord.Server/Api/OpenApi/openapi.v1.json       the API
#   tests/HuiminCoord.Server.Tests/Documents/Workbooks/golden/    parts of workbooks
#   tests/HuiminCoord.Server.Tests/Documents/Golden/*.xml    the text parts of papers of reports
set -euo pipefail
cd "$(dirname "$0")/.."
export HUIMINCOORD_GOLDEN=write DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

run() {
    dotnet build "tests/$1" -c Debug -v quiet -clp:"ErrorsOnly;NoSummary"
    dotnet "tests/$1/bin/Debug/net10.0/$1.dll" -class "$2" > /dev/null || true
}

dotnet format src/HuiminCoord.Grains/HuiminCoord.Grains.csproj analyzers --severity info \
    --diagnostics ORLEANS0016 ORLEANS0017 ORLEANS0018 ORLEANS0019 ORLEANS0020 ORLEANS0022 ORLEANS0023 ORLEANS0024
run HuiminCoord.Grains.Tests "*WireNamesTests"
run HuiminCoord.Grains.Tests "*StoredNamesTests"
# Twice: the document shows the examples that the first pass wrote.
run HuiminCoord.Server.Tests "*GoldenTests"
run HuiminCoord.Server.Tests "*GoldenTests"
git status --short -- '*OrleansContracts.txt' '*wire-names.txt' '*stored-names.txt' '*examples.json' '*openapi.v1.json' '*Documents/Workbooks/golden/*' '*Documents/Golden/*.xml'
