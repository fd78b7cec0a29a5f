"""The Spark example gives what one machine gives, byte for byte after sorting, for several numbers of partitions.

    python3 Tests/spark/spark_test.py POLICY [--claims N] [--also MORE.ndjson]

Runs on local[2], in the Python that has what examples/spark/requirements.txt lists. `--also` takes further claims, such as
the series of Tests/oracle/series_claims.py. Exit code 1 on any difference.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = REPOSITORY / "examples" / "spark"
sys.path.insert(0, str(EXAMPLE))

import pyarrow.dataset  # noqa: E402

import comparison  # noqa: E402
import make_claims  # noqa: E402
import make_table  # noqa: E402
import settle_compare  # noqa: E402
from draft_rules import write_draft  # noqa: E402
from expected import expected_report, fen  # noqa: E402

PARTITIONS = [1, 3, 16]
YEAR = 2024
SIDES = ("before", "after")


class Failed(Exception):
    pass


def check(holds, what):
    if not holds:
        raise Failed(what)
    print(f"ok  {what}", flush=True)


def write_claims(options, path):
    """The claims of the test; how many there are."""
    more = pathlib.Path(options.also).read_text(encoding="utf-8").splitlines() if options.also else []
    lines = make_claims.made(options.claims, options.seed) + more
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return len(lines)


def run(command, output):
    """Runs the program on one machine; refused claims end it with 1."""
    with open(output, "wb") as file:
        code = subprocess.run(command, stdout=file, stderr=subprocess.DEVNULL, check=False).returncode
    check(code in (0, 1), f"on one machine: {' '.join(command[1:3])}: exit {code}")
    return output.read_bytes()


def on_one_machine(options, commands, claims, folder):
    """The answers of each side, and the report of `policy impact`."""
    answers = {side: run([*command, str(claims)], folder / f"{side}.ndjson") for side, command in zip(SIDES, commands)}
    impact = [options.policy, "impact", "--carry-accounts", "--format", "json", "--claims", str(claims),
              "--catalogue", options.catalogue, options.before, options.after]
    report = json.loads(run(impact, folder / "impact.json"), parse_float=fen)
    return answers, report


def sorted_answers(table, side):
    """The answers of a settled table as `policy settle` writes them."""
    answers = table.column(side).combine_chunks().field("answer").to_pylist()
    return "".join(answer + "\n" for answer in answers).encode()


def on_spark(spark, options, commands, table, partitions, folder):
    """The answers of each side, in order, and the text of the report."""
    claims = settle_compare.by_person(settle_compare.read_claims(spark, str(table)), partitions)
    output = folder / f"settled-{partitions}"
    settle_compare.settle(claims, commands).write.parquet(str(output))
    settled = pyarrow.dataset.dataset(output).to_table().sort_by("position")
    report = folder / f"comparison-{partitions}.json"
    comparison.write(comparison.compare(spark.read.parquet(str(output))), report)
    return {side: sorted_answers(settled, side) for side in SIDES}, report.read_text(encoding="utf-8")


def compare_all(options, folder):
    claims, table = folder / "claims.ndjson", folder / "claims.parquet"
    count = write_claims(options, claims)
    with open(claims, "rb") as lines:
        make_table.make_table(lines, table)
    options.before, options.after = str(REPOSITORY / "policies"), str(folder / "draft")
    options.catalogue, options.lang = str(REPOSITORY / "policies" / "catalogue"), "zh"
    write_draft(pathlib.Path(options.before), pathlib.Path(options.after))
    commands = settle_compare.commands(options)
    answers, impact = on_one_machine(options, commands, claims, folder)
    check_interesting(answers, impact)
    spark = settle_compare.session("local[2]")
    for partitions in PARTITIONS:
        found, report = on_spark(spark, options, commands, table, partitions, folder)
        for side in SIDES:
            check(found[side] == answers[side], f"{partitions} partitions: {count} answers, {side}: the same bytes")
        check(expected_report(impact) == json.loads(report), f"{partitions} partitions: the sums of policy impact")
        check(report == (folder / f"comparison-{PARTITIONS[0]}.json").read_text("utf-8"), f"{partitions} partitions: the same report")
    check_one_year(spark, commands, claims, table, answers, folder)
    spark.stop()


def settled_lines(answers):
    """Without refusals, whose line numbers are other ones in another file."""
    return [line for line in answers.split(b"\n") if b'"errors": [' not in line]


def check_one_year(spark, commands, claims, table, answers, folder):
    """`--year` is that year's claims alone; which is another thing than their part of the whole."""
    lines = claims.read_bytes().removesuffix(b"\n").split(b"\n")
    of_year = folder / "year.ndjson"
    of_year.write_bytes(b"".join(line + b"\n" for line in lines if make_table.person_and_year(line)[1] == YEAR))
    alone = settled_lines(run([*commands[0], str(of_year)], folder / "year-before.ndjson"))
    read = settle_compare.by_person(settle_compare.read_claims(spark, str(table), YEAR), 4)
    settle_compare.settle(read, commands).write.parquet(str(folder / "year"))
    found = pyarrow.dataset.dataset(folder / "year").to_table().sort_by("position")
    check(settled_lines(sorted_answers(found, "before")) == alone, f"{YEAR} alone: the same bytes")
    check(not set(alone) <= set(settled_lines(answers["before"])), "years rest on each other")


def check_interesting(answers, impact):
    """Equal results say little when nothing happens in them."""
    settled, changes = impact["settled"], impact["claims_by_change"]
    check(settled["both"] > 0 and settled["only_before"] > 0 and settled["neither"] > 0, f"some are refused: {settled}")
    check(changes["more"] > 0 and changes["less"] > 0, f"some gain, some lose: {changes}")
    check(b'"refund_of"' in answers["before"], "there are refunds")
    check(b'"line": ' in answers["before"], "refusals tell their line")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("policy", type=os.path.abspath, help="the program")
    options.add_argument("--claims", type=int, default=300_000)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--also", help="file of further claims, of other persons")
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            compare_all(options, pathlib.Path(folder))
        except Failed as failed:
            print(f"DIFFERENT  {failed}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
