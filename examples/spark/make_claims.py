"""Made-up claims of many persons over two years, in the order of time: the same ones for the same seed.

    python3 make_claims.py --claims 300000 --seed 7 > claims.ndjson

Persons are modelled on those of examples/claims/demo.ndjson: several regions, several claims a person, treatment elsewhere,
refunds. About one line in a hundred is refused, each for one of the reasons below.
"""
import argparse
import datetime
import json
import pathlib
import random
import sys

DEMO = pathlib.Path(__file__).resolve().parents[1] / "claims" / "demo.ndjson"
AMOUNTS = ["medfee_sumamt", "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt"]
# All regions of the demo claims have rules in these days.
FIRST_DAY = datetime.date(2023, 2, 15)
DAYS = 560
STAYS = "21"


def models():
    """The demo claims by kind of person: each can be any claim of such a person."""
    kinds = {}
    with open(DEMO, encoding="utf-8") as lines:
        for claim in map(json.loads, lines):
            claim.pop("accounts")
            kinds.setdefault((claim["insuplc_admdvs"], claim["insutype"]), []).append(claim)
    return list(kinds.values())


def wire(claim):
    """A line; amounts are whole fen until here."""
    def text(name, value):
        return f"{value // 100}.{value % 100:02d}" if name in AMOUNTS else json.dumps(value, ensure_ascii=False)
    return "{" + ", ".join(f"{json.dumps(name)}: {text(name, value)}" for name, value in claim.items()) + "}"


def with_amounts(claim, rnd):
    """Amounts as they are in practice: many small ones, some past every cap; the four parts add up."""
    middle = 1_200_000 if claim["med_type"] == STAYS else 40_000
    total = max(100, int(rnd.lognormvariate(0, 1.2) * middle))
    own, over, first = (total * rnd.choice([0, 0, 1, 3, 8]) // 100 for _ in range(3))
    claim.update(zip(AMOUNTS, [total, own, over, first, total - own - over - first]))


def fault(claim, earlier, rnd):
    """The line of a claim that is refused."""
    kind = rnd.randrange(6)
    if kind == 0:
        return wire(claim)[: rnd.randrange(5, 200)]
    if kind == 1:
        claim["medfee_sumamt"] += 1
    elif kind == 2:
        del claim["psn_no"]
    elif kind == 3 and earlier:
        claim["claim_id"] = earlier
    elif kind == 4:
        claim["insuplc_admdvs"] = "530100"  # has no rules
    else:
        claim["ward"] = "3"  # no such field
    return wire(claim)


def lines_of(number, kinds, seed):
    """Day and line of all that a person has, in the order of time."""
    rnd = random.Random(f"{seed}/{number}")
    kind = rnd.choice(kinds)
    person, earlier, lines = f"M{number}", None, []
    days = sorted(rnd.randrange(DAYS) for _ in range(rnd.choice([1, 2, 4, 6, 10, 25])))
    for index, day in enumerate(days):
        claim = dict(rnd.choice(kind), claim_id=f"{person}-{index}", psn_no=person, setl_time=str(FIRST_DAY + datetime.timedelta(day)))
        if claim["med_type"] == STAYS:
            claim.update(begntime=str(FIRST_DAY + datetime.timedelta(day - rnd.randrange(1, 40))), endtime=claim["setl_time"])
        elif rnd.random() < 0.3:
            claim.update(mdtrtarea_admvs="310000", standing="temporary")
        with_amounts(claim, rnd)
        if rnd.random() < 0.01:
            lines.append((day, fault(claim, earlier, rnd)))
            continue
        lines.append((day, wire(claim)))
        earlier = claim["claim_id"]
        if rnd.random() < (0.2 if claim.get("standing") == "temporary" else 0.003):
            later = day + rnd.choice([0, 3, 200])
            refund = {"claim_id": f"{earlier}-r", "refund_of": earlier, "psn_no": person, "insuplc_admdvs": claim["insuplc_admdvs"],
                      "setl_time": str(FIRST_DAY + datetime.timedelta(later)), "cleared": later > day + 30}
            lines.append((later, wire(refund)))
    return lines


def made(count, seed):
    """So many lines, in the order of time."""
    kinds, lines, number = models(), [], 0
    while len(lines) < count:
        of_person = lines_of(number, kinds, seed)[: count - len(lines)]
        lines += [(day, number, index, line) for index, (day, line) in enumerate(of_person)]
        number += 1
    return [line for *_, line in sorted(lines, key=lambda line: line[:3])]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--claims", type=int, default=300_000)
    options.add_argument("--seed", type=int, default=7)
    options = options.parse_args()
    sys.stdout.writelines(line + "\n" for line in made(options.claims, options.seed))


if __name__ == "__main__":
    main()
