"""Seeded random series: the claims of a person in the order of time, with refunds among them.

    python3 Tests/oracle/series_claims.py --policies policies --persons 100 --seed 7 > series.ndjson
"""
import argparse

from ages import year_start
from claims import Generator
from days import plus_days
from oracle import Policies, settle
from reading import FAR, REPOSITORY
from strata import strata
from wire import as_read, wire


class SeriesGenerator(Generator):
    """Persons of one region at a time, each with some claims within a year or two."""

    def __init__(self, policies, all_strata, seed, chunk):
        super().__init__(policies, all_strata, seed, chunk)
        self.window = None
        self.by_region = {}
        for stratum in all_strata:
            if stratum.plan and (stratum.standing == "local" or stratum.rules.non_local and stratum.standing in ("long_term", "referral")):
                self.by_region.setdefault(stratum.region, []).append(stratum)
        self.region_codes = sorted(self.by_region)

    def span(self, stratum):
        first, last = super().span(stratum)
        if self.window:
            first, last = max(first, self.window[0]), min(last, self.window[1])
        return first, last

    def fault(self, claim, stratum):
        """What refuses the claim on its own is no business of a series."""
        return None

    def person(self, number):
        """The lines of one person, and the region's counters."""
        rnd = self.random
        region = self.region_codes[number % len(self.region_codes)]
        every = self.by_region[region]
        self.window = self.days(rnd.choice(every))
        every = [one for one in every if self.span(one)[0] <= self.span(one)[1]]
        favourites = rnd.sample(every, min(len(every), rnd.choice([1, 2, 3, 6])))
        claims = []
        for _ in range(rnd.randint(2, 8)):
            claims.append(self.alone(rnd.choice(favourites)))
            while rnd.random() < 0.5:
                self.go_on(claims, *claims[-1])
        for claim, _ in claims:  # whether accounts go on in another place of insurance is not written
            claim["insuplc_admdvs"] = region
        claims = [(claim, stratum) for claim, stratum in claims if self.is_still(claim, stratum)]
        claims.sort(key=lambda one: one[0]["setl_time"][:10])
        for index, (claim, _) in enumerate(claims):
            claim.update(claim_id=f"p{number}c{index}", psn_no=f"P{number}")
        self.name_units(claims)
        if claims:
            self.open(claims)
        lines = self.with_refunds([claim for claim, _ in claims], number)
        return lines, set().union(*(one.rules.chart.counters for one in self.by_region[region]))

    def is_still(self, claim, stratum):
        """Whether the claim is at home, or elsewhere, as it was made for."""
        treated = claim.get("mdtrtarea_admvs", claim.get("mdtrtarea_admdvs"))
        return (self.policies.place(claim["insuplc_admdvs"]) == self.policies.place(treated)) == (stratum.standing == "local")

    def days(self, stratum):
        """A season, or about the turn of a year."""
        rnd = self.random
        first, last = Generator.span(self, stratum)
        start = plus_days(first, rnd.randint(0, 300))
        if rnd.random() < 0.5:
            start = f"{int(first[:4]) + rnd.choice([0, 1])}-{stratum.rules.year_starts}"
            start = max(plus_days(start, -rnd.randint(20, 90)), first)
        end = plus_days(start, rnd.choice([20, 60, 120, 120, 400]))
        return (start, end) if start <= last or last == FAR else (first, last)

    def alone(self, stratum):
        """A claim without accounts; its unit is found afterwards."""
        self.order = [stratum]
        claim = self.claim(0)[0]
        for field in ("accounts", "accounts_before", "same_unit"):
            claim.pop(field, None)
        claim["setl_time"] = claim["setl_time"][:10]
        return claim, stratum

    def go_on(self, claims, claim, stratum):
        """A later claim of the same unit, where the plan merges visits."""
        rnd, merges = self.random, stratum.plan.merges
        if not merges or not {"begntime", "endtime"} <= set(claim):
            return
        if "error" in settle(self.policies, as_read({"accounts": {}, **claim})):
            return
        claim.setdefault("fixmedins_code", "H1")
        gap = 0 if merges.same_day else rnd.randint(0, merges.within)
        later = {**claim, "same_unit": claim, "begntime": plus_days(claim["endtime"][:10], gap)}
        later["endtime"] = plus_days(later["begntime"], rnd.choice([0, 1, rnd.randint(0, 9)]))
        later["setl_time"] = max(later["endtime"], plus_days(claim["setl_time"], 1))
        claims.append((later, stratum))

    def name_units(self, claims):
        """By the claim that went before, under its final name; no other unit comes between."""
        latest = None
        for claim, stratum in claims:
            earlier = claim.pop("same_unit", None)
            if earlier is not None and earlier is latest:
                claim["same_unit"] = {name: earlier[name] for name in ("claim_id", "fixmedins_code", "begntime", "endtime")}
            latest = claim if stratum.plan.merges else latest

    def open(self, claims):
        """Opening balances of all accounts with the first claim, now and then; later stays bring those of years it said nothing of."""
        claim, stratum = claims[0]
        if self.random.random() > 0.2 or "same_unit" in claim:
            return
        claim["accounts"] = self.balances(stratum)
        told, first = {self.year(claim, "endtime" if self.crosses(claim, stratum) else "setl_time", stratum)}, claim["setl_time"]
        if self.crosses(claim, stratum):
            claim["accounts_before"] = self.balances(stratum)
            told.add(self.year(claim, "begntime", stratum))
        for claim, stratum in claims[1:]:
            if self.crosses(claim, stratum) and self.random.random() < 0.9:
                year = self.year(claim, "begntime", stratum)
                if year <= first and year not in told or self.random.random() < 0.02:
                    claim["accounts_before"] = self.balances(stratum)
                    told.add(year)

    def year(self, claim, field, stratum):
        return year_start(claim[field][:10], stratum.rules.year_starts)

    def balances(self, stratum):
        chart, state = stratum.rules.chart, {}
        for name in chart.plain:
            state[name] = self.content(stratum, name)
        for family, keys in chart.families.items():
            state[f"{family}.{self.random.choice(keys)}"] = self.content(stratum, family)
            state[f"{family}.*"] = 0
        return {name: self.written(stratum, name, value) for name, value in state.items()}

    # Refunds

    def with_refunds(self, claims, number):
        rnd, lines, refunds = self.random, [], 0
        for index, claim in enumerate(claims):
            lines.append(claim)
            following = claims[index + 1]["setl_time"] if index + 1 < len(claims) else plus_days(claim["setl_time"], rnd.choice([0, 30, 400]))
            while rnd.random() < 0.3:
                refunds += 1
                lines.append(self.refund(f"p{number}r{refunds}", claims[: index + 1], following))
        return lines

    def refund(self, claim_id, claims, following):
        """Of the last claim as often as of an earlier one; on the day of the next, or between."""
        rnd = self.random
        last = claims[-1]
        claim = last if rnd.random() < 0.5 else rnd.choice(claims)
        one = {"claim_id": claim_id, "refund_of": claim["claim_id"], "psn_no": claim["psn_no"], "insuplc_admdvs": claim["insuplc_admdvs"],
               "setl_time": rnd.choice([last["setl_time"], following])}
        if rnd.random() < 0.4:
            one["cleared"] = rnd.random() < 0.5
        if rnd.random() < 0.03:
            one["refund_of"] = "unknown"
        return one


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--policies", default=REPOSITORY / "policies")
    parser.add_argument("--persons", type=int, default=100)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    policies = Policies(options.policies)
    generator = SeriesGenerator(policies, strata(policies), options.seed, 0)
    for number in range(options.persons):
        for line in generator.person(number)[0]:
            print(wire(line))


if __name__ == "__main__":
    main()
