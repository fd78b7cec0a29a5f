"""Settles the claims of a Spark partition under two rule sets at once, for `DataFrame.mapInArrow`.

    settled = claims.mapInArrow(settle_under([before_command, after_command]), SETTLED)

A partition has to hold everything of its persons, in the order of time. It is read once; what is kept in Python is a few
batches, however long the partition is.
"""
import re

import pyarrow as pa

from rule_program import RuleProgram

CLAIMS = "position long, claim binary"
SETTLED = "position long, before string, after string"
_SETTLED = pa.schema([("position", pa.int64()), ("before", pa.string()), ("after", pa.string())])

# The line number of a refusal: the only thing in an answer that depends on what else the program was given.
_LINE_NUMBER = re.compile(rb'(\{(?:"claim_id": "(?:[^"\\]|\\.)*", )?"line": )\d+(?=, "errors": \[)')


def in_the_whole(answer, position):
    """An answer with the line number that the claim has among all claims."""
    if found := _LINE_NUMBER.match(answer):
        return b"%s%d%s" % (found[1], position, answer[found.end():])
    return answer


def as_lines(claims, positions):
    """Claims as the program reads them."""
    for claim, position in zip(claims, positions):
        if b"\n" in claim:
            raise ValueError(f"claim {position} is more than one line")
    return b"\n".join(claims) + b"\n" if claims else b""


class _Waiting:
    """Batches whose answers are not all there."""

    def __init__(self, sides):
        self._positions = []
        self._answers = [[] for _ in range(sides)]

    def add(self, positions):
        self._positions.append(positions)

    def complete(self, answers):
        """Batches that these answers complete."""
        for kept, more in zip(self._answers, answers):
            kept.extend(more)
        while self._positions and min(map(len, self._answers)) >= len(self._positions[0]):
            positions = self._positions.pop(0)
            columns = [pa.array(positions, pa.int64())]
            for kept in self._answers:
                own = [in_the_whole(answer, position) for answer, position in zip(kept, positions)]
                columns.append(pa.array(own, pa.binary()).cast(pa.string()))
                del kept[:len(positions)]
            yield pa.RecordBatch.from_arrays(columns, schema=_SETTLED)


def settle_under(commands):
    """What mapInArrow calls with the batches of a partition; one command for each rule set."""

    def settle(batches):
        first, second = commands
        with RuleProgram(first) as before, RuleProgram(second) as after:
            waiting = _Waiting(len(commands))
            for batch in batches:
                positions = batch.column("position").to_pylist()
                lines = as_lines(batch.column("claim").to_pylist(), positions)
                waiting.add(positions)
                before.write(lines)
                after.write(lines)
                yield from waiting.complete([before.ready(), after.ready()])
            yield from waiting.complete([before.finish(), after.finish()])

    return settle
