#!/usr/bin/env bash
# How often `compare` raises a false alarm, and how often it sees +20 % AI latency, on real runs.
#
#   benchmarks/compare.sh record   records the runs that are still missing
#   benchmarks/compare.sh rate     compares the pairs, prints the rates
#
# CHAINS (3) are recorded side by side, LENGTH (36) runs each, at the priority NICE (10).
#
# Needs a JMeter as `mvn package -Dtest=NONE` lays it. Runs go to target/compare-runs/, one folder
# a run; a run that is there is not made again. The figures go to target/compare-runs/pairs.csv.
#
# Each of a few chains makes runs one after the other: three healthy ones, a slow one, and again. A
# pair is two runs that follow each other in a chain, as before and after a change: two healthy
# ones, or a slow one and the healthy one before or after it.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
runs=${RUNS:-$root/target/compare-runs}
chains=${CHAINS:-3}
runs_of_a_chain=${LENGTH:-36}
niceness=${NICE:-10}
plan=ai-load
duration_scale=0.04
users_scale=0.3
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
  # A failed verdict is a run as well: latencies are what is compared.
  (cd "$bin" && JDK_JAVA_OPTIONS=-XX:TieredStopAtLevel=1 timeout 240 java -Xmx512m -jar "$jar" -n \
    -l "$folder/results.csv" -t "$root/testplans/$plan.jmx" -j "$folder/jmeter.log" -d "$(dirname "$bin")" \
    -Jjmeterengine.nongui.port=0 -Jrun.dir="$folder" -Jproject.root="$root" \
    -Jai.jtl="$folder/results.csv" \
    -Jstandin.jar="$(ls "$root"/target/testplans/standin/jmeter-ai-endpoint-standin-*.jar | grep -v original | head -1)" \
    -Jduration.scale=$duration_scale -Jusers.scale=$users_scale \
    -Jstandin.seed="$seed" -Jload.seed="$seed" "$@") > "$folder/output.txt" 2>&1 < /dev/null ||
    true
  rm -f "$folder/jmeter.log"
}

# name <chain> <number>: every fourth run of a chain is a slow one
name() { if [ $(($2 % 4)) -eq 0 ]; then echo "slow-$1-$2"; else echo "healthy-$1-$2"; fi; }

chain() {
  local number name
  for number in $(seq 1 "$runs_of_a_chain"); do
    name=$(name "$1" "$number")
    # Seeds differ, or the n-th answer would take as long in each run.
    case $name in
      slow*) run "$name" $((1000 * $1 + number)) -Jstandin.ai.latency=$slow_latency ;;
      *) run "$name" $((1000 * $1 + number)) ;;
    esac
    echo "$name: $(date +%T)"
  done
}

record() {
  mkdir -p "$runs"
  export -f chain name run setting
  export root runs runs_of_a_chain plan duration_scale users_scale slow_latency
  seq 1 "$chains" | nice -n "$niceness" xargs -P "$chains" -I{} bash -c 'chain {}'
}

# compared <kind> <run> <against>: one line of pairs.csv
compared() {
  local code=0 text=$runs/$2-against-$3.txt
  [ -e "$runs/$2/$plan/verdict.json" ] && [ -e "$runs/$3/$plan/verdict.json" ] || return 0
  java -XX:TieredStopAtLevel=1 -jar "$plugin" compare --run "$runs/$2/$plan" --against "$runs/$3/$plan" \
    > "$text" 2>&1 || code=$?
  echo "$1,$2,$3,$code"
}

rate() {
  plugin=$(ls "$root"/plugin/target/jmeter-ai-endpoint-plugin-*.jar | grep -v 'original\|sources\|javadoc' | head -1)
  {
    echo "kind,run,against,exit"
    for chain in $(seq 1 "$chains"); do
      for number in $(seq 1 $((runs_of_a_chain - 1))); do
        one=$(name "$chain" "$number")
        next=$(name "$chain" $((number + 1)))
        case $one$next in
          healthy*slow*) compared slow "$next" "$one" ;;
          slow*healthy*) compared slow "$one" "$next" ;;
          *) compared healthy "$next" "$one" ;;
        esac
      done
    done
  } > "$runs/pairs.csv"
  awk -F, '$1 != "kind" { n[$1]++; alarm[$1] += $4 == 99; bad[$1] += $4 != 0 && $4 != 99 }
    END { for (kind in n) printf "%s: %d pairs, %d with an alarm, %d unusable\n", kind, n[kind], alarm[kind], bad[kind] }' \
    "$runs/pairs.csv" | sort
}

case "${1:-}" in
  record) record ;;
  rate) rate ;;
  *) sed -n '2,14p' "$0" | sed 's/^# \{0,1\}//'; exit 104 ;;
esac
