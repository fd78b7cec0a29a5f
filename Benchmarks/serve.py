"""Measures `policy serve` against the same server that sends back the JSON it gets, at one core and at two.

The load comes from wrk on the same machine: at one core the server has that core and wrk has the others, at two they share
them. Each client sends the next claim when it has its answer. Every round measures all in turn, with a server that was just
started and ran warm for a second; the table has the medians of the rounds, also of the ratios. It says what one machine did
on one day.

Usage: serve.py --policy POLICY --echo ECHO [--rounds N] [--seconds S]; a try-out: --rounds 1 --seconds 1. POLICY and ECHO are
release builds with the trait Server. Installs wrk, from Debian's packages, where it is missing.
"""

import argparse
import http.client
import json
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from typing import NamedTuple

import machine

ROOT = pathlib.Path(__file__).resolve().parents[1]
WARM_SECONDS = 1
# Batches at once: one alone is settled on one core.
BATCHES = 2
BATCH_PIECE = 100


class Case(NamedTuple):
    name: str
    # What is started; "echo" stands for the program that evaluates nothing.
    program: str
    arguments: tuple[str, ...]
    # What is sent: "claims", "answers" or "batch".
    sent: str


CASES = [
    Case("`/v1/settle`", "policy", (), "claims"),
    Case("`/v1/settle`, `--log-level notice`", "policy", ("--log-level", "notice"), "claims"),
    Case("`/v1/settle`, `--decision-log`", "policy", ("--decision-log", "decisions.ndjson"), "claims"),
    Case("回声：请求 echo of the claim", "echo", (), "claims"),
    Case("回声：答复 echo of the answer", "echo", (), "answers"),
    Case("`/v1/batch/settle`", "policy", (), "batch"),
]
ECHO_OF_CLAIM, ECHO_OF_ANSWER = CASES[3], CASES[4]


class Figures(NamedTuple):
    """Claims a second, milliseconds, megabytes. A batch has no time of a single claim."""

    speed: float
    p50: float | None
    p99: float | None
    memory: float


class Server:
    """A server on some of the cores, with its log in a file so that nobody has to read along."""

    def __init__(self, command: list[str], cores: set[int], folder: pathlib.Path):
        self.log = folder / "server.log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(pinned(command, cores), cwd=ROOT, stderr=log, stdout=subprocess.DEVNULL)
        self.port = self._port()

    def _port(self) -> int:
        for _ in range(600):
            text = self.log.read_text(encoding="utf-8")
            for line in text.splitlines():
                if '"message": "listening"' in line:
                    return int(json.loads(line)["port"])
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        self.end()
        sys.exit(f"did not start: {' '.join(self.process.args)}\n{text}nothing measured")

    def memory(self) -> float:
        """The most it held, in megabytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"^VmHWM:\s+(\d+)", status, re.MULTILINE)[1]) / 1024

    def end(self):
        self.process.kill()
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()


class Benchmark:
    def __init__(self, options: argparse.Namespace, folder: pathlib.Path):
        self.options = options
        self.folder = folder
        self.claims = pathlib.Path(options.source).resolve()
        self.answers = folder / "answers.ndjson"
        self.cores = sorted(os.sched_getaffinity(0))

    def start(self, case: Case, cores: set[int]) -> Server:
        if case.program == "echo":
            return Server([self.options.echo, "--listen", "127.0.0.1:0"], cores, self.folder)
        for part in self.folder.glob("decisions.ndjson*"):
            part.unlink()
        arguments = [str(self.folder / name) if name.startswith("decisions") else name for name in case.arguments]
        return Server([self.options.policy, "serve", "--listen", "127.0.0.1:0", *arguments], cores, self.folder)

    def keep_answers(self):
        """What the service answers to the claims, so that the echo can be given JSON of the same size."""
        with self.start(CASES[0], set(self.cores)) as server:
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
            with open(self.answers, "wb") as answers:
                for claim in self.claims.read_bytes().splitlines():
                    connection.request("POST", "/v1/settle", claim, {"Content-Type": "application/json"})
                    response = connection.getresponse()
                    answer = response.read()
                    if response.status != 200:
                        sys.exit(f"{claim[:80]!r} was answered {response.status}: nothing measured")
                    answers.write(answer.strip() + b"\n")
            connection.close()

    def measure(self, case: Case, count: int) -> Figures:
        cores = set(self.cores[:count])
        # Where a core is left, the load comes from there.
        load_cores = set(self.cores) - cores or cores
        load = self.batches if case.sent == "batch" else self.requests
        with self.start(case, cores) as server:
            load(server, case, load_cores, WARM_SECONDS)
            speed, p50, p99 = load(server, case, load_cores, self.options.seconds)
            return Figures(speed, p50, p99, server.memory())

    def requests(self, server: Server, case: Case, cores: set[int], seconds: int) -> tuple[float, float, float]:
        file = self.answers if case.sent == "answers" else self.claims
        script = pathlib.Path(__file__).with_name("serve.lua")
        command = ["wrk", "--threads", "1", "--connections", str(self.options.clients), "--duration", f"{seconds}s",
                   "--timeout", "30s", "--script", str(script), f"http://127.0.0.1:{server.port}/v1/settle", "--", str(file)]
        output = subprocess.run(pinned(command, cores), check=True, capture_output=True, text=True).stdout
        figures = json.loads(output.splitlines()[-1])
        if figures["refused"] or figures["failed"] or not figures["requests"]:
            sys.exit(f"{case.name} did not answer all: {figures}: nothing measured")
        return figures["requests"] / figures["seconds"], figures["p50"], figures["p99"]

    def batches(self, server: Server, case: Case, cores: set[int], seconds: int) -> tuple[float, None, None]:
        lines = self.claims.read_bytes().splitlines(keepends=True)
        piece = b"".join(lines[number % len(lines)] for number in range(BATCH_PIECE))
        batches = [Batch(server.port, piece, seconds) for _ in range(BATCHES)]
        before = os.sched_getaffinity(0)
        os.sched_setaffinity(0, cores)
        for batch in batches:
            batch.start()
        for batch in batches:
            batch.join()
        os.sched_setaffinity(0, before)
        if any(batch.refused or not batch.settled for batch in batches):
            sys.exit(f"{case.name} did not settle all: {[batch.refused for batch in batches]}: nothing measured")
        return sum(batch.settled / batch.seconds for batch in batches), None, None


class Batch(threading.Thread):
    """One batch that is sent for some seconds, and whose answers are taken at the same time."""

    def __init__(self, port: int, piece: bytes, seconds: int):
        super().__init__()
        self.port = port
        self.piece = b"%x\r\n%s\r\n" % (len(piece), piece)
        self.seconds = seconds
        self.settled = 0
        self.refused = 0

    def run(self):
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as connection:
            begun = time.monotonic()
            sender = threading.Thread(target=self._send, args=(connection, begun + self.seconds))
            sender.start()
            response = http.client.HTTPResponse(connection, method="POST")
            response.begin()
            for line in response:
                if b'"status": 200,' in line:
                    self.settled += 1
                else:
                    self.refused += 1
            self.seconds = time.monotonic() - begun
            sender.join()

    def _send(self, connection: socket.socket, end: float):
        connection.sendall(
            b"POST /v1/batch/settle HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
            b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
        while time.monotonic() < end:
            connection.sendall(self.piece)
        connection.sendall(b"0\r\n\r\n")


def pinned(command: list[str], cores: set[int]) -> list[str]:
    return ["taskset", "--cpu-list", ",".join(map(str, sorted(cores))), *command]


def median(values: list[float | None]) -> float | None:
    return None if None in values else statistics.median(values)


def ratio(case: Case, echo: Case, rounds: list[dict[Case, Figures]]) -> float | None:
    """How fast a case is beside an echo in the same round. A batch is a single request and compares with none."""
    if case.sent == "batch":
        return None
    return statistics.median(figures[case].speed / figures[echo].speed for figures in rounds)


def number(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:,.{digits}f}".replace(",", " ")


def rows(count: int, rounds: list[dict[Case, Figures]]) -> list[str]:
    """The rows of the table for a number of cores."""
    lines = []
    for case in CASES:
        speed, p50, p99, memory = (median(list(values)) for values in zip(*(figures[case] for figures in rounds)))
        ratios = [ratio(case, echo, rounds) for echo in (ECHO_OF_CLAIM, ECHO_OF_ANSWER)]
        cells = [str(count), case.name, number(speed, 0), number(p50, 1), number(p99, 1), number(ratios[0], 2),
                 number(ratios[1], 2), number(memory, 0)]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def read_options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--policy", required=True, help="the release build of the program")
    arguments.add_argument("--echo", required=True, help="the release build of Benchmarks/echo")
    arguments.add_argument("--source", default=ROOT / "examples/claims/demo.ndjson")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--seconds", type=int, default=10, help="of each measurement")
    arguments.add_argument("--clients", type=int, default=16, help="connections of wrk")
    options = arguments.parse_args()
    for name in ("policy", "echo"):
        path = pathlib.Path(getattr(options, name)).resolve()
        if not os.access(path, os.X_OK):
            sys.exit(f"--{name}: there is no program {path}: nothing measured")
        setattr(options, name, str(path))
    return options


def main() -> int:
    options = read_options()
    if not shutil.which("wrk"):
        subprocess.run([ROOT / "scripts/apt-install", "wrk"], check=True)
    with tempfile.TemporaryDirectory() as folder:
        benchmark = Benchmark(options, pathlib.Path(folder))
        benchmark.keep_answers()
        print("\n".join(machine.lines()))
        print(f"load     wrk, {options.clients} connections, and {BATCHES} batches at once, on the same machine; "
              f"{options.rounds} rounds of {options.seconds} s each, medians")
        print(f"bodies   {mean_line(benchmark.claims):.0f} bytes a claim, {mean_line(benchmark.answers):.0f} an answer\n")
        print("| 核 cores | 请求 request | 每秒笔数 claims/s | p50 ms | p99 ms | 与回声请求之比 to echo of the claim "
              "| 与回声答复之比 to echo of the answer | 内存 memory MB |")
        print("|---:|---|---:|---:|---:|---:|---:|---:|")
        for count in [count for count in (1, 2) if count <= len(benchmark.cores)]:
            rounds = [{case: benchmark.measure(case, count) for case in CASES} for _ in range(options.rounds)]
            print("\n".join(rows(count, rounds)), flush=True)
    return 0


def mean_line(file: pathlib.Path) -> float:
    return statistics.mean(len(line) for line in file.read_bytes().splitlines())


if __name__ == "__main__":
    sys.exit(main())
