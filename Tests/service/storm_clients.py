"""Clients that ask a service without pause and hold every answer against the sets of rules that may have given it."""

import dataclasses
import http.client
import json
import random
import re
import threading
import time

from running import JSON
from storm_rules import CLAIMS, ON, REGION, RuleSet

LINES = {"Content-Type": "application/x-ndjson"}
BATCH_LINES = 12
# A batch that is sent line by line, so that rules change while it is on its way.
SLOW_BATCH_LINES = 30
SLOW_BATCH_SECONDS = 2
DECISION = rb'"decision_id": "([0-9a-f-]{32,36})", "revision": "(sha256:[0-9a-f]{64})", "result": (.*)\}\n'
ANSWER = re.compile(rb"\{" + DECISION)
LINE = re.compile(rb'\{"line": (\d+), "status": 200, ' + DECISION)


class Wrong(Exception):
    """An answer that the service must not give."""


class InForce:
    """Which sets of rules may answer, over time: one, or two while it changes from one to the other."""

    def __init__(self, rules: RuleSet):
        self._history = [{rules.revision}]

    def change(self, *sets: RuleSet) -> None:
        self._history.append({rules.revision for rules in sets})

    @property
    def now(self) -> int:
        return len(self._history) - 1

    def since(self, moment: int) -> set[str]:
        return set().union(*self._history[moment:])


@dataclasses.dataclass(frozen=True)
class Decision:
    """An answer that came whole."""

    id: str
    kind: str
    rules: RuleSet
    claim: int
    # Of what was in force when it was asked for.
    moment: int = dataclasses.field(default=0, compare=False)


class Load:
    """Threads of clients, each on a connection that it keeps.

    `faults` is what the service must not do; `decisions` what it answered, in the order of each client.
    """

    def __init__(self, port: int, sets: list[RuleSet], in_force: InForce, seed: int):
        self.decisions: list[Decision] = []
        self.faults: list[str] = []
        self.answered = {"settle": 0, "batch": 0, "slow batch": 0, "standing": 0, "rules": 0}
        self._port = port
        self._sets = {rules.revision: rules for rules in sets}
        self._in_force = in_force
        self._is_ending = threading.Event()
        self._is_service_ending = threading.Event()
        asks = [self._ask_anything] * 3 + [self._ask_slowly]
        self._threads = [
            threading.Thread(target=self._work, args=(ask, random.Random(seed * 100 + number)), daemon=True)
            for number, ask in enumerate(asks)]
        for thread in self._threads:
            thread.start()

    def service_ends(self) -> None:
        """From now on connections may break; what comes whole counts as before."""
        self._is_service_ending.set()
        self._is_ending.set()

    def end(self) -> None:
        self._is_ending.set()
        for thread in self._threads:
            thread.join(60)
            if thread.is_alive():
                self.faults.append("a request was not answered for a minute")

    def _work(self, ask, rng: random.Random) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            while not self._is_ending.is_set():
                ask(connection, rng)
        except (OSError, http.client.HTTPException) as error:
            if not self._is_service_ending.is_set():
                self.faults.append(f"a request was lost: {error!r}")
        except Exception as wrong:
            self.faults.append(repr(wrong))
        finally:
            connection.close()

    def _ask_anything(self, connection, rng) -> None:
        rng.choices([self._settle, self._batch, self._standing, self._rules], [6, 1, 1, 1])[0](connection, rng)

    def _settle(self, connection, rng) -> None:
        moment, claim = self._in_force.now, rng.randrange(len(CLAIMS))
        text, tag = self._answer(connection, "POST", "/v1/settle", CLAIMS[claim], JSON)
        decision = self._decision("settle", self._match(ANSWER, text).groups(), claim, moment)
        self._hold(tag == decision.rules.revision, f"ETag {tag} of an answer from {decision.rules.name}")
        self.answered["settle"] += 1

    def _standing(self, connection, rng) -> None:
        moment, claim = self._in_force.now, rng.randrange(len(CLAIMS))
        text, _ = self._answer(connection, "POST", "/v1/standing", CLAIMS[claim], JSON)
        self._decision("standing", self._match(ANSWER, text).groups(), claim, moment)
        self.answered["standing"] += 1

    def _rules(self, connection, rng) -> None:
        moment = self._in_force.now
        text, tag = self._answer(connection, "GET", f"/v1/regions/{REGION}/rules?on={ON}", None, {})
        answer = json.loads(text)
        rules = self._known(answer["revision"], moment)
        self._hold(tag == rules.revision, f"ETag {tag} of rules from {rules.name}")
        self._hold(answer["rules"]["digest"] == rules.digest, f"rules of other than their revision: {text[:500]}")
        self.answered["rules"] += 1

    def _batch(self, connection, rng) -> None:
        moment, claims = self._in_force.now, rng.choices(range(len(CLAIMS)), k=BATCH_LINES)
        body = b"\n".join(CLAIMS[claim] for claim in claims)
        connection.request("POST", "/v1/batch/settle", body, LINES)
        response = begun(connection)
        self._read_lines(response, claims, moment)
        self.answered["batch"] += 1

    def _ask_slowly(self, connection, rng) -> None:
        """A batch that waits for each line's answer before it sends the next."""
        moment, claims = self._in_force.now, rng.choices(range(len(CLAIMS)), k=SLOW_BATCH_LINES)
        connection.putrequest("POST", "/v1/batch/settle")
        for name, value in (LINES | {"Transfer-Encoding": "chunked"}).items():
            connection.putheader(name, value)
        connection.endheaders()
        self._read_lines(SlowBatch(connection, claims, lambda: self._pause(rng)), claims, moment)
        self.answered["slow batch"] += 1

    def _pause(self, rng) -> None:
        if not self._is_ending.is_set():
            time.sleep(rng.uniform(0, 2 * SLOW_BATCH_SECONDS / SLOW_BATCH_LINES))

    def _read_lines(self, response, claims: list[int], moment: int) -> None:
        seen = set()
        for number, claim in enumerate(claims, 1):
            groups = self._match(LINE, response.readline()).groups()
            self._hold(int(groups[0]) == number, f"line {groups[0]} instead of {number}")
            decision = self._decision("settle", groups[1:], claim, moment)
            seen.add(decision.rules.name)
            self._hold(len(seen) == 1, "a batch from two sets of rules")
        self._hold(response.read() == b"", "more lines than were asked for")

    def _answer(self, connection, method, path, body, headers) -> tuple[bytes, str]:
        connection.request(method, path, body, headers)
        response = begun(connection)
        return response.read(), response.getheader("ETag", "").strip('"')

    def _match(self, pattern: re.Pattern, text: bytes) -> re.Match:
        match = pattern.fullmatch(text)
        if match:
            return match
        if not text.endswith(b"\n"):
            raise http.client.IncompleteRead(text)
        raise Wrong(f"no settlement: {text[:500]}")

    def _decision(self, kind: str, groups: tuple[bytes, ...], claim: int, moment: int) -> Decision:
        name, revision, result = groups
        decision = Decision(name.decode(), kind, self._known(revision.decode(), moment), claim, moment)
        # Kept before it is judged: it came, so it has to be in the log.
        self.decisions.append(decision)
        expected = decision.rules.answers[claim] if kind == "settle" else decision.rules.digest.encode()
        is_right = result == expected if kind == "settle" else expected in result
        self._hold(is_right, f"revision of {decision.rules.name}, but {result[:1000]}")
        return decision

    def _known(self, revision: str, moment: int) -> RuleSet:
        self._hold(revision in self._sets, f"revision of no good set: {revision}")
        allowed = self._in_force.since(moment)
        self._hold(revision in allowed, f"set {self._sets[revision].name} answered when another was in force")
        return self._sets[revision]

    def _hold(self, condition: bool, otherwise: str) -> None:
        if not condition:
            raise Wrong(otherwise)


def begun(connection: http.client.HTTPConnection) -> http.client.HTTPResponse:
    response = connection.getresponse()
    if response.status != 200:
        raise Wrong(f"{response.status}: {response.read()[:500]}")
    return response


class SlowBatch:
    """The answer to a batch whose lines are sent one by one, each when the answer to the one before is there."""

    def __init__(self, connection: http.client.HTTPConnection, claims: list[int], pause):
        self._connection = connection
        self._claims = iter(claims)
        self._pause = pause
        self._response = None

    def readline(self) -> bytes:
        line = CLAIMS[next(self._claims)] + b"\n"
        self._connection.send(b"%x\r\n%s\r\n" % (len(line), line))
        self._pause()
        if not self._response:
            self._response = begun(self._connection)
        return self._response.readline()

    def read(self) -> bytes:
        self._connection.send(b"0\r\n\r\n")
        return self._response.read()
