"""The wire form of generated claims."""
import json
import re

from oracle import read_claim

NUMBER = re.compile(r'"#([0-9.-]+)"')


def wire(claim):
    """One line of NDJSON; amounts marked with # are written as JSON numbers, digit by digit."""
    return NUMBER.sub(r"\1", json.dumps(claim, ensure_ascii=False))


def as_read(claim):
    """The claim as the other side of the wire reads it."""
    return read_claim(wire(claim))
