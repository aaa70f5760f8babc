#!/usr/bin/env bash
# How fast `check` reads a result file, beside JMeter's own dashboard generator on the same file.
#
#   benchmarks/check.sh [ROWS]      5,000,000 rows unless said otherwise (0.8 GB on disk, deleted after)
#
# Needs `mvn package` before. Each reads the file once, start of the JVM and compiling included; CPU
# seconds are user + system of the whole process. `check` runs twice: bound to one core, where taskset
# is known, and free to use them all, as JMeter's generator is.
set -euo pipefail
cd "$(dirname "$0")/.."

rows=${1:-5000000}
jar=$(ls plugin/target/jmeter-ai-endpoint-plugin-*.jar | grep -v original | head -1)
jmeter=$(dirname "$(ls target/testplans/*/jmeter/bin/ApacheJMeter*.jar | head -1)")
work=$(mktemp -d "${TMPDIR:-/tmp}/check-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
one_core=$(command -v taskset > /dev/null && echo "taskset -c 0" || true)
TIMEFORMAT='%R %U %S'

java benchmarks/GenerateResults.java "$rows" "$work/results.csv"
echo "$rows rows, $(($(stat -c %s "$work/results.csv") / 1000000)) MB, $(nproc) cores, $(java -version 2>&1 | head -1)"

# check <name> [<command>...]: the verdict is a FAIL here, exit 99, since made-up samples meet no baseline
check() {
  local name=$1
  shift
  { time "$@" java -Xmx64m -jar "$jar" check --baseline data/baselines/ai-load.json \
      --jtl "$work/results.csv" > "$work/check.txt" || true; } 2> "$work/$name.time"
  grep -q "$rows samples" "$work/check.txt" || { cat "$work/check.txt"; exit 1; }
}
check one-core $one_core
check free

{ time java -Xms1g -Xmx1g -jar "$jmeter"/ApacheJMeter*.jar -g "$work/results.csv" -o "$work/dashboard" \
    -j "$work/jmeter.log" > "$work/jmeter.txt" 2>&1; } 2> "$work/jmeter.time"
[ -f "$work/dashboard/index.html" ] || { cat "$work/jmeter.txt"; exit 1; }

report() { # name file
  awk -v name="$1" -v rows="$rows" \
    '{ printf "%-30s %7.1f s wall, %7.1f s CPU, %9d rows/s of wall clock\n", name, $1, $2 + $3, rows / $1 }' "$2"
}
report "check, 64 MB heap, one core" "$work/one-core.time"
report "check, 64 MB heap" "$work/free.time"
report "jmeter -g, 1 GB heap" "$work/jmeter.time"
paste -d ' ' "$work/one-core.time" "$work/free.time" "$work/jmeter.time" \
  | awk '{ printf "jmeter -g takes %.1f times as long, and %.1f times the CPU of check on one core\n", $7 / $4, ($8 + $9) / ($2 + $3) }'
