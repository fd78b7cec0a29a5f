"""Settles random series with `policy settle --carry-accounts` and with the oracle, refunds among the claims, and
compares them to the fen.

    python3 Tests/oracle/compare_series.py --policy BINARY --policies policies --persons 2000 --seed 1

Exit code 1 on any difference.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

from differences import differences
from oracle import Policies, read_claim
from reading import REPOSITORY
from series import Series
from series_claims import SeriesGenerator
from strata import strata
from wire import wire

SHOWN = 10
CHUNK = 500  # persons


def settled(options, lines):
    """What the binary answers to each line."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "series.ndjson"
        file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        command = [options.policy, "settle", "--carry-accounts", str(file), "--policies", options.policies, "--catalogue", options.catalogue]
        output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return [json.loads(line, parse_float=str, parse_int=str) for line in output.decode("utf-8").splitlines()]


def run_chunk(options, policies, generator, persons, tally):
    """One chunk of persons; the differences, each with the lines that lead up to it."""
    made = [generator.person(number) for number in persons]
    lines = [[wire(line) for line in of_person] for of_person, _ in made]
    found = settled(options, [line for of_person in lines for line in of_person])
    if len(found) != sum(map(len, lines)):
        return [([], [("lines", sum(map(len, lines)), len(found))])]
    series, answers, result = Series(policies), iter(found), []
    for of_person, (_, counters) in zip(lines, made):
        alike = True
        for number, (line, theirs) in enumerate(zip(of_person, [next(answers) for _ in of_person])):
            mine = series.answer(read_claim(line))
            tally["refund " * ("refund_of" in line) + mine.get("error", "settled")] += 1
            some = differences(mine, theirs, counters)
            if some and alike:  # what follows rests on what went before
                alike = False
                result.append((of_person[: number + 1], some))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--policy", required=True, help="the policy binary")
    parser.add_argument("--policies", default=str(REPOSITORY / "policies"))
    parser.add_argument("--catalogue", default=str(REPOSITORY / "policies" / "catalogue"))
    parser.add_argument("--persons", type=int, default=2000)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    policies = Policies(options.policies, options.catalogue)
    found = strata(policies)
    tally, every = collections.Counter(), []
    for chunk, start in enumerate(range(0, options.persons, CHUNK)):
        generator = SeriesGenerator(policies, found, options.seed, chunk)
        every += run_chunk(options, policies, generator, range(start, min(start + CHUNK, options.persons)), tally)
    for lines, some in every[:SHOWN]:
        print("DIFFERENCE", *lines, sep="\n  ")
        for what, wanted, got in some:
            print(f"    {what}: oracle {wanted}, binary {got}")
    print("outcomes:", ", ".join(f"{name} {count}" for name, count in tally.most_common()))
    print(f"seed {options.seed}, policies {options.policies}: {options.persons} persons, {sum(tally.values())} lines, {len(every)} persons differ")
    sys.exit(1 if every else 0)


if __name__ == "__main__":
    main()
