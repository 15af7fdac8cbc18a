#!/usr/bin/env bash
# Keeps a database as an earlier version of the program left it: the shipped plan, rehearsed by seed 7 from its issue to the
# end of 2020-10-15. Run it for every version that people may have data of, at the latest before the next schema script:
#
#   bash tests/HuiminCoord.Server.Tests/Upgrading/make-previous-database.sh COMMIT
#
# It builds COMMIT in a clone of its own and writes Data/COMMIT.sqlite.gz and Data/COMMIT.postgresql.sql.gz beside itself; the
# tests take every version that they find there. It needs git, the .NET SDK, python3, and a PostgreSQL server's
# programs. If a later version calls its rehearsal differently, change Program.cs below.
set -euo pipefail
[ $# = 1 ] || { sed -n '2,11p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
root=$(git -C "$here" rev-parse --show-toplevel)
name=$(git -C "$root" rev-parse --short=7 "$1")
work=$(mktemp -d)
chmod 755 "$work"
pg=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1 || command -v initdb)")
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
clean() { [ -d "$work/pg/data" ] && as_server "$pg/pg_ctl" -s -D "$work/pg/data" -m immediate stop; rm -rf "$work"; }
trap clean EXIT

git clone -q --no-checkout "$root" "$work/then"
git -C "$work/then" checkout -q "$name"
mkdir "$work/then/tests/Keep"
cat > "$work/then/tests/Keep/Keep.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><RestorePackagesWithLockFile>false</RestorePackagesWithLockFile></PropertyGroup>
  <ItemGroup><ProjectReference Include="..\..\src\HuiminCoord.Server\HuiminCoord.Server.csproj" /></ItemGroup>
</Project>
PROJECT
cat > "$work/then/tests/Keep/Program.cs" <<'PROGRAM'
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Rehearsals;

var json = File.ReadAllText(args[0]);
var plan = PlanReader.Read(json).Plan!;
var request = new RehearsalRequest(plan, json, 7, ChinaTime.StartOf(plan.Document.IssuedOn), ChinaTime.EndOf(new(2020, 10, 15)), []);
await new Rehearsal(request, () => args[1].Contains('=') ? CoordinationDatabase.OnPostgreSql(args[1]) : CoordinationDatabase.InDirectory(args[1])).Run(_ => { });
PROGRAM
keep() { dotnet run -c Release --project "$work/then/tests/Keep" -- "$work/then/src/HuiminCoord.Server/Plans/huimin-2020.json" "$1"; }

mkdir "$work/sqlite"
keep "$work/sqlite"
python3 - "$work/sqlite/coordination.db" "$work/copy.db" <<'COPY'
import sqlite3, sys
sqlite3.connect(sys.argv[1]).execute("VACUUM INTO ?", (sys.argv[2],))
COPY
mkdir -p "$here/Data"
gzip -9n < "$work/copy.db" > "$here/Data/$name.sqlite.gz"

mkdir "$work/pg"
[ "$(id -u)" != 0 ] || chown postgres "$work/pg"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
as_server "$pg/initdb" -D "$work/pg/data" -A trust -U postgres -E UTF8 --no-locale > /dev/null
as_server "$pg/pg_ctl" -s -D "$work/pg/data" -l "$work/pg/log" -w -o "-p $port -k $work/pg -c listen_addresses=127.0.0.1" start
keep "Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
"$pg/pg_dump" -h 127.0.0.1 -p "$port" -U postgres --no-owner --no-privileges --rows-per-insert=200 postgres | grep -vE '^\\(un)?restrict |^-- Dumped|^SET transaction_timeout' | gzip -9n > "$here/Data/$name.postgresql.sql.gz"
ls -l "$here/Data"
