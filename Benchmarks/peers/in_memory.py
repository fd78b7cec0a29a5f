"""Times every engine on the same claims in memory, on the core that this process is held to; peers.py starts it.

    taskset -c 1 python in_memory.py FOLDER --built BUILT --policy POLICY --policies POLICIES [--evaluate-bench PROGRAM] [--rounds 5]

FOLDER holds claims.i64, BUILT kernel.so. Engines take turns in every round; a figure is processor time, and a ratio is
taken within its round. Prints one JSON line.
"""

import argparse
import importlib
import json
import pathlib
import subprocess
import sys
import time

import numpy

import agreement
import claims
import kernel

ENGINES = (
    ("numpy_engine", "NumPy"),
    ("polars_engine", "Polars"),
    ("openfisca_engine", "OpenFisca"),
    ("duckdb_engine", "DuckDB"),
    ("zen_engine", "Zen"),
)
OURS = "RegionPolicy, evaluate"
IN_SERIES = "RegionPolicy, evaluate and grow accounts"


class Ours:
    """Our own evaluation, by a program that reads the same columns and times itself: of each claim by itself, as the
    other engines do it, or with accounts that grow."""

    def __init__(self, program, policies, folder, name):
        self.name = name
        self.command = [program, "--policies", policies, "--claims", folder / "claims.i64", "--rounds", "3"]
        if name == IN_SERIES:
            self.command.append("--in-series")
        self.output = folder / "ours.i64"

    def seconds(self):
        told = subprocess.run([*self.command, "--answers", self.output], capture_output=True, text=True, check=False)
        if told.returncode != 0:
            sys.exit(f"evaluate-bench failed, nothing timed: {told.stderr}")
        return sorted(json.loads(told.stdout)["seconds"])[1]

    def answers(self, shape):
        values = numpy.fromfile(self.output, "<i8")
        return dict(zip(shape.answers, values.reshape(len(shape.answers), -1)))


def peers(shape, columns):
    """Every peer with its claims in its own form, and how many they are. Only one shape has been written for peers."""
    if shape.name != "inpatient":
        return
    for module, name in ENGINES:
        engine = getattr(importlib.import_module(f"engines.{module}"), name)
        taken = {name: values[: engine.most] for name, values in columns.items()}
        yield engine(taken), len(taken["total"])


def processor_seconds(work):
    """The middle one of three runs: the first one finds the caches full of another engine's claims."""
    found = []
    for _ in range(3):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return sorted(found)[1]


def timed(shape, columns, limit, engines, ours, rounds):
    """Seconds by engine and round, after all agreed."""
    count = len(columns["total"])
    limit.run()
    expected = limit.answers()
    rows = [{"name": limit.name, "claims": count, "work": lambda: processor_seconds(limit.run)}]
    for one in ours:
        one.seconds()
        agreement.columns_with_columns(one.name, shape, expected, one.answers(shape))
        rows.append({"name": one.name, "claims": count, "work": one.seconds})
    for engine, taken in engines:
        engine.run()
        agreement.columns_with_columns(engine.name, shape, expected, engine.answers())
        rows.append({"name": engine.name, "claims": taken, "work": lambda run=engine.run: processor_seconds(run)})
    for one in rows:
        one["seconds"] = []
    for number in range(rounds):
        print(f"{shape.name}: round {number + 1} of {rounds}", file=sys.stderr)
        for one in rows:
            one["seconds"].append(one["work"]())
    return [{key: value for key, value in one.items() if key != "work"} for one in rows]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--built", type=pathlib.Path, required=True)
    arguments.add_argument("--policy", required=True)
    arguments.add_argument("--policies", required=True)
    arguments.add_argument("--evaluate-bench")
    arguments.add_argument("--rounds", type=int, default=5)
    options = arguments.parse_args()

    shape, columns = claims.read(options.folder)
    limit = kernel.Kernel(options.built, shape, columns)
    limit.run()
    compared = agreement.kernel_with_reference(shape, columns, limit.answers())
    settled = agreement.settle_with_reference(shape, columns, options.policy, options.policies, options.folder)
    program = options.evaluate_bench
    ours = [Ours(program, options.policies, options.folder, name) for name in (OURS, IN_SERIES)] if program else []
    rows = timed(shape, columns, limit, peers(shape, columns), ours, options.rounds)
    print(json.dumps({"shape": shape.name, "rows": rows, "reference": compared, "settle": settled}))


if __name__ == "__main__":
    main()
