"""Rules that change and a process that is killed, both under load: no request is lost, no answer mixes two sets of rules,
no answered decision is missing in the log, and after every end the last good set is served.

Usage: storms.py POLICY [--reloads N] [--kills N] [--seed S], POLICY being built with the trait Server. Needs openssl.
As it is, for every change of the program, in about a minute; in full: --reloads 200 --kills 50. Prints what was wrong
and, last, what was counted; ends with 1 when anything was wrong. A folder of rules goes through all the changes and a
signed bundle through half as many. Of 25 kills one comes while a full log is rotated, which takes 256 MiB of disk.
"""

import argparse
import collections
import http.client
import json
import pathlib
import random
import re
import signal
import sys
import tempfile
import threading
import time

from running import Service
from storm_clients import InForce, Load
from storm_log import GrowingLog, chained
from storm_rules import RuleSet, RulesInFolder, RulesInSignedBundle, make_sets, policy

TRIGGERS = ["request", "SIGHUP", "watch"]
# Small parts, so that some kill comes while the log rotates.
BYTES_OF_PART = 500_000


class ReloadStorm:
    """One service whose rules change without pause while it is asked without pause."""

    def __init__(self, source: RulesInFolder | RulesInSignedBundle, sets: list[RuleSet], seed: int, faults: list[str]):
        self.faults = faults
        self.counts: collections.Counter[str] = collections.Counter()
        self._source = source
        self._sets = sets
        self._rng = random.Random(seed)
        self._rules = sets[0]
        self._in_force = InForce(self._rules)
        self._service = Service(
            "--policies", str(source.path), "--watch", "--log-level", "notice", *source.arguments)
        self._load = Load(self._service.port, sets, self._in_force, seed)

    def run(self, changes: int) -> collections.Counter[str]:
        """Returns how many requests were answered."""
        try:
            kinds = []
            for number in range(changes - 1):
                if not kinds:
                    kinds = self._source.good + self._source.faulty
                    self._rng.shuffle(kinds)
                self._change(kinds.pop(), TRIGGERS[number % len(TRIGGERS)])
                if self.faults or self._load.faults:
                    break
            self._change("rewrite", "request")
        except (OSError, http.client.HTTPException) as error:
            self.faults.append(f"the service does not answer: {error!r}")
        self._end()
        return collections.Counter(self._load.answered)

    def _end(self) -> None:
        self._load.end()
        self.faults += self._load.faults
        try:
            self._hold(self._service.revision() == self._rules.revision, "the last good set is not in force at the end")
        except (OSError, http.client.HTTPException):
            self.faults.append(f"the service is gone: {self._service.process.poll()}")
        self._service.end()

    def _change(self, kind: str, trigger: str) -> None:
        before = self._outcomes()
        change = getattr(self._source, kind)
        expected = self._rng.choice(self._sets) if kind in self._source.good else None
        if expected:
            self._in_force.change(self._rules, expected)
            change(expected, lambda: self._ask(None, f"{kind} unfinished"))
        else:
            change()
        self._reload(expected, kind, trigger, before)
        if expected:
            self._rules = expected
            self._in_force.change(expected)

    def _reload(self, expected: RuleSet | None, kind: str, trigger: str, before: dict[str, int]) -> None:
        if trigger == "request":
            self._ask(expected, kind)
            return
        if trigger == "SIGHUP":
            self._service.process.send_signal(signal.SIGHUP)
        outcome = "accepted" if expected else "refused"
        revision = (expected or self._rules).revision
        self._hold(
            self._service.waits_for(lambda: self._outcomes()[outcome] > before[outcome] and
                                    self._service.revision() == revision),
            f"{kind} by {trigger}: not {outcome}, or not {revision} in force")
        self.counts[f"{trigger} {outcome}"] += 1

    def _ask(self, expected: RuleSet | None, kind: str) -> None:
        status, text = self._service.request("POST", "/v1/reload")
        answer = json.loads(text)
        if expected:
            is_right = status == 200 and answer["revision"] == expected.revision
        else:
            is_right = status == 422 and len(answer["errors"]) > 1
        self._hold(is_right, f"{kind} by request: {status} {text[:500]}")
        self.counts["request accepted" if expected else "request refused"] += 1

    def _outcomes(self) -> dict[str, int]:
        text = self._service.request("GET", "/metrics")[1].decode()
        counts = collections.Counter(
            {name: int(count) for name, count in re.findall(r'policy_reloads_total\{outcome="(\w+)"\} (\d+)', text)})
        return {"accepted": counts["swapped"] + counts["unchanged"], "refused": counts["refused"]}

    def _hold(self, condition: bool, otherwise: str) -> None:
        if not condition:
            self.faults.append(otherwise)


class Reloads(threading.Thread):
    """Replaces the rules and has them loaded, over and over, until the service is gone."""

    def __init__(self, service: Service, source: RulesInFolder, sets: list[RuleSet], rules: RuleSet, in_force: InForce):
        super().__init__(daemon=True)
        self.faults: list[str] = []
        # In force; about to come, and since when.
        self.rules = rules
        self.coming: RuleSet | None = None
        self.moment = 0
        self.time = 0
        self.count = 0
        self._service = service
        self._source = source
        self._sets = sets
        self._in_force = in_force
        self.is_ending = threading.Event()

    def run(self) -> None:
        while not self.is_ending.is_set():
            self.coming = next(rules for rules in self._sets if rules != self.rules)
            self._in_force.change(self.rules, self.coming)
            self.moment = self._in_force.now
            self.time = int(time.time())
            self._source.rename(self.coming)
            try:
                status, text = self._service.request("POST", "/v1/reload")
            except (OSError, http.client.HTTPException):
                return
            if status != 200:
                self.faults.append(f"reload of a good set: {status} {text[:500]}")
            self.rules, self.coming = self.coming, None
            self._in_force.change(self.rules)
            self.count += 1

    def has_arrived(self, load: Load) -> bool:
        """Whether the set that is about to come has given an answer: then it is the last good one."""
        coming, moment = self.coming, self.moment
        return any(decision.rules == coming and decision.moment >= moment for decision in load.decisions[-200:])


class KillStorm:
    """One log and one file of last good rules, and a service that is killed and started again."""

    def __init__(self, place: pathlib.Path, sets: list[RuleSet], seed: int, faults: list[str]):
        self.faults = faults
        self.counts: collections.Counter[str] = collections.Counter()
        self._sets = sets
        self._rng = random.Random(seed)
        self._source = RulesInFolder(place, sets, self._rng)
        # What lies in the folder; nothing when it is broken.
        self._lying: RuleSet | None = sets[0]
        # What the next start may serve.
        self._last_good = {sets[0]}
        (place / "log").mkdir()
        self._log = GrowingLog(place / "log/decisions.ndjson", sets)
        self._kept = place / "last-good.tar"
        self._torn = b""
        self._number_of_torn = 0

    def run(self, kills: int) -> collections.Counter[str]:
        """Returns how many requests were answered."""
        answered = collections.Counter()
        for _ in range(kills):
            answered += self._round(self._moment())
        service = self._start()[0]
        service.process.send_signal(signal.SIGTERM)
        self._hold(service.process.wait(60) == 0, "SIGTERM: not exit code 0")
        service.end()
        self._replay()
        return answered

    def _moment(self) -> str:
        return self._rng.choice(["under load", "while reloading", "with the first answer of a set", "rotation"])

    def _start(self) -> tuple[Service, RuleSet]:
        service = Service(
            "--policies", str(self._source.path), "--decision-log", str(self._log.path), "--last-good",
            str(self._kept), "--log-level", "notice", "--decision-log-part", str(BYTES_OF_PART))
        revision = service.revision()
        served = next((rules for rules in self._sets if rules.revision == revision), self._sets[0])
        allowed = {self._lying} if self._lying else self._last_good
        self._hold(
            served in allowed and served.revision == revision,
            f"restart serves {served.name} {revision}, not {[rules.name for rules in allowed]}; "
            f"in the folder: {self._lying and self._lying.name}")
        self._check_torn(service)
        self.counts["restarts on the folder" if self._lying else "restarts on last good rules"] += 1
        return service, served

    def _check_torn(self, service: Service) -> None:
        aside = self._log.parts(".torn")
        self._number_of_torn += bool(self._torn)
        self._hold(len(aside) == self._number_of_torn, f"torn lines set aside: {aside}, not {self._number_of_torn}")
        self._hold(self._log.read() == b"", "a torn line is still in the log")
        if self._torn and aside:
            self._hold(aside[-1].read_bytes() == self._torn, "what was set aside is not the torn line")
            self._hold("L0112" in "".join(service.log), "no notice of the torn line")
            self.counts["torn lines"] += 1

    def _round(self, moment: str) -> collections.Counter[str]:
        service, served = self._start()
        in_force = InForce(served)
        load = Load(service.port, self._sets, in_force, self._rng.randrange(1 << 32))
        reloads = Reloads(service, self._source, self._sets, served, in_force)
        if moment in ("while reloading", "with the first answer of a set"):
            reloads.start()
        try:
            self._wait(moment, load, reloads)
        finally:
            reloads.is_ending.set()
            load.service_ends()
            service.end()
        load.end()
        if reloads.ident:
            reloads.join(60)
            self._lying = reloads.coming or reloads.rules
        self.faults += load.faults + reloads.faults
        self.counts[f"kills {moment}"] += 1
        self.counts["reloads in between"] += reloads.count
        self._learn(load, reloads)
        self._verify(load)
        self._verify_known_at(load, reloads)
        self._damage()
        return collections.Counter(load.answered)

    def _wait(self, moment: str, load: Load, reloads: Reloads) -> None:
        limit = time.monotonic() + 60
        if moment == "rotation":
            parts = len(self._log.parts())
            while len(self._log.parts()) == parts and time.monotonic() < limit:
                time.sleep(0.0002)
            self._hold(len(self._log.parts()) > parts, "no rotation in a minute")
            time.sleep(self._rng.uniform(0, 0.002))
            return
        time.sleep(self._rng.uniform(0, 1))
        if moment == "with the first answer of a set":
            while not (reloads.coming and reloads.has_arrived(load)) and time.monotonic() < limit:
                time.sleep(0)

    def _learn(self, load: Load, reloads: Reloads) -> None:
        """Which set was the last good one when the service was killed."""
        coming = {reloads.coming} if reloads.coming else set()
        self._last_good = coming if coming and reloads.has_arrived(load) else {reloads.rules} | coming

    def _verify(self, load: Load) -> None:
        self._torn = self._log.read()
        for decision in load.decisions:
            self._hold(
                self._log.decisions.get(decision.id) == decision,
                f"answered {decision}, logged {self._log.decisions.get(decision.id)}")
        self.faults += self._log.faults
        self._log.faults.clear()
        self.counts["decisions received"] += len(load.decisions)

    def _verify_known_at(self, load: Load, reloads: Reloads) -> None:
        """What the newest set decided was not known before that set was there."""
        begun = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(reloads.time))
        newest = [decision.id for decision in load.decisions
                  if decision.rules == reloads.coming and decision.moment >= reloads.moment]
        early = {self._log.known_at[name] for name in newest if self._log.known_at.get(name, begun) < begun}
        self._hold(not early, f"rules that came after {begun} are said to be known at {early}")

    def _damage(self) -> None:
        """What else may have happened when the service starts again: half a line, rules that are no good."""
        lines = [line for own in self._log.lines.values() for line in own[-1:]]
        if lines and not self._torn and self._rng.random() < 0.5:
            line = self._rng.choice(lines)
            self._torn = line[:self._rng.randrange(1, len(line))]
            with self._log.path.open("ab") as file:
                file.write(self._torn)
        if self._rng.random() < 0.5:
            getattr(self._source, self._rng.choice(self._source.faulty))()
            self._lying = None
        elif not self._lying:
            self._lying = self._source.rename(self._rng.choice(self._sets))

    def _replay(self) -> None:
        self._log.read()
        lines = self._log.lines
        for rules in self._sets:
            given = b"".join(line + b"\n" for line in chained(lines[rules.name]))
            report = replay("-", rules, given, expected=0)
            self._hold_replay(report, reproduced=len(lines[rules.name]))
        first, second = self._sets
        others = [decision for decision in self._log.decisions.values() if decision.rules == second]
        changed = sum(decision.kind == "settle" and first.paid[decision.claim] != second.paid[decision.claim]
                      for decision in others)
        report = replay(self._log.path, first, expected=1 if changed else 0)
        self._hold_replay(report, reproduced=len(lines[first.name]), changed_amounts=changed,
                          same_figures=len(others) - changed)
        self.counts["decisions replayed"] = report["decisions"]

    def _hold_replay(self, report: dict, **expected: int) -> None:
        counts = {name: report[name] for name in (
            "bad_lines", "without_claim", "reproduced", "same_figures", "changed_amounts", "changed_otherwise",
            "no_longer_settled", "newly_settled", "other_errors", "contradictions")}
        self._hold(counts == dict.fromkeys(counts, 0) | expected, f"replay: {counts}, not {expected}")

    def _hold(self, condition: bool, otherwise: str) -> None:
        if not condition:
            self.faults.append(otherwise)


def replay(log: pathlib.Path | str, rules: RuleSet, given: bytes = b"", *, expected: int) -> dict:
    return json.loads(policy("replay", log, "--policies", rules.folder, "--format", "json", given=given,
                             expected=expected))


def counted(counts: collections.Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))


def run(options: argparse.Namespace, place: pathlib.Path, faults: list[str], results: list[str]) -> None:
    sets = make_sets(place)
    rng = random.Random(options.seed)
    for name, source, number in [
            ("folder", RulesInFolder, options.reloads), ("bundle", RulesInSignedBundle, options.reloads // 2)]:
        if number:
            (place / name).mkdir()
            storm = ReloadStorm(source(place / name, sets, rng), sets, options.seed, faults)
            answered = storm.run(number)
            results.append(f"Reloads of a {name}: answered {counted(answered)}; {counted(storm.counts)}")
    if options.kills:
        (place / "kills").mkdir()
        storm = KillStorm(place / "kills", sets, options.seed, faults)
        answered = storm.run(options.kills)
        results.append(f"Kills: answered {counted(answered)}; {counted(storm.counts)}")


def main() -> int:
    parser = argparse.ArgumentParser(usage="storms.py POLICY [--reloads N] [--kills N] [--seed S]")
    parser.add_argument("--reloads", type=int, default=30)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    print(f"--seed {options.seed}", flush=True)
    faults: list[str] = []
    results: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            run(options, pathlib.Path(folder).resolve(), faults, results)
        except AssertionError as error:
            faults.append(str(error))
    for fault in faults[:20]:
        print("WRONG", fault)
    print(f"{len(faults)} wrong. " + ". ".join(results))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
