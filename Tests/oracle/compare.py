"""Settles random claims with the policy binary and with the oracle, and compares them to the fen.

    python3 Tests/oracle/compare.py --policy BINARY --policies policies --claims 50000 --seed 1 [--jobs 2]

Exit code 1 on any difference, and on a combination of rules that no claim met.
"""
import argparse
import collections
import itertools
import json
import multiprocessing
import pathlib
import subprocess
import sys
import tempfile
import time

from claims import Generator, weighted
from differences import INEXACT, differences
from oracle import Policies, read_claim, settle
from reading import REPOSITORY
from strata import ANY_CLAIM, strata
from wire import wire

CHUNK = 5000
SHOWN = 20


class Tally:
    """What a chunk of claims came to."""

    def __init__(self):
        self.claims = self.compared = self.differing = self.inexact = 0
        self.oracle_seconds = 0.0
        self.made, self.settled, self.refused = collections.Counter(), collections.Counter(), {}
        self.faults, self.codes, self.ways = collections.Counter(), collections.Counter(), collections.Counter()
        self.examples = []

    def add(self, other):
        for name in ("claims", "compared", "differing", "inexact", "oracle_seconds"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("made", "settled", "faults", "codes", "ways"):
            getattr(self, name).update(getattr(other, name))
        for key, codes in other.refused.items():
            self.refused.setdefault(key, collections.Counter()).update(codes)
        self.examples += other.examples[: SHOWN - len(self.examples)]


def ways(line, mine):
    """What a settled claim tried of 3.2 and 3.3."""
    if "error" in mine:
        return []
    return [f"{mine['standing']} by filings"] * ('"filings"' in line) + ["in two parts"] * ("parts" in mine)


shared = {}


def prepare(options):
    policies = Policies(options.policies, options.catalogue)
    found = strata(policies)
    counters = {}  # of all versions: a claim may be settled under another one than it was made for
    for one in found:
        counters.setdefault(one.region, set()).update(one.rules.chart.counters)
    shared.update(options=options, policies=policies, strata=found, order=weighted(policies, found), counters=counters)


def run_chunk(job):
    """Generate one chunk, let the binary and the oracle settle it side by side, compare."""
    chunk, start, count = job
    options, policies = shared["options"], shared["policies"]
    generator = Generator(policies, shared["order"], options.seed, chunk, plain_rounds=True)
    tally = Tally()
    made = [generator.claim(number) for number in range(start, start + count)]
    lines = [wire(claim) for claim, _, _ in made]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "claims.ndjson"
        file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        command = [options.policy, "settle", str(file), "--policies", options.policies, "--catalogue", options.catalogue]
        output = open(pathlib.Path(folder) / "settled.ndjson", "w+b")
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        began = time.process_time()
        expected = [settle(policies, read_claim(line)) for line in lines]
        tally.oracle_seconds = time.process_time() - began
        process.wait()
        output.seek(0)
        found = [json.loads(line, parse_float=str, parse_int=str) for line in output]
        output.close()
    tally.claims = count
    if len(found) != count:
        tally.differing += 1
        tally.examples.append((chunk, f"{count} lines in, {len(found)} out, exit {process.returncode}", []))
    for number, line, (_, stratum, fault), mine, theirs in zip(itertools.count(start), lines, made, expected, found):
        found_differences = differences(mine, theirs, shared["counters"][stratum.region])
        tally.compared += 1
        tally.faults[fault or "none"] += 1
        tally.codes[mine.get("error", "settled")] += 1
        tally.ways.update(ways(line, mine))
        if fault is None:
            tally.made[stratum.key] += 1
            if '"filings"' in line:
                pass  # these have whatever standing follows
            elif "error" in mine and generator.is_plain(number):
                tally.refused.setdefault(stratum.key, collections.Counter())[mine["error"]] += 1
            elif "error" not in mine and mine["plan"] == stratum.name:
                tally.settled[stratum.key] += 1
        tally.inexact += found_differences is None
        if found_differences:
            tally.differing += 1
            if len(tally.examples) < SHOWN:
                tally.examples.append((line, mine, found_differences))
    return tally


def empty_combinations(tally):
    """Prints counts per region, span, plan and standing; returns the combinations that no claim met."""
    empty, known = [], shared["policies"].folder
    rows = {}
    for stratum in shared["strata"]:
        rows.setdefault(stratum.key[:3], []).append(stratum)
    for (region, first, name), group in rows.items():
        counts = []
        for stratum in group:
            settled, codes = tally.settled[stratum.key], tally.refused.get(stratum.key, {})
            text = str(settled) if stratum.plan else ""
            if codes:
                text += "".join(f"+{count}×{code}" for code, count in sorted(codes.items()))
            if not tally.made[stratum.key]:
                empty.append((stratum.key, "no claim was made for it"))
            elif stratum.plan and not settled and not (codes and set(codes) <= {"S0205", "S0209"}):
                empty.append((stratum.key, f"nothing settled: {dict(codes)}"))
            counts.append(f"{stratum.standing} {text.lstrip('+') or tally.made[stratum.key]}")
        print(f"  {region} from {first} (version {group[0].version}) {name}: " + ", ".join(counts))
    for region in sorted(known.versions):
        if not shared["policies"].spans[region]:
            empty.append((region, "never in force"))
        elif not any(s.plan or s.name != ANY_CLAIM for s in shared["strata"] if s.region == region):
            print(f"  {region}: no plan of its own, so every claim is S0211 (a parent of other regions)")
    return empty


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--policy", required=True, help="the policy binary")
    parser.add_argument("--policies", default=str(REPOSITORY / "policies"))
    parser.add_argument("--catalogue", default=str(REPOSITORY / "policies" / "catalogue"))
    parser.add_argument("--claims", type=int, default=20000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    prepare(options)
    jobs = [(chunk, start, min(CHUNK, options.claims - start))
            for chunk, start in enumerate(range(0, options.claims, CHUNK))]
    tally, began = Tally(), time.monotonic()
    if options.jobs > 1:
        with multiprocessing.Pool(options.jobs, prepare, (options,)) as pool:
            for part in pool.imap(run_chunk, jobs):
                tally.add(part)
    else:
        for job in jobs:
            tally.add(run_chunk(job))
    print(f"seed {options.seed}, policies {options.policies}")
    print("settled per region, span, plan and standing (+ refused, by code; claims with a fault put in not counted):")
    empty = empty_combinations(tally)
    print("outcomes:", ", ".join(f"{code} {count}" for code, count in tally.codes.most_common()))
    print("settled:", ", ".join(f"{name} {count}" for name, count in tally.ways.most_common()) or "nothing by filings, nothing in two parts")
    print("faults put in:", ", ".join(f"{name} {count}" for name, count in tally.faults.most_common()))
    for key, why in empty:
        print("ZERO", *(key if isinstance(key, tuple) else (key,)), "-", why)
    for line, mine, found_differences in tally.examples:
        print("DIFFERENCE", line)
        for what, wanted, got in found_differences:
            print(f"    {what}: oracle {wanted}, binary {got}")
    rate = tally.claims / tally.oracle_seconds if tally.oracle_seconds else 0
    print(f"compared {tally.compared}, different {tally.differing}, not computed by the binary ({INEXACT}) {tally.inexact}; "
          f"{time.monotonic() - began:.0f} s, oracle {rate:.0f} claims/s a process")
    sys.exit(1 if tally.differing or empty else 0)


if __name__ == "__main__":
    main()
