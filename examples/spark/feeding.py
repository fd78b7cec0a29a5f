"""How a partition's claims can get to a program and its answers back: the ways that Spark has, timed.

    python3 feeding.py --claims claims.parquet --policy ./policy [--rules policies] [--rounds 3]

First with `cat`, which costs nothing, so that only the way itself is timed; then with the rules. RDD.pipe is let off two
things that the job needs: it gives no positions back, and it does not notice a program that breaks off (with
`checkCode=True` it takes refused claims, exit code 1, for a broken program).
"""
import argparse
import shlex
import statistics
import time

import pyarrow as pa

import settling
from rule_program import RuleProgram
from settle_compare import by_person, read_claims, session

ANSWERS = "position long, answer string"


def answers_of(command, batches):
    """Positions and answers, batch by batch: the same feeding for both kinds of batches."""
    waiting = []
    with RuleProgram(command) as program:
        for positions, claims in batches:
            program.write(settling.as_lines(claims, positions))
            waiting += positions
            answers = program.ready()
            yield waiting[:len(answers)], answers
            del waiting[:len(answers)]
        yield waiting, program.finish()


def by_arrow(claims, command):
    def settle(batches):
        read = ((batch.column("position").to_pylist(), batch.column("claim").to_pylist()) for batch in batches)
        for positions, answers in answers_of(command, read):
            yield pa.RecordBatch.from_arrays(
                [pa.array(positions, pa.int64()), pa.array(answers, pa.binary()).cast(pa.string())], names=["position", "answer"])

    return claims.mapInArrow(settle, ANSWERS)


def by_pandas(claims, command):
    def settle(frames):
        import pandas

        read = ((frame["position"].tolist(), frame["claim"].tolist()) for frame in frames)
        for positions, answers in answers_of(command, read):
            # Columns of an empty frame are numbers, which Spark cannot take for text.
            if positions:
                yield pandas.DataFrame({"position": positions, "answer": [answer.decode() for answer in answers]})

    return claims.mapInPandas(settle, ANSWERS)


def by_pipe(claims, command):
    lines = claims.rdd.map(lambda row: bytes(row.claim).decode("utf-8", "replace"))
    return lines.pipe(shlex.join(command)).map(lambda answer: (answer,)).toDF("answer string")


WAYS = {"mapInArrow": by_arrow, "mapInPandas": by_pandas, "RDD.pipe": by_pipe}


def seconds(table):
    """How long it takes to compute all of a table; nothing is kept."""
    start = time.monotonic()
    table.write.format("noop").mode("overwrite").save()
    return time.monotonic() - start


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--claims", required=True, help="folder that make_table.py wrote")
    options.add_argument("--policy", default="policy")
    options.add_argument("--rules", default="policies")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--master", default="local[2]")
    options = options.parse_args()
    spark = session(options.master)
    spark.sparkContext.addPyFile(__file__)
    claims = by_person(read_claims(spark, options.claims), 4).cache()
    count = claims.count()
    programs = {"cat": ["cat"], "policy": [options.policy, "settle", "--carry-accounts", "--policies", options.rules]}
    for feed in WAYS.values():
        # Not timed: Spark starts its workers, and pandas is imported.
        seconds(feed(claims, programs["cat"]))
    for name, command in programs.items():
        rounds = [{way: seconds(feed(claims, command)) for way, feed in WAYS.items()} for _ in range(options.rounds)]
        for way in WAYS:
            middle = statistics.median(one[way] for one in rounds)
            print(f"{name:7} {way:12} {middle:7.2f} s  {count / middle:9.0f} claims/s  ({options.master}, {count} claims, median of {options.rounds})", flush=True)
    spark.stop()


if __name__ == "__main__":
    main()
