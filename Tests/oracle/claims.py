"""Seeded random claims over every region, span of days, plan and standing of a policy folder.

Amounts and accounts sit where readings differ: 0, one fen, deductibles, column ends, caps, what an
account has left, each with a fen more or less.

    python3 Tests/oracle/claims.py --policies policies --claims 1000 --seed 7 > claims.ndjson
"""
import argparse
import datetime
import json
import random
import re
from fractions import Fraction

from oracle import CODED, LINE_PARTS, PARTS, STANDINGS, Policies, read_claim, settle
from reading import FAR, REPOSITORY, widening
from rules import LEVELS
from strata import strata
from tables import in_range

NUMBER = re.compile(r'"#([0-9.-]+)"')
ELSEWHERE = ("310000", "310115", "440100", "650100", "110000", "430200", "430000", "999090")
FAULTS = ("parts", "lines", "no_standing", "home_standing", "too_early", "account_missing", "account_unknown",
          "code", "region", "fact_missing", "no_accounts", "person", "dates")


def yuan(amount):
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"


class Generator:
    def __init__(self, policies, order, seed, chunk):
        self.policies, self.order = policies, order
        self.random = random.Random(f"{seed}/{chunk}")
        self.codes = {dimension: sorted(codes) for dimension, codes in policies.catalogue.codes.items()}
        self.regions = sorted(policies.catalogue.regions)
        self.codes_of = {}
        for dimension, codes in policies.catalogue.codes.items():
            for code, value in sorted(codes.items()):
                self.codes_of.setdefault((dimension, value), []).append(code)

    def claim(self, number):
        """The wire form of claim `number`, with the stratum it was made for and the fault put in, if any."""
        stratum = self.order[number % len(self.order)]
        rnd = self.random
        claim = {"claim_id": f"c{number}", "psn_no": "P1"}
        self.facts(claim, stratum)
        self.places(claim, stratum)
        self.dates(claim, stratum)
        accounts = self.accounts(stratum)
        self.amounts(claim, stratum, accounts)
        claim["accounts"] = {name: self.written(stratum, name, value) for name, value in accounts.items()}
        if rnd.random() < 0.04 and "error" not in settle(self.policies, read_claim(wire(claim))):
            return claim, stratum, self.fault(claim, stratum)
        return claim, stratum, None

    def facts(self, claim, stratum):
        rnd, wanted = self.random, dict(stratum.filter.conditions)
        insurance = rnd.choice(wanted.get("insurance", ["employee", "resident"]))
        persons = ["employed", "retired"] if insurance == "employee" else ["minor", "adult", "elderly"]
        person = rnd.choice([p for p in persons if p in wanted.get("person", persons)] or persons)
        visit = rnd.choice(wanted.get("visit", ["inpatient", "outpatient", "chronic", "pharmacy"]))
        level = rnd.choice([v for v in wanted.get("hospital_level", []) if v in LEVELS] or LEVELS)
        for dimension, value in zip(CODED, (insurance, visit, person, level)):
            claim[CODED[dimension]] = rnd.choice(self.codes_of[dimension, value])
        ages = stratum.points.ages if stratum.points else []
        bounds = wanted.get("age", [])
        claim["age"] = max(0, rnd.choice(ages) + rnd.randint(-1, 1)) if ages and rnd.random() < 0.5 else rnd.randint(0, 130)
        if bounds and not any(in_range(claim["age"], b) for b in bounds):
            claim["age"] = bounds[0][0]
        claim["hardship"] = rnd.choice(wanted.get("hardship", ["none", "hardship"]))
        if rnd.random() < 0.5:
            claim["channel"] = rnd.choice(["direct", "manual"])
        self.attributes(claim, stratum)

    def attributes(self, claim, stratum):
        rnd = self.random
        values = {}
        for _, _, _, members in stratum.rules.classes.entries:
            if "attribute" in members:
                values.setdefault(members["attribute"], ["none_of_these"]).append(members["equals"])
            elif rnd.random() < 0.5:
                claim["fixmedins_code"] = rnd.choice(members["institutions"])
        if values and rnd.random() < 0.8:
            claim["attributes"] = {name: rnd.choice(choices) for name, choices in values.items()}

    def places(self, claim, stratum):
        """Insured in the region or in a part of it; treated there, in the province, or in another province."""
        rnd, region, folder = self.random, stratum.region, self.policies.folder
        insured = region
        if rnd.random() < 0.3:
            part = region[:2] + f"{rnd.randint(1, 9):02d}{rnd.choice(['00', '02', '81'])}" if region.endswith("0000") \
                else region[:4] + rnd.choice(["02", "81"])
            insured = part if next((c for c in widening(part) if c in folder.versions), None) == region else region
        claim["insuplc_admdvs"] = insured
        home = self.policies.place(insured)
        if stratum.standing == "local":
            choices = [insured, home, home[:4] + "05", insured[:4] + "05"]
            treated = rnd.choice([c for c in choices if self.policies.place(c) == home])
        else:
            near = [c for c in self.regions if c[:2] == insured[:2]]
            far = [c for c in self.regions + list(ELSEWHERE) if c[:2] != insured[:2]]
            choices = near if near and rnd.random() < 0.4 else far
            choices = [c for c in choices if self.policies.place(c) != home] or [c for c in far if self.policies.place(c) != home]
            treated = rnd.choice(choices)
            claim["standing"] = stratum.standing
        if stratum.standing == "local" and rnd.random() < 0.2:
            claim["standing"] = "local"
        claim[rnd.choice(["mdtrtarea_admvs", "mdtrtarea_admvs", "mdtrtarea_admdvs"])] = treated

    def dates(self, claim, stratum):
        rnd, day = self.random, datetime.date.fromisoformat
        first = day(stratum.first)
        last = first + datetime.timedelta(days=900) if stratum.last == FAR else day(stratum.last)
        chosen = rnd.choice([first, last, first + datetime.timedelta(days=rnd.randint(0, (last - first).days))])
        claim["setl_time"] = chosen.isoformat() + rnd.choice(["", "", " 10:30:00"])
        if rnd.random() < 0.3:
            claim["endtime"] = chosen.isoformat()
            claim["begntime"] = (chosen - datetime.timedelta(days=rnd.randint(0, 20))).isoformat()

    def accounts(self, stratum):
        """Nothing yet, or a state for every account of the plan, at times of the whole region."""
        rnd = self.random
        if not stratum.plan or not stratum.plan.accounts or rnd.random() < 0.2:
            return {}
        names = list(stratum.plan.accounts if rnd.random() < 0.7 else stratum.rules.accounts)
        rnd.shuffle(names)
        state = {}
        for name in names:
            if name in stratum.rules.counters:
                state[name] = rnd.randint(0, 4)
                continue
            limit = rnd.choice(stratum.points.limits.get(name, [0, 100000]))
            state[name] = max(0, rnd.choice([
                0, limit, limit + 1, limit - 1, limit - rnd.randint(0, 200), rnd.randint(0, max(limit, 1)),
                rnd.randint(0, max(limit, 1)), limit + rnd.randint(0, 5000000)]))
        return state

    def written(self, stratum, name, value):
        if name in stratum.rules.counters:
            return value
        return self.amount(value)

    def amount(self, value):
        text = yuan(value)
        if self.random.random() < 0.3 and text.endswith(".00"):
            text = text[:-3]
        return text if self.random.random() < 0.2 else f"#{text}"

    def amounts(self, claim, stratum, accounts):
        rnd = self.random
        in_scope = self.in_scope(stratum, accounts)
        rest = [0 if rnd.random() < 0.5 else self.spread(5000000) for _ in range(3)]
        parts = [in_scope + sum(rest), *rest, in_scope]
        claim.update((name, self.amount(value)) for name, value in zip(PARTS, parts))
        if rnd.random() < 0.05:
            first = [0, *(rnd.randint(0, part) for part in parts[1:])]
            first[0] = sum(first)
            lines = [first, [whole - part for whole, part in zip(parts, first)]]
            claim["feedetail"] = [dict(zip(LINE_PARTS, map(self.amount, line))) for line in lines]

    def in_scope(self, stratum, accounts):
        rnd = self.random
        if not stratum.points or rnd.random() < 0.25:
            return self.spread(rnd.choice([500000, 10000000, 100000000]))
        points = stratum.points
        kind = rnd.random()
        if kind < 0.05:
            target = 0
        elif kind < 0.35:
            target = rnd.choice(points.amounts)
        elif kind < 0.55:
            target = rnd.choice(points.deductibles)
        else:  # where what an account, or a cap, has left is used up
            limits = [(limit, accounts.get(name, 0)) for name, some in points.limits.items() for limit in some]
            limit, used = rnd.choice(limits + [(cap, 0) for cap in points.caps] or [(0, 0)])
            room = max(limit - used, 0)
            target = rnd.choice(points.deductibles) + rnd.choice([room, int(room / rnd.choice(points.ratios))])
        if rnd.random() < 0.2:
            target = int(target / Fraction(rnd.choice([80, 90]), 100))
        return max(0, target + rnd.choice([0, 0, 1, -1, rnd.randint(-300, 300)]))

    def spread(self, most):
        """Uniform or even over the orders of magnitude."""
        rnd = self.random
        return rnd.randint(0, most) if rnd.random() < 0.5 else int(most ** rnd.random())

    def fault(self, claim, stratum):
        """One thing wrong; None when this claim cannot have it."""
        rnd = self.random
        kind = rnd.choice(FAULTS)
        accounts = claim["accounts"]
        if kind == "parts":
            claim["inscp_scp_amt"] = "99999999.99"
            claim.pop("feedetail", None)
        elif kind == "lines":
            claim["feedetail"] = [dict.fromkeys(LINE_PARTS, "#88888888.88")]
            claim["feedetail"][0].update(fulamt_ownpay_amt=0, overlmt_amt=0, preselfpay_amt=0)
        elif kind == "no_standing" and stratum.standing != "local":
            del claim["standing"]
        elif kind == "home_standing":
            claim["standing"] = rnd.choice(STANDINGS) if stratum.standing == "local" else "local"
        elif kind == "too_early":
            claim["setl_time"] = "1999-12-31"
            claim.pop("begntime", None), claim.pop("endtime", None)
        elif kind == "account_missing" and stratum.plan and len(accounts) > 1:
            del accounts[rnd.choice(stratum.plan.accounts)]
        elif kind == "account_unknown" and accounts:
            accounts["no_such_account"] = "#1.00"
        elif kind == "no_accounts" and stratum.plan and stratum.plan.accounts:
            del claim["accounts"]
        elif kind == "code":
            claim[rnd.choice(["insutype", "med_type", "psn_type", "hosp_lv"])] = "99"
        elif kind == "person":
            claim["insutype"] = "390" if claim["insutype"] == "310" else "310"
        elif kind == "dates":
            claim.update(begntime=claim["setl_time"][:10], endtime="2000-01-01")
        elif kind == "region":
            claim["insuplc_admdvs"] = "820000"
            claim["standing"] = "referral"
        elif kind == "fact_missing" and stratum.asks & {"age", "hardship", "hospital_level"}:
            missing = rnd.choice(sorted(stratum.asks & {"age", "hardship", "hospital_level"}))
            del claim["hosp_lv" if missing == "hospital_level" else missing]
        else:
            return None
        return kind


def weighted(policies, all_strata):
    """The order in which claims are made: what settles six times as often as what the rules refuse."""
    probe = Generator(policies, all_strata, "probe", 0)
    settles = set()
    for number in range(3 * len(all_strata)):
        claim, stratum, fault = probe.claim(number)
        if stratum.plan and not fault and "error" not in settle(policies, read_claim(wire(claim))):
            settles.add(stratum.key)
    plans = [stratum for stratum in all_strata if stratum.key in settles]
    return plans * 6 + [stratum for stratum in all_strata if stratum.key not in settles]


def wire(claim):
    """One line of NDJSON; amounts marked with # are written as JSON numbers, digit by digit."""
    return NUMBER.sub(r"\1", json.dumps(claim, ensure_ascii=False))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--policies", default=REPOSITORY / "policies")
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    policies = Policies(options.policies)
    generator = Generator(policies, weighted(policies, strata(policies)), options.seed, 0)
    for number in range(options.claims):
        print(wire(generator.claim(number)[0]))


if __name__ == "__main__":
    main()
