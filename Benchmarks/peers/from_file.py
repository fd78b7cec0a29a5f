"""Times NDJSON file to NDJSON file, whole processes: the C filter, `policy settle`, DuckDB and Polars, on one core and on two.

What each does with a line is the same: read every field, check the claim (codes, days, no negative part, the parts add up),
settle it and write the answer. `whole` answers have every member that `policy settle` writes, `few` the id and eight amounts.
Before the rounds every output is compared: ours with the C filter's byte for byte, the others value by value.
"""

import filecmp
import itertools
import json
import os
import pathlib
import subprocess
import sys
import time

import answer

HERE = pathlib.Path(__file__).parent


def rules_of(policy, policies, file):
    """The last member of every answer, the same for all: which rules were applied."""
    with open(file, encoding="utf-8") as lines:
        first = lines.readline()
    command = [policy, "settle", "--policies", policies]
    told = subprocess.run(command, input=first, capture_output=True, text=True, check=True).stdout
    return told.strip()[:-1].split('"rules": ', 1)[1]


class Run:
    """One program on one or two cores."""

    def __init__(self, name, threads, command, output, mode="whole"):
        self.name, self.threads, self.command, self.output, self.mode = name, threads, command, output, mode
        self.figures = []

    def once(self):
        """Wall clock, processor time and peak memory in MiB."""
        environment = os.environ | {"POLARS_MAX_THREADS": str(self.threads)}
        cores = "0" if self.threads == 1 else "0,1"
        start = time.monotonic()
        child = subprocess.Popen(["taskset", "-c", cores, *map(str, self.command)], env=environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"{self.name} ended with {child.returncode}, nothing timed")
        return {"seconds": seconds, "processor": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1024}


def settle_into(policy, policies, claims, output, threads):
    """A command that writes the standard output of `policy settle` to a file."""
    settle = 'exec "$0" settle --policies "$1" "$2" --threads "$4" > "$3"'
    return ["sh", "-c", settle, policy, policies, claims, output, threads]


def programs(folder, built, policy, policies, claims, rules):
    for threads in (1, 2):
        output = folder / f"filter-{threads}.ndjson"
        yield Run("C filter", threads, [built / "filter", claims, output, rules, threads], output)
        output = folder / f"policy-{threads}.ndjson"
        yield Run("policy settle", threads, settle_into(policy, policies, claims, output, threads), output)
        for name, mode in itertools.product(("duckdb", "polars"), ("whole", "few")):
            output = folder / f"{name}-{threads}-{mode}.ndjson"
            script = HERE / f"file_{name}.py"
            yield Run(name, threads, [sys.executable, script, claims, output, threads, mode, rules], output, mode)


def few_of(settlement):
    """The eight amounts of a whole answer."""
    amounts = settlement["setlinfo"] | settlement["personal"] | settlement["layers"]
    amounts |= {"person": amounts["psn_part_amt"], "fund": amounts["fund_pay_sumamt"]}
    return {"claim_id": settlement["claim_id"]} | {name: amounts[name] for name in answer.FEW}


def answers(path):
    with open(path, encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def digest(settlement):
    return hash(json.dumps(settlement, sort_keys=True))


def same_values(expected, run):
    """Whether the lines say the same; where threads changed their order, whether each claim's line does."""
    made = few_of if run.mode == "few" else lambda settlement: settlement
    wanted, got = {}, {}
    for one, other in itertools.zip_longest(map(made, answers(expected)), answers(run.output)):
        if one is None or other is None:
            return False
        if one != other:
            wanted[one["claim_id"]], got[other["claim_id"]] = digest(one), digest(other)
    return wanted == got


def agree(expected, run):
    """Ends the program where an output differs from the C filter's."""
    if run.output == expected:
        return
    in_bytes = run.name in ("C filter", "policy settle")
    same = filecmp.cmp(expected, run.output, shallow=False) if in_bytes else same_values(expected, run)
    if not same:
        sys.exit(f"{run.name}, {run.threads} threads: other answers than the C filter's, nothing timed")


def measure(folder, built, policy, policies, claims, rounds):
    """Every program with its figures by round, after all outputs agreed."""
    runs = list(programs(folder, built, policy, policies, claims, rules_of(policy, policies, claims)))
    for run in runs:
        print(f"comparing {run.name}, {run.threads} threads, {run.mode}", file=sys.stderr)
        run.once()
        agree(runs[0].output, run)
        run.megabytes = run.output.stat().st_size / 1e6
        if run is not runs[0]:
            run.output.unlink()
    for number in range(rounds):
        print(f"files: round {number + 1} of {rounds}", file=sys.stderr)
        for run in runs:
            run.figures.append(run.once())
            # What lies in a memory file system takes memory from the next one.
            run.output.unlink()
    return runs
