"""Malformed requests against the running service, over sockets.

Usage: fuzz.py POLICY [--requests N] [--seed S] [--connections C], where POLICY was built with the trait Server.

First what attackers are known to send, each with its only right answers; then N (100 000) random malformed requests on C (8)
connections at once; at last bodies that are much work to refuse, each to a service of its own. No answer may be a 500 or a bare error, no process may
end, nothing may be kept: memory must not grow, and connections and places must be given back. Prints what was answered and
how much memory was taken. The seed that is printed makes the same requests again.
"""

import argparse
import collections
import json
import os
import random
import re
import select
import socket
import struct
import sys
import tempfile
import threading
import time

from malformed import JSON_FIELD, Maker, costly_attacks, known_attacks, settle
from running import CLAIM, JSON, Service

# Short times, so that requests that never end take little of the test's.
ARGUMENTS = ["--log-level", "notice", "--header-time", "5", "--body-time", "5", "--idle-time", "10"]
STATUSES = {200, 304, 400, 401, 404, 405, 408, 409, 413, 415, 422, 429}
# An answer, or the end of the connection, comes long before; a body that keeps the service busy for so long is a fault.
PATIENCE = 60
# How much more memory the last quarter of the requests may take than the middle half: what allocators keep.
SLACK = 16 << 20
FAULTS_SHOWN = 50
# How long an answer to one body of a mebibyte may be.
LARGEST_ANSWER = 4 << 20


class Late(Exception):
    """Neither an answer nor an end of the connection came."""


def exchange(port, attack):
    """Sends an attack and reads at the same time; what came back until the service closed the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        if attack.end == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.setblocking(False)
        try:
            return conversation(connection, attack)
        except ConnectionError:
            # The service is free to end a connection of what is not HTTP.
            return None


def conversation(connection, attack):
    rest, seen, is_ended = memoryview(attack.data), bytearray(), False
    deadline = time.monotonic() + PATIENCE
    while True:
        if not rest and not is_ended:
            is_ended = True
            if attack.end in ("close", "reset"):
                return None
            if attack.end == "half":
                connection.shutdown(socket.SHUT_WR)
        readable, writable, _ = select.select([connection], [connection] if rest else [], [], 1)
        if readable:
            piece = connection.recv(1 << 16)
            if not piece:
                return bytes(seen)
            seen += piece
        if writable:
            rest = rest[connection.send(rest):]
        if time.monotonic() > deadline:
            raise Late(bytes(seen[:200]))


def answers(seen, attack):
    """Status, fields and body of every answer in what came back. Raises ValueError where it is not HTTP."""
    found, rest = [], seen
    while rest:
        head, separator, rest = rest.partition(b"\r\n\r\n")
        lines = head.split(b"\r\n")
        match = re.fullmatch(rb"HTTP/1\.[01] (\d{3})(?: [^\r\n]*)?", lines[0])
        if not separator or not match:
            raise ValueError(f"not an answer: {head[:200]!r}")
        fields = {name.lower().decode(): value.strip().decode() for name, _, value in
                  (line.partition(b":") for line in lines[1:])}
        status = int(match[1])
        if attack.is_head or status in (100, 304):
            body = b""
        elif fields.get("transfer-encoding") == "chunked":
            body, rest = chunks(rest, attack.is_broken)
        else:
            body, rest = measured(rest, int(fields["content-length"]))
        found.append((status, fields, body))
    return [answer for answer in found if answer[0] != 100]


def measured(rest, length):
    if len(rest) < length:
        raise ValueError(f"{len(rest)} bytes of {length}")
    return rest[:length], rest[length:]


def chunks(rest, may_break):
    """A body in chunks, and what comes after it. Where it may break off, nothing comes after that."""
    body = bytearray()
    while rest or not may_break:
        size, separator, rest = rest.partition(b"\r\n")
        if not separator:
            raise ValueError("an answer without its end")
        length = int(size, 16)
        chunk, rest = measured(rest, length + 2)
        body += chunk[:-2]
        if length == 0:
            break
    return bytes(body), rest


def fault_of_answer(status, fields, body):
    """What is wrong with an answer whatever the request was; None when nothing is."""
    kind = fields.get("content-type", "").split(";")[0]
    if status == 400 and not body and fields.get("connection") == "close":
        # Bytes that are not HTTP.
        return None
    if status not in STATUSES:
        return f"status {status}"
    if kind == "application/x-ndjson":
        return fault_of_lines(body)
    if status in (200, 304):
        return None if kind != "application/json" or not body or is_object(body) else "no JSON"
    if not body:
        return None
    return fault_of_refusal(body) if kind == "application/json" else f"refusal as {kind}"


def is_object(text):
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def fault_of_refusal(text):
    """What makes this no refusal as docs/serve.md has it."""
    if not is_object(text):
        return f"refusal that is no JSON object: {text[:200]!r}"
    refusal = json.loads(text)
    errors = refusal.get("errors")
    if not refusal.get("code") or not refusal.get("message") or not errors:
        return f"refusal without code, message or errors: {text[:200]!r}"
    for error in errors:
        if not re.fullmatch(r"[A-Z]\d{4}", error.get("code", "")) or not error.get("message"):
            return f"error without code or message: {error}"
    return None


def fault_of_lines(body):
    for number, line in enumerate(body.splitlines(), 1):
        if not is_object(line):
            return f"line {number} is no JSON object: {line[:200]!r}"
        answer = json.loads(line)
        if answer.get("line") != number or answer.get("status") not in STATUSES:
            return f"line {number} says it is {answer.get('line')} with status {answer.get('status')}"
        problem = None if answer["status"] == 200 else fault_of_refusal(line)
        if problem:
            return problem
    return None


class Report:
    """What was answered, and what was wrong."""

    def __init__(self):
        self.lock = threading.Lock()
        self.statuses = collections.Counter()
        self.sent = 0
        self.faults = 0

    def add(self, attack, statuses, problem, source):
        with self.lock:
            self.sent += attack.count
            self.statuses.update(statuses)
            if problem:
                self.faults += 1
                if self.faults <= FAULTS_SHOWN:
                    print(f"FAULT {source} ({attack.name}): {problem}\n  sent: {kept(attack.data)}", flush=True)


def kept(data):
    """The bytes of a failing request, in a file when they are many."""
    if len(data) <= 400:
        return repr(data)
    with tempfile.NamedTemporaryFile(prefix="fuzz-", suffix=".bin", delete=False) as file:
        file.write(data)
    return f"{data[:200]!r}… in {file.name}"


def judge(port, attack):
    """The statuses of the answers to an attack, how long they are, and what is wrong with them."""
    try:
        seen = exchange(port, attack)
        found = [] if seen is None else answers(seen, attack)
    except (ValueError, KeyError) as error:
        return ["broken"], 0, f"{type(error).__name__}: {error}"
    except Late as late:
        return ["late"], 0, f"no end within {PATIENCE} s, until then {late}"
    except OSError as error:
        return ["no connection"], 0, f"no connection: {error}"
    statuses = [status for status, _, _ in found]
    problems = [problem for problem in (fault_of_answer(*answer) for answer in found) if problem]
    if attack.statuses and statuses not in attack.statuses:
        problems.append(f"answered {statuses}, not {' or '.join(map(str, attack.statuses))}")
    return statuses or ["closed"], len(seen or b""), problems[0] if problems else None


def send_known(service, report):
    for attack in known_attacks():
        statuses, _, problem = judge(service.port, attack)
        report.add(attack, statuses, problem, "known")


def fault_of_expectation(service):
    """A caller that waits for 100 before it sends the body is told to go on, or gets an answer (RFC 9110 10.1.1)."""
    with service.socket() as connection:
        connection.settimeout(PATIENCE)
        connection.sendall(settle(fields=JSON_FIELD + b"Expect: 100-continue\r\n")[:-len(CLAIM)])
        seen = connection.recv(1 << 16).split(b"\r\n")[0]
    return [] if seen.startswith(b"HTTP/1.1 100") else [f"Expect: 100-continue is answered {seen!r}"]


def send_costly(report):
    """Bodies that are much work, each to a service of its own, with the time and the length of the answer."""
    for attack in costly_attacks():
        service = Service(*ARGUMENTS)
        try:
            start = time.monotonic()
            statuses, length, problem = judge(service.port, attack)
            duration = time.monotonic() - start
            most = memory(service)["VmHWM"] >> 20
        finally:
            service.end()
        if length > LARGEST_ANSWER and attack.statuses:
            problem = problem or f"an answer of {length} bytes"
        report.add(attack, statuses, problem, "costly")
        print(f"costly: {attack.name}: {len(attack.data)} bytes in, {length} out, {duration:.2f} s, at most {most} MiB")


def send_random(service, report, requests, seed, connections):
    """The random requests; resident memory at forty points of them."""
    def run(index):
        maker, sent = Maker(f"{seed}:{index}"), 0
        while sent < requests // connections and service.process.poll() is None:
            attack = maker.next()
            statuses, _, problem = judge(service.port, attack)
            report.add(attack, statuses, problem, f"random, seed {seed}:{index}, after {sent}")
            sent += attack.count

    threads = [threading.Thread(target=run, args=(index,)) for index in range(connections)]
    first, points = report.sent, []
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.05)
        if service.process.poll() is None and report.sent - first >= len(points) * requests / 40:
            points.append(memory(service)["VmRSS"])
    return points


def memory(service):
    """Resident memory now and at most, in bytes."""
    with open(f"/proc/{service.process.pid}/status") as file:
        fields = dict(line.split(":", 1) for line in file)
    return {name: int(fields[name].split()[0]) << 10 for name in ("VmRSS", "VmHWM")}


def faults_of_memory(points):
    quarter = len(points) // 4
    if quarter == 0:
        return ["too few points of memory"]
    middle, last = max(points[quarter:-quarter]), max(points[-quarter:])
    print("RSS in MiB:", " ".join(str(point >> 20) for point in points))
    print(f"RSS: middle half at most {middle >> 20} MiB, last quarter at most {last >> 20} MiB")
    return [f"memory grows from {middle} to {last} bytes"] if last > middle + SLACK else []


def faults_afterwards(service, before, descriptors):
    """What is not as it was before all this."""
    status, text = service.request("POST", "/v1/settle", CLAIM, JSON)
    faults = []
    if status != 200 or json.loads(text)["result"] != before:
        faults.append(f"a good claim is answered otherwise: {status} {text[:300]!r}")
    if not service.waits_for(lambda: len(os.listdir(f"/proc/{service.process.pid}/fd")) <= descriptors + 2):
        faults.append("connections stay open")
    metrics = service.request("GET", "/metrics")[1].decode()
    if "http_requests_in_flight 0\n" not in metrics:
        faults.append("places of requests are not given back")
    for _ in range(20):
        status, text = service.request("POST", "/v1/batch/settle", CLAIM, {"Content-Type": "application/x-ndjson"})
        if status != 200:
            faults.append(f"a batch is answered {status}")
    faults += [f"log: {line.strip()}" for line in service.log if '"message": "unexpected"' in line][:20]
    return faults


def check(service, report, options):
    before = json.loads(service.request("POST", "/v1/settle", CLAIM, JSON)[1])["result"]
    descriptors = len(os.listdir(f"/proc/{service.process.pid}/fd"))
    print(f"RSS at the start: {memory(service)['VmRSS'] >> 20} MiB")
    send_known(service, report)
    expectation = fault_of_expectation(service)
    points = send_random(service, report, options.requests, options.seed, options.connections)
    if service.process.poll() is not None:
        return [f"the service ended with {service.process.returncode}", *service.log[-20:]]
    faults = expectation + faults_of_memory(points) + faults_afterwards(service, before, descriptors)
    print(f"memory at most (VmHWM): {memory(service)['VmHWM'] >> 20} MiB")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--connections", type=int, default=8)
    options = parser.parse_args()
    print("seed", options.seed, flush=True)
    service, report = Service(*ARGUMENTS), Report()
    start = time.monotonic()
    try:
        faults = check(service, report, options)
    finally:
        service.end()
    counts = {str(status): count for status, count in sorted(report.statuses.items(), key=str)}
    print(f"{report.sent} requests in {time.monotonic() - start:.0f} s, answers: {json.dumps(counts)}", flush=True)
    send_costly(report)
    for line in faults:
        print("FAULT", line)
    print(report.faults + len(faults), "faults")
    return 1 if report.faults or faults else 0


if __name__ == "__main__":
    sys.exit(main())
