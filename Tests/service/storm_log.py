"""Reads a decision log as it grows, every line once, and holds it against what the rules say."""

import hashlib
import json
import os
import pathlib
import re

from storm_clients import Decision
from storm_rules import CLAIMS, RuleSet

CLAIM_NUMBERS = {json.loads(claim)["claim_id"]: number for number, claim in enumerate(CLAIMS)}


def digest(text: str) -> str:
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def chained(lines: list[bytes]) -> list[bytes]:
    """Some of a log's lines as a log of their own, each with the digest of the one before it now."""
    chain = []
    for line in lines:
        line = re.sub(rb', "previous": "[^"]*"}$', b"}", line)
        if chain:
            line = line[:-1] + b', "previous": "' + digest(chain[-1].decode()).encode() + b'"}'
        chain.append(line)
    return chain


class GrowingLog:
    """`faults` is what the log must not hold."""

    def __init__(self, path: pathlib.Path, sets: list[RuleSet]):
        self.path = path
        self.faults: list[str] = []
        self.decisions: dict[str, Decision] = {}
        self.known_at: dict[str, str] = {}
        self.lines: dict[str, list[bytes]] = {rules.name: [] for rules in sets}
        self._sets = {rules.revision: rules for rules in sets}
        # How far each file was read, whatever its name is by now.
        self._offsets: dict[int, int] = {}
        self._standing_digests: dict[tuple[str, int], str] = {}

    def parts(self, ending: str = "") -> list[pathlib.Path]:
        """Full parts, the oldest first; with an ending, set-aside lines."""
        start = f"{self.path.name}{ending}."
        numbers = [name[len(start):] for name in os.listdir(self.path.parent) if name.startswith(start)]
        return [self.path.with_name(start + number) for number in sorted(filter(str.isdigit, numbers), key=int)]

    def read(self) -> bytes:
        """Reads what is new; returns a last line that is not whole."""
        torn = b""
        for part in [*self.parts(), self.path]:
            if torn:
                self.faults.append(f"a torn line before {part.name}: {torn[:200]}")
            torn = self._read(part) if part.exists() else b""
        return torn

    def _read(self, part: pathlib.Path) -> bytes:
        with part.open("rb") as file:
            identity = os.fstat(file.fileno()).st_ino
            start = self._offsets.get(identity, 0)
            file.seek(start)
            text = file.read()
        end = text.rfind(b"\n") + 1
        self._offsets[identity] = start + end
        for line in text[:end].split(b"\n")[:-1]:
            try:
                self._take(line)
            except (ValueError, KeyError) as error:
                self.faults.append(f"{part.name}: {error!r} in {line[:300]}")
        return text[end:]

    def _take(self, line: bytes) -> None:
        record = json.loads(line, parse_float=str)
        if "note" in record:
            return
        rules, claim = self._sets[record["revision"]], CLAIM_NUMBERS[record["input"]["claim_id"]]
        decision = Decision(record["decision_id"], record["kind"], rules, claim)
        if decision.id in self.decisions:
            self.faults.append(f"a decision twice: {line[:300]}")
        self.decisions[decision.id] = decision
        self.known_at[decision.id] = record["known_at"]
        self.lines[rules.name].append(line)
        self._hold(self._told(record), self._expected(decision, record), line)

    def _told(self, record: dict) -> dict:
        names = ["rules_digest", "input_digest", "result_digest", "outcome", "fund", "person"]
        return {name: record.get(name) for name in names}

    def _expected(self, decision: Decision, record: dict) -> dict:
        rules, claim = decision.rules, decision.claim
        expected = {"rules_digest": rules.digest, "input_digest": digest(masked(CLAIMS[claim].decode(), claim))}
        if decision.kind == "settle":
            fund, person = rules.paid[claim]
            result = digest(masked(rules.answers[claim].decode(), claim))
            return expected | {"result_digest": result, "outcome": "settled", "fund": fund, "person": person}
        # What the first one came to, every other has to come to.
        first = self._standing_digests.setdefault((rules.name, claim), record["result_digest"])
        return expected | {"result_digest": first, "outcome": "said", "fund": None, "person": None}

    def _hold(self, told: dict, expected: dict, line: bytes) -> None:
        if told != expected:
            differing = {name: (told[name], expected[name]) for name in told if told[name] != expected[name]}
            self.faults.append(f"log and rules differ, {differing}: {line[:300]}")


def masked(text: str, claim: int) -> str:
    """Without who the person is, as the log digests it."""
    return text.replace(f'"psn_no": "X{claim}"', '"psn_no": "***"')
