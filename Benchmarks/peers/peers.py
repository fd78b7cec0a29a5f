"""The same claims settled by engines that a user would pick instead, by C written by hand, and by us.

    python3 Benchmarks/peers/peers.py --policy .build/release/policy --evaluate-bench PROGRAM \\
        --claims 1000000 --rounds 5 --seed 1

The first run makes an environment with the peers (versions in requirements.txt). Answers are compared to the fen before
anything is timed. Prints Markdown tables; says what one machine did on one day. README.md tells what each engine does.
"""

import argparse
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

import environment

HERE = pathlib.Path(__file__).resolve().parent
POLICIES = HERE / "policies"
SHAPES = ("inpatient", "outpatient", "chronic", "five_layers")
MEMORY_FILE_SYSTEM = pathlib.Path("/dev/shm")
# Claims whose settling is timed one by one.
MEASURED_CLAIMS = 200_000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--policy", required=True, help="the release build of the program")
    parser.add_argument("--evaluate-bench", help="the program that evaluates claims.i64 in memory; left out without it")
    parser.add_argument("--claims", type=int, default=1_000_000, help="claims in memory")
    parser.add_argument("--file-claims", type=int, help="claims in files; as many as in memory when left out")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shapes", nargs="*", choices=SHAPES, default=SHAPES)
    parser.add_argument("--no-files", action="store_true", help="in memory only")
    parser.add_argument("--environment", type=pathlib.Path, default=pathlib.Path(".build/peers"))
    return parser.parse_args()


def claims_in(folder, shape, options, count, ndjson=False):
    command = [sys.executable, HERE / "claims.py", folder, "--claims", str(count), "--seed", str(options.seed), "--shape", shape]
    subprocess.run(command + (["--ndjson"] if ndjson else []), check=True)


def on_one_core(*command):
    return ["taskset", "-c", "1" if os.cpu_count() > 1 else "0", *command]


def in_memory(folder, shape, options):
    """The figures of one shape, from a process of its own that is held to one core."""
    claims_in(folder, shape, options, options.claims)
    command = on_one_core(sys.executable, HERE / "in_memory.py", folder)
    command += ["--built", options.environment, "--policy", options.policy, "--policies", POLICIES, "--rounds", str(options.rounds)]
    if options.evaluate_bench:
        command += ["--evaluate-bench", options.evaluate_bench]
    told = subprocess.run(command, stdout=subprocess.PIPE, env=os.environ | {"POLARS_MAX_THREADS": "1"}, check=False)
    if told.returncode != 0:
        sys.exit(told.returncode)
    return json.loads(told.stdout)


def measures(folder, shape, options):
    """What single parts of our own settling cost: a call, explaining, finding the rules of a day, compiling a region."""
    claims_in(folder, shape, options, min(options.claims, MEASURED_CLAIMS))
    command = on_one_core(options.evaluate_bench, "--policies", POLICIES, "--claims", folder / "claims.i64", "--measures")
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def print_in_memory(options, scratch):
    import in_memory as engines
    import report

    for shape in options.shapes:
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            told = in_memory(pathlib.Path(folder), shape, options)
            measured = measures(pathlib.Path(folder), shape, options) if options.evaluate_bench else ""
        print(f"\n### {shape}\n")
        print("\n".join(report.in_memory(told)))
        print(f"\n{report.behind_in_memory(told, engines.OURS)}", flush=True)
        print(f"C = 参考实现 the reference on {told['reference']} claims; policy settle = the reference on {told['settle']}")
        print(measured, flush=True)


def print_from_file(options, scratch):
    import from_file
    import report

    count = options.file_claims or options.claims
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        folder = pathlib.Path(folder)
        claims_in(folder, "inpatient", options, count, ndjson=True)
        taken = folder / "claims.ndjson"
        size = taken.stat().st_size / 1e6
        runs = from_file.measure(folder, options.environment, options.policy, POLICIES, taken, options.rounds)
    print(f"\n### 文件到文件 file to file: inpatient, {report.grouped(count)} claims, {size:.0f} MB in\n")
    print("\n".join(report.from_file(runs, count)) + "\n")
    print("\n".join(report.behind_from_file(runs)))


def scratch_folder(options):
    """Where files go: into memory where there is room, so that disks play no part."""
    # A line in and two answers to be compared take about 2.6 kB, columns and their answers less.
    wanted = 4000 * max(options.claims, options.file_claims or 0)
    if MEMORY_FILE_SYSTEM.is_dir() and shutil.disk_usage(MEMORY_FILE_SYSTEM).free > wanted:
        return MEMORY_FILE_SYSTEM
    return pathlib.Path(tempfile.gettempdir())


def print_circumstances(options, scratch):
    sys.path.append(str(HERE.parent))
    import kernel
    import machine

    packages = environment.REQUIREMENTS.read_text(encoding="utf-8").split("\n")
    print("\n".join(machine.lines()))
    print(f"command  python3 {shlex.join(sys.argv)}")
    print(f"versions {', '.join(line for line in packages if '==' in line)}, Python {sys.version.split()[0]}")
    print(f"C        {kernel.version()}, {' '.join(kernel.FLAGS)}; files in {scratch}; {options.rounds} rounds, medians")


def build_programs(options):
    import kernel

    options.environment = options.environment.resolve()
    kernel.build(options.environment)


def main():
    options = arguments()
    environment.enter(options.environment)
    if not shutil.which("taskset"):
        environment.install("util-linux")
    options.policy = str(pathlib.Path(options.policy).resolve())
    if options.evaluate_bench and not pathlib.Path(options.evaluate_bench).exists():
        print(f"{options.evaluate_bench} is missing: going on without our own figure", file=sys.stderr)
        options.evaluate_bench = None
    scratch = scratch_folder(options)
    build_programs(options)
    print_circumstances(options, scratch)
    print_in_memory(options, scratch)
    if not options.no_files:
        print_from_file(options, scratch)
    return 0


if __name__ == "__main__":
    sys.exit(main())
