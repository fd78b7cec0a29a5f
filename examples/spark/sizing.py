"""Measures the job on this machine and prints what it says for a nation's year, as Markdown.

    python3 sizing.py --policy ./policy --before policies --after draft [--claims 300000] [--target 250000000]

One task is measured outside Spark: a Python process that feeds both rule sets, as a Spark task does. The job is measured
on all cores. Each figure is the difference between two sizes, so that starting Spark and reading rules do not count.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
MIB = 1 << 20
TASK_MEMORY = 1024 * MIB  # what one task's programs may take


def size(path):
    """Bytes of a file, or of all Parquet files below a folder."""
    return path.stat().st_size if path.is_file() else sum(file.stat().st_size for file in path.rglob("*.parquet"))


def timed(command):
    """Seconds, and the most memory that the process itself took."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise RuntimeError(f"{' '.join(map(str, command))}: exit {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_maxrss * 1024


def measure(options, count, folder):
    """Figures of one size."""
    lines, table, settled = folder / f"{count}.ndjson", folder / f"{count}.parquet", folder / f"{count}.settled"
    # By programs of their own: a process counts the memory of the one that started it as its own, so this one stays small.
    with open(lines, "wb") as file:
        subprocess.run([sys.executable, HERE / "make_claims.py", "--claims", str(count), "--seed", str(options.seed)], stdout=file, check=True)
    subprocess.run([sys.executable, HERE / "make_table.py", lines, table], stdout=subprocess.DEVNULL, check=True)
    catalogue = ["--catalogue", options.catalogue] if options.catalogue else []
    program = [options.policy, "settle", "--carry-accounts", "--policies", options.before, *catalogue]
    shared = ["--claims", table, "--policy", options.policy, "--before", options.before, "--after", options.after, *catalogue]
    job = [sys.executable, HERE / "settle_compare.py", *shared, "--master", f"local[{options.cores}]", "--partitions",
           str(options.cores), "--settled", settled, "--report", folder / "comparison.json"]
    _, empty_memory = timed([*program, os.devnull])
    program_seconds, program_memory = timed([*program, lines])
    task_seconds, task_memory = timed([sys.executable, HERE / "one_task.py", *shared])
    job_seconds, _ = timed(job)
    return {"program s": program_seconds, "empty memory": empty_memory, "program memory": program_memory,
            "task s": task_seconds, "task memory": task_memory, "job s": job_seconds, "ndjson": size(lines), "parquet": size(table), "settled": size(settled)}


def per_claim(small, large, claims):
    return {name: (large[name] - small[name]) / claims for name in small}


def report(options, large, each):
    """Markdown: what was measured, and what follows for the target."""
    base = large["empty memory"]
    held = 2 * each["program memory"]
    in_partition = int((TASK_MEMORY - 2 * base) / held) if held > 0 else options.target
    partitions = -(-options.target // max(1, in_partition))
    core_seconds = each["job s"] * options.cores
    measured = {
        "one `policy settle --carry-accounts`, claims/s": f"{1 / each['program s']:,.0f}",
        "one task, both rule sets, without Spark, claims/s": f"{1 / each['task s']:,.0f}",
        f"the job on {options.cores} cores, claims/s": f"{1 / each['job s']:,.0f}",
        "the job, claims/s a core": f"{1 / core_seconds:,.0f}",
        "a program with no claims, MiB": f"{base / MIB:,.0f}",
        "what a program keeps of each claim, bytes": f"{each['program memory']:,.0f}",
        "Python of a task, MiB": f"{large['task memory'] / MIB:,.0f}",
        "claim in NDJSON, bytes": f"{each['ndjson']:,.0f}",
        "claim in Parquet, bytes": f"{each['parquet']:,.1f}",
        "claim settled under both, in Parquet, bytes": f"{each['settled']:,.1f}",
    }
    followed = {
        "core hours = claims / (claims/s a core) / 3600": f"{options.target * core_seconds / 3600:,.1f}",
        "cores for one hour": f"{-(-options.target * core_seconds // 3600):,.0f}",
        f"claims in a partition, programs within {TASK_MEMORY // MIB} MiB": f"{in_partition:,}",
        "partitions = claims / claims in a partition": f"{partitions:,}",
        "memory of a task, MiB = Python + both programs": f"{(large['task memory'] + TASK_MEMORY) / MIB:,.0f}",
        "claims in Parquet, GB": f"{options.target * each['parquet'] / 1e9:,.1f}",
        "shuffled at most (claims as they are), GB": f"{options.target * each['ndjson'] / 1e9:,.1f}",
        "results in Parquet, GB": f"{options.target * each['settled'] / 1e9:,.1f}",
    }
    rows = [f"| {name} | {value} |" for name, value in measured.items()]
    rows += [f"| **{options.target:,} claims** | |"] + [f"| {name} | {value} |" for name, value in followed.items()]
    return "\n".join(["| What | Figure |", "|---|---:|", *rows])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--policy", required=True)
    options.add_argument("--before", required=True)
    options.add_argument("--after", required=True)
    options.add_argument("--catalogue")
    options.add_argument("--claims", type=int, default=300_000, help="the larger size; the smaller one is a quarter")
    options.add_argument("--target", type=int, default=250_000_000)
    options.add_argument("--cores", type=int, default=os.cpu_count())
    options.add_argument("--seed", type=int, default=7)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small, large = (measure(options, count, pathlib.Path(folder)) for count in (options.claims // 4, options.claims))
    each = per_claim(small, large, options.claims - options.claims // 4)
    print(f"{time.strftime('%Y-%m-%d')}, {os.uname().machine}, Linux {os.uname().release}, {options.cores} cores, "
          f"{options.claims // 4:,} and {options.claims:,} claims, one run\n")
    print(report(options, large, each))


if __name__ == "__main__":
    main()
