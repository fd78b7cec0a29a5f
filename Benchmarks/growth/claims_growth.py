"""Time and memory by the number of claims."""

import pathlib
import subprocess
import sys

import measure
import svg

PEERS = pathlib.Path(__file__).resolve().parents[1] / "peers"
POLICIES = PEERS / "policies"
LEAST = 1000
THREADS = (1, 2)
# A run of few claims is over in no time, so that more of them are needed for a steady median.
CLAIMS_IN_ALL_ROUNDS = 200_000
MOST_ROUNDS = 25

HEAD = [
    "请求 claims",
    "线程 threads",
    "秒 s",
    "每秒 claims/s",
    "每笔微秒，不算启动 µs a claim without the start",
    "比上一行多的每一笔，微秒 µs for each claim more than the size before",
    "处理器秒 CPU s",
    "内存 peak MiB",
]


def sizes(most):
    size = LEAST
    while size <= most:
        yield size
        size *= 10


def make_claims(folder, options):
    """The file of one claim and every size's, the first lines of the largest one, from the smallest size on. Another process makes them, so that
    its memory does not count as that of the programs started here."""
    most = max(sizes(options.most))
    command = [sys.executable, PEERS / "claims.py", folder, "--claims", str(most), "--seed", str(options.seed)]
    subprocess.run([*command, "--ndjson"], check=True)
    (folder / "claims.i64").unlink()
    whole = folder / "claims.ndjson"
    for size in (1, *sizes(options.most)):
        yield size, whole if size == most else first_lines(whole, size, folder / f"{size}.ndjson")


def first_lines(whole, count, path):
    with open(whole, "rb") as lines, open(path, "wb") as file:
        for _ in range(count):
            file.write(lines.readline())
    return path


def commands(options, file):
    start = [options.policy, "settle", "--policies", POLICIES]
    return {threads: [*start, "--threads", threads, file] for threads in THREADS}


def measure_size(options, size, file):
    rounds = max(options.rounds, min(MOST_ROUNDS, CLAIMS_IN_ALL_ROUNDS // size))
    return measure.medians(commands(options, file), rounds)


def measure_growth(options, folder):
    found = {}
    for size, file in make_claims(folder, options):
        print(f"{size} claims", file=sys.stderr)
        found[size] = measure_size(options, size, file)
        file.unlink()
    return found


def by_claim(found, size, threads):
    """Microseconds a claim without starting, reading the rules and the first claim, as far as they can be told apart."""
    return max(found[size][threads][0] - found[1][threads][0], 0) / (size - 1) * 1e6


def by_further_claim(found, size, threads):
    """Microseconds for each claim more than in the file before: what is done once, for each kind of claim, is not in it."""
    before = max(smaller for smaller in found if smaller < size)
    return max(found[size][threads][0] - found[before][threads][0], 0) / (size - before) * 1e6


def rows(found):
    for size, by_threads in found.items():
        for threads, (seconds, processor, memory) in by_threads.items():
            if size > 1:
                speeds = [grouped(size / seconds), f"{by_claim(found, size, threads):.2f}", f"{by_further_claim(found, size, threads):.2f}"]
                yield [grouped(size), str(threads), f"{seconds:.3f}", *speeds, f"{processor:.2f}", f"{memory:.0f}"]


def said_of_start(found):
    milliseconds = " / ".join(f"{found[1][threads][0] * 1000:.0f}" for threads in THREADS)
    return f"启动、读规则、第一笔 starting, reading the rules and the first claim: {milliseconds} ms"


def plots(found):
    whole = [size for size in found if size > 1]
    names = {threads: f"{threads} 线程 thread{'s' if threads > 1 else ''}" for threads in THREADS}

    def series(value):
        return {name: [(size, value(size, threads)) for size in whole] for threads, name in names.items()}

    return {
        "claims-speed.svg": (
            svg.Plot(("结算速度：每秒笔数，含启动", "Speed of settling: claims a second, start included"), "请求 claims", "claims/s", 2),
            series(lambda size, threads: size / found[size][threads][0]),
        ),
        "claims-memory.svg": (
            svg.Plot(("结算所用内存（最大值，MiB）", "Memory of settling (peak, MiB)"), "请求 claims", "MiB", 2),
            series(lambda size, threads: found[size][threads][2]),
        ),
    }


def grouped(number):
    return f"{number:,.0f}".replace(",", " ")
