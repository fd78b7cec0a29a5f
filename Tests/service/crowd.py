"""Idle and slow clients take nothing from the others, and lose their places after the time limits.

Usage: crowd.py POLICY [--idle N] [--slow N] [--seconds S], where POLICY was built with the trait Server. Prints what ordinary
clients got without the crowd and with it; "all claims" counts those of batches and of the crowd too.
A quick run: --idle 100 --slow 28 --seconds 2.
"""

import argparse
import collections
import http.client
import json
import os
import re
import resource
import statistics
import threading
import time
import unittest

from running import CLAIM, JSON, Service
from slow import Crowd

OPTIONS = argparse.Namespace(idle=1000, slow=100, seconds=10)
# Seconds of each time limit of the service: the crowd comes back while others are measured, so it is always there.
LIMIT = 4
ORDINARY_CLIENTS = 6
BATCH_LINES = 12


def held_descriptors(process: int) -> list[str]:
    """What the descriptors of a process are."""
    folder = f"/proc/{process}/fd"
    descriptors = []
    for name in os.listdir(folder):
        try:
            descriptors.append(os.readlink(f"{folder}/{name}"))
        except FileNotFoundError:
            continue
    return descriptors


def callers(service: Service) -> set[int]:
    """The ports of those whose connections the service holds, however they look from the other side."""
    held = set(held_descriptors(service.process.pid))
    ports = set()
    with open("/proc/net/tcp", encoding="ascii") as rows:
        next(rows)
        for row in rows:
            fields = row.split()
            here, there = (int(fields[column].split(":")[1], 16) for column in (1, 2))
            if here == service.port and there != 0 and f"socket:[{fields[9]}]" in held:
                ports.add(there)
    return ports


def memory(service: Service) -> float:
    """Megabytes that the service holds in memory."""
    with open(f"/proc/{service.process.pid}/status", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def result(answer: bytes) -> bytes:
    """The part of an answer that is the same each time."""
    return answer[answer.index(b'"result": '):].rstrip()


def settled(service: Service) -> int:
    """Claims that the service has settled so far, the crowd's among them."""
    text = service.request("GET", "/metrics")[1].decode()
    return int(re.search(r'^policy_claims_total{outcome="settled"} (\d+)$', text, re.MULTILINE)[1])


class Others:
    """Ordinary clients: most keep their connection, one comes anew for every claim, one sends batches."""

    def __init__(self, service: Service):
        self.service = service
        self.times = []
        self.batches = 0
        self.failures = []

    def work(self, expected: bytes):
        self.expected = expected
        self.end = time.monotonic() + OPTIONS.seconds
        clients = [self._settle] * (ORDINARY_CLIENTS - 2) + [self._settle_anew, self._settle_batches]
        threads = [threading.Thread(target=self._guarded, args=(client,)) for client in clients]
        settled_before = settled(self.service)
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.settled = settled(self.service) - settled_before
        return self

    def _guarded(self, client):
        try:
            client()
        except (OSError, http.client.HTTPException) as error:
            self.failures.append(f"{client.__name__}: {error!r}")

    def _connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=60)

    def _settle(self):
        connection = self._connect()
        while time.monotonic() < self.end:
            self._claim(connection)
        connection.close()

    def _settle_anew(self):
        while time.monotonic() < self.end:
            connection = self._connect()
            self._claim(connection)
            connection.close()

    def _claim(self, connection: http.client.HTTPConnection):
        begun = time.monotonic()
        connection.request("POST", "/v1/settle", CLAIM, JSON)
        response = connection.getresponse()
        text = response.read()
        self.times.append(time.monotonic() - begun)
        if response.status != 200 or result(text) != self.expected:
            self.failures.append(f"claim: {response.status} {text[:300]!r}")

    def _settle_batches(self):
        connection = self._connect()
        while time.monotonic() < self.end:
            connection.request(
                "POST", "/v1/batch/settle", (CLAIM + b"\n") * BATCH_LINES, {"Content-Type": "application/x-ndjson"})
            response = connection.getresponse()
            lines = response.read().splitlines()
            self.batches += 1
            if response.status != 200 or [result(line) for line in lines] != [self.expected] * BATCH_LINES:
                self.failures.append(f"batch: {response.status} {lines[:1]}")
        connection.close()

    def row(self, name: str, connections: int) -> str:
        percentiles = statistics.quantiles(self.times, n=100)
        return (f"{name:<18}  {len(self.times) / OPTIONS.seconds:>8.0f}  {1000 * percentiles[49]:>6.1f}  "
                f"{1000 * percentiles[98]:>6.1f}  {self.batches / OPTIONS.seconds:>9.1f}  "
                f"{self.settled / OPTIONS.seconds:>12.0f}  {connections:>11}  {memory(self.service):>9.0f}")


class CrowdTest(unittest.TestCase):
    def start(self, *arguments):
        service = Service("--log-level", "notice", *arguments)
        self.addCleanup(service.end)
        return service

    def test_a_crowd_stops_nobody_and_is_closed(self):
        limits = [text for name in ("header", "body", "idle") for text in (f"--{name}-time", str(LIMIT))]
        # The slow hold places of batches, which are fewer than they are unless told otherwise.
        service = self.start(*limits, "--max-batches", str(OPTIONS.slow + ORDINARY_CLIENTS))
        status, text = service.request("POST", "/v1/settle", CLAIM, JSON)
        self.assertEqual(status, 200)
        alone = Others(service).work(result(text))
        self.assertTrue(service.waits_for(lambda: not callers(service)))
        descriptors = len(held_descriptors(service.process.pid))
        rows = [alone.row("without the crowd", 0)]

        crowd = Crowd(service.port, OPTIONS.idle, OPTIONS.slow, patience=LIMIT * 2)
        self.addCleanup(crowd.end)
        # All but those that were just closed and are about to come back.
        nearly_all = 0.9 * len(crowd.kinds)
        self.assertTrue(service.waits_for(lambda: len(callers(service)) >= nearly_all), "the crowd does not come in")
        beside = Others(service).work(result(text))
        self.assertTrue(service.waits_for(lambda: len(callers(service)) >= nearly_all), "the crowd went away")
        rows.append(beside.row("beside the crowd", len(callers(service))))

        crowd.gathers = False
        is_closed = service.waits_for(lambda: not callers(service))
        left = collections.Counter(crowd.kind_of_port.get(port, "unknown") for port in callers(service))
        after = Others(service).work(result(text))
        rows.append(after.row("after the crowd", sum(left.values())))
        print(f"crowd: {OPTIONS.idle} idle, {OPTIONS.slow} slow, {len(crowd.kind_of_port)} connections in all; "
              f"{ORDINARY_CLIENTS} others, {OPTIONS.seconds} s each; time limits {LIMIT} s")
        print(f"{'':<18}  claims/s  p50 ms  p99 ms  batches/s  all claims/s  connections  memory MB", *rows, sep="\n", flush=True)

        for others in (alone, beside, after):
            self.assertEqual(others.failures, [])
        self.assertEqual(crowd.misunderstood, [])
        self.assertTrue(is_closed, f"still open: {dict(left)}")
        # Waiting also for the ordinary clients, who have just gone.
        service.waits_for(lambda: len(held_descriptors(service.process.pid)) <= descriptors)
        self.assertEqual(len(held_descriptors(service.process.pid)), descriptors)


class FullHouseTest(unittest.TestCase):
    """More connections than --max-connections."""

    ROOM = 8

    def start(self, *arguments):
        service = Service("--max-connections", str(self.ROOM), *arguments)
        self.addCleanup(service.end)
        return service

    def connect(self, service: Service) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=20)
        self.addCleanup(connection.close)
        return connection

    def settle(self, connection: http.client.HTTPConnection) -> tuple[int, bytes]:
        connection.request("POST", "/v1/settle", CLAIM, JSON)
        response = connection.getresponse()
        return response.status, response.read()

    def fill(self, service: Service) -> list[http.client.HTTPConnection]:
        inside = [self.connect(service) for _ in range(self.ROOM)]
        for connection in inside:
            self.assertEqual(self.settle(connection)[0], 200)
        return inside

    def has_room(self, service: Service) -> bool:
        connection = self.connect(service)
        try:
            return self.settle(connection)[0] == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def test_who_comes_beyond_the_limit_is_refused_and_closed(self):
        service = self.start()
        inside = self.fill(service)
        for _ in range(50):
            outside = self.connect(service)
            status, text = self.settle(outside)
            self.assertEqual(status, 503)
            refusal = json.loads(text)
            self.assertLessEqual({"code", "message", "errors"}, refusal.keys())
            self.assertRegex(refusal["errors"][0]["code"], "^H[0-9]{4}$")
        for connection in inside:
            self.assertEqual(self.settle(connection)[0], 200)
        self.assertTrue(service.waits_for(lambda: len(callers(service)) == self.ROOM), "the refused are not closed")

    def test_who_sends_nothing_beyond_the_limit_is_closed(self):
        service = self.start()
        self.fill(service)
        with service.socket() as outside:
            self.assertEqual(outside.recv(65536), b"")
            # Only the service can have closed: this side is still open.
            self.assertTrue(service.waits_for(lambda: len(callers(service)) == self.ROOM))

    def test_there_is_room_again_after_one_leaves(self):
        service = self.start()
        inside = self.fill(service)
        self.assertFalse(self.has_room(service))
        inside[0].close()
        self.assertTrue(service.waits_for(lambda: self.has_room(service)))

    def test_idle_ones_do_not_keep_their_places(self):
        service = self.start("--idle-time", "2")
        self.fill(service)
        self.assertTrue(service.waits_for(lambda: self.has_room(service)))


def read_options():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--idle", type=int, default=OPTIONS.idle)
    arguments.add_argument("--slow", type=int, default=OPTIONS.slow)
    arguments.add_argument("--seconds", type=int, default=OPTIONS.seconds)
    arguments.parse_args(namespace=OPTIONS)


def allow_descriptors(count: int):
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (count if most == resource.RLIM_INFINITY else min(count, most), most))


if __name__ == "__main__":
    read_options()
    allow_descriptors(4 * (OPTIONS.idle + OPTIONS.slow) + 1000)
    unittest.main(argv=["crowd.py"])
