"""Settles claims in Parquet under two rule sets and compares them.

    spark-submit settle_compare.py --claims claims.parquet --before policies --after draft --policy ./policy \\
        --partitions 200 --settled settled.parquet --report comparison.json

`--settled` gets every claim with both answers, in Parquet; `--report` what they add up to. Both are the same for any number
of partitions, the first one once it is sorted. README.md says what the claims have to look like, and how many partitions to
take.
"""
import argparse
import os
import pathlib
import sys

from pyspark.sql import SparkSession

import comparison
import settling
from amounts import of_side

HERE = pathlib.Path(__file__).resolve().parent
MODULES = ["rule_program.py", "settling.py"]


def session(master=None):
    """A session whose workers have the modules of this folder and this Python."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("RegionPolicy").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
    if master:
        builder = builder.master(master)
    # A sum that no longer fits has to be an error, never another number.
    spark = builder.config("spark.sql.ansi.enabled", "true").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    for module in MODULES:
        spark.sparkContext.addPyFile(str(HERE / module))
    return spark


def read_claims(spark, path, year=None):
    """Position, person and claim of the table that make_table.py writes."""
    claims = spark.read.parquet(path)
    if year is not None:
        claims = claims.where(claims.year == year)
    return claims.selectExpr("position", "person", "cast(claim AS binary) AS claim")


def by_person(claims, partitions):
    """All years of a person in one partition, in the order of time.

    Not by year: cycles, refunds and stays over New Year reach into what was settled in another one.
    """
    together = claims.repartition(partitions, "person").sortWithinPartitions("person", "position")
    return together.select("position", "claim")


def commands(options):
    """How the program is started under each rule set."""
    start = [options.policy, "settle", "--carry-accounts", "--lang", options.lang]
    catalogue = ["--catalogue", options.catalogue] if options.catalogue else []
    return [[*start, "--policies", rules, *catalogue] for rules in (options.before, options.after)]


def settle(claims, both_commands):
    """Every claim with its answers and what they say."""
    settled = claims.mapInArrow(settling.settle_under(both_commands), settling.SETTLED)
    return settled.select("position", of_side("before"), of_side("after"))


def read_options(arguments=None):
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--claims", required=True, help="folder of Parquet files, as make_table.py writes them")
    options.add_argument("--before", required=True, help="folder of rules, as workers see it")
    options.add_argument("--after", required=True, help="the other folder of rules")
    options.add_argument("--policy", default="policy", help="the program, as workers see it")
    options.add_argument("--catalogue", help="code lists that the folders of rules lack")
    options.add_argument("--lang", default="zh", choices=["zh", "en"], help="language of refusals")
    options.add_argument("--partitions", type=int, default=200)
    options.add_argument("--year", type=int, help="only claims settled in this calendar year, as if there were no others")
    options.add_argument("--master", help="such as local[2]; spark-submit says it otherwise")
    options.add_argument("--settled", required=True, help="folder of Parquet files for the answers; what is there is replaced")
    options.add_argument("--report", required=True, help="JSON file for the sums, where the job was started")
    return options.parse_args(arguments)


def main():
    options = read_options()
    spark = session(options.master)
    claims = by_person(read_claims(spark, options.claims, options.year), options.partitions)
    settle(claims, commands(options)).write.mode("overwrite").parquet(options.settled)
    comparison.write(comparison.compare(spark.read.parquet(options.settled)), options.report)
    spark.stop()


if __name__ == "__main__":
    main()
