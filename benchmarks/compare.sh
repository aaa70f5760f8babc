#!/usr/bin/env bash
# How often `compare` raises a false alarm, and how often it sees +20 % AI latency, on real runs.
#
#   benchmarks/compare.sh record   records the runs that are still missing
#   benchmarks/compare.sh rate     compares the pairs, prints the rates
#
# A triple is three runs in a row: healthy, healthy, slow. The second is compared with the first,
# the third with the second, as before and after a change. TRIPLES (50), SIDE_BY_SIDE (3) at a
# time, their starts apart, so that one starts its two JVMs while the others wait for answers. Two
# more pairs are of runs further apart: the third with the first, and the first of the next triple
# with the second.
#
# Needs a JMeter as `mvn package -Dtest=NONE` lays it, and a machine with nothing else to do. Runs
# go to target/compare-runs/ (RUNS), one folder a run; a run that is there is not made again. The
# figures go to pairs.csv there, with the load average at the end of each triple.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
runs=${RUNS:-$root/target/compare-runs}
triples=${TRIPLES:-50}
side_by_side=${SIDE_BY_SIDE:-3}
plan=ai-load
# 31 s, and some 900 generated answers.
duration_scale=0.04
users_scale=${USERS_SCALE:-0.6}
slow_latency=720

setting() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$root/target/testplans/config.json" | head -1; }

# run <name> <seed> <setting>...: one shortened run, unless it is there
run() {
  local name=$1 seed=$2
  shift 2
  local folder=$runs/$name
  [ -e "$folder/$plan/verdict.json" ] && return
  rm -rf "$folder"
  mkdir -p "$folder"
  local bin jar
  bin=$(setting jmeterWorkingDirectoryPath)
  jar=$(setting runtimeJarName)
  # For both JVMs: these runs are over before the optimising compiler pays for itself.
  # A failed verdict is a run as well: latencies are what is compared.
  (cd "$bin" && JDK_JAVA_OPTIONS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" \
    timeout 240 java -Xmx512m -jar "$jar" -n \
    -l "$folder/results.csv" -t "$root/testplans/$plan.jmx" -j "$folder/jmeter.log" -d "$(dirname "$bin")" \
    -Jjmeterengine.nongui.port=0 -Jrun.dir="$folder" -Jproject.root="$root" \
    -Jai.jtl="$folder/results.csv" \
    -Jstandin.jar="$(ls "$root"/target/testplans/standin/jmeter-ai-endpoint-standin-*.jar | grep -v original | head -1)" \
    -Jduration.scale=$duration_scale -Jusers.scale=$users_scale \
    -Jstandin.seed="$seed" -Jload.seed="$seed" "$@") > "$folder/output.txt" 2>&1 < /dev/null ||
    true
  rm -f "$folder/jmeter.log"
}

triple() {
  if [ "$1" -le "$side_by_side" ]; then
    sleep $((13 * ($1 - 1)))
  fi
  # Seeds differ, or the n-th answer would take as long in each run.
  run "first-$1" $((3 * $1))
  run "second-$1" $((3 * $1 + 1))
  run "slow-$1" $((3 * $1 + 2)) -Jstandin.ai.latency=$slow_latency
  cut -d' ' -f1 /proc/loadavg 2> /dev/null > "$runs/slow-$1/load" || true
  echo "triple $1: $(date +%T), load $(cat "$runs/slow-$1/load")"
}

record() {
  mkdir -p "$runs"
  export -f triple run setting
  export root runs side_by_side plan duration_scale users_scale slow_latency
  seq 1 "$triples" | xargs -P "$side_by_side" -I{} bash -c 'triple {}'
}

# load <run> <run>: the higher load average of their triples; nothing where one is unknown
load() {
  cat "$runs/slow-${1#*-}/load" "$runs/slow-${2#*-}/load" 2> /dev/null | sort -n |
    awk '{ most = $1 } END { if (NR == 2) { print most } }'
}

# compared <kind> <triple> <run> <against>: one line of pairs.csv
compared() {
  local code=0 text=$runs/$3-against-$4.txt
  [ -e "$runs/$3/$plan/verdict.json" ] && [ -e "$runs/$4/$plan/verdict.json" ] || return 0
  java -XX:TieredStopAtLevel=1 -jar "$plugin" compare --run "$runs/$3/$plan" --against "$runs/$4/$plan" \
    > "$text" 2>&1 || code=$?
  # The figures that alarm, each with its series, apart by semicolons.
  echo "$1,$2,$(load "$3" "$4"),$code,$(sed -nE '/  (slower|worse)$/{s/,//;s/^(\S+( \S+)*)  +(\S+( \S+)*)  .*/\1 \3/p}' "$text" | paste -sd';')"
}

rate() {
  mkdir -p "$runs"
  plugin=$(ls "$root"/plugin/target/jmeter-ai-endpoint-plugin-*.jar | grep -v 'original\|sources\|javadoc' | head -1)
  {
    echo "kind,triple,load,exit,worse"
    for number in $(seq 1 "$triples"); do
      compared healthy "$number" "second-$number" "first-$number"
      compared slow "$number" "slow-$number" "second-$number"
      compared healthy-apart "$number" "first-$((number + 1))" "second-$number"
      compared slow-apart "$number" "slow-$number" "first-$number"
    done
  } > "$runs/pairs.csv"
  # More than ten that want a core, for each of two cores: something else ran as well.
  awk -F, '$1 != "kind" { count($1); if ($3 != "" && $3 <= 20) { count($1 ", load average up to 20") } }
    function count(kind) { n[kind]++; alarm[kind] += $4 == 99; bad[kind] += $4 != 0 && $4 != 99 }
    END { for (kind in n) printf "%s: %d pairs, %d with an alarm, %d unusable\n", kind, n[kind], alarm[kind], bad[kind] }' \
    "$runs/pairs.csv" | sort
}

case "${1:-}" in
  record) record ;;
  rate) rate ;;
  *) sed -n '2,16p' "$0" | sed 's/^# \{0,1\}//'; exit 104 ;;
esac
