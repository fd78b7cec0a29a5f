"""Asks the binary (`policy standing`) and the oracle for the standing of random claims with filings, and compares
channel, reason, and what became of each filing.

    python3 Tests/oracle/compare_standing.py --policy BINARY --policies policies --claims 3000 --seed 1

Exit code 1 on any difference.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

from claims import Generator
from counting import NotSaid
from differences import same_error
from oracle import Policies, Settlement, read_claim
from reading import REPOSITORY
from strata import strata
from tables import Refusal
from wire import wire

SHOWN = 15


class Sound(Generator):
    """Only what 3.2 itself refuses."""

    def fault(self, claim, stratum):
        return None


def shown(verdict):
    """How the answer writes what became of a filing."""
    return f"not_said {verdict.rule}" if isinstance(verdict, NotSaid) else verdict


def decided(policies, claim):
    """What `policy standing` has to answer."""
    try:
        settlement = Settlement(policies, claim)
        day = claim["setl_time"][:10]
        rules = settlement.rules(day)
        if rules.across_years and settlement.values["visit"] == "inpatient":
            return None  # each part of a stay has a standing of its own
        decision = settlement.decide(rules, claim)[1]
    except Refusal as refusal:
        return {"error": refusal.code}
    chosen = decision.filing.index if decision.filing else None
    channel = decision.channel if "filings" in claim or decision.standing == "local" else None
    return {"standing": decision.standing, "channel": channel, "reason": decision.reason, "filed": decision.filed, "filing": chosen,
            **{f"filings.{index}": shown(verdict) for index, verdict in decision.verdicts.items()}}


def theirs(answer):
    """The binary's answer in the same form."""
    if "errors" in answer:
        return {"error": [error["code"] for error in answer["errors"]]}
    found = {name: answer.get(name) for name in ("standing", "channel", "reason", "filed")}
    found["filing"] = int(answer["filing"]["index"]) if "filing" in answer else None
    for one in answer.get("filings", []):
        why = one["reason"] if one["counts"] == "not_counted" else one["counts"]
        found[f"filings.{one['index']}"] = f"{why} {one['rule']}" if "rule" in one else why
    return found


def differing(mine, found):
    if "error" in mine or "error" in found:
        wanted, codes = mine.get("error"), found.get("error", [])
        return [] if wanted and any(same_error(wanted, code) for code in codes) else [("error", wanted, codes)]
    return [(name, mine.get(name), found.get(name)) for name in {**mine, **found} if name in mine and mine.get(name) != found.get(name)]


def answers(options, lines):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "claims.ndjson"
        file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        command = [options.policy, "standing", str(file), "--format", "json", "--policies", options.policies, "--catalogue", options.catalogue]
        output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode("utf-8")
    return [json.loads(line, parse_float=str, parse_int=str) for line in output.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--policy", required=True, help="the policy binary")
    parser.add_argument("--policies", default=str(REPOSITORY / "policies"))
    parser.add_argument("--catalogue", default=str(REPOSITORY / "policies" / "catalogue"))
    parser.add_argument("--claims", type=int, default=3000)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    policies = Policies(options.policies, options.catalogue)
    wanted = [one for one in strata(policies) if one.plan and one.rules.filing]
    generator = Sound(policies, wanted, options.seed, "standing")
    lines = [wire(generator.claim(number)[0]) for number in range(options.claims)]
    found = answers(options, lines)
    if len(found) != len(lines):
        sys.exit(f"{len(lines)} claims, {len(found)} answers")
    tally, differ = collections.Counter(), 0
    for line, answer in zip(lines, found):
        mine = decided(policies, read_claim(line))
        if mine is None:
            continue
        tally.update([mine.get("error", "decided"), *(what for name, what in mine.items() if name.startswith("filings."))])
        some = differing(mine, theirs(answer))
        differ += bool(some)
        if some and differ <= SHOWN:
            print("DIFFERENCE", line)
            for what, expected, got in some:
                print(f"    {what}: oracle {expected}, binary {got}")
    print("outcomes:", ", ".join(f"{name} {count}" for name, count in tally.most_common()))
    print(f"seed {options.seed}, policies {options.policies}: {len(lines)} claims, {differ} differ")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
