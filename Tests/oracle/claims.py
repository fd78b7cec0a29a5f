"""Seeded random claims over every region, span of days, plan and standing of a policy folder.

Amounts and accounts sit where readings differ: 0, one fen, deductibles, column ends, caps, what an
account has left, each with a fen more or less.

    python3 Tests/oracle/claims.py --policies policies --claims 1000 --seed 7 > claims.ndjson
"""
import argparse
import random

from faults import Faults
from oracle import Policies, settle
from people import People
from random_filings import RandomFilings
from reading import REPOSITORY
from strata import strata
from sums import Sums
from visits import Visits
from wire import as_read, wire


class Generator(People, Visits, RandomFilings, Sums, Faults):
    def __init__(self, policies, order, seed, chunk, plain_rounds=False):
        self.policies, self.order, self.plain_rounds = policies, order, plain_rounds
        self.random = random.Random(f"{seed}/{chunk}")
        self.codes = {dimension: sorted(codes) for dimension, codes in policies.catalogue.codes.items()}
        self.regions = sorted(policies.catalogue.regions)
        self.codes_of = {}
        for dimension, codes in policies.catalogue.codes.items():
            for code, value in sorted(codes.items()):
                self.codes_of.setdefault((dimension, value), []).append(code)

    def is_plain(self, number):
        """With plain rounds, every other round through the order: such claims tell whether a combination settles at all."""
        return self.plain_rounds and number // len(self.order) % 2 == 0

    def claim(self, number):
        """The wire form of claim `number`, with the stratum it was made for and the fault put in, if any."""
        stratum = self.order[number % len(self.order)]
        rnd, plain = self.random, self.is_plain(number)
        claim = {"claim_id": f"c{number}", "psn_no": "P1"}
        files = not plain and self.files(stratum)
        self.places(claim, stratum, files)
        self.dates(claim, stratum, files)
        if plain:
            self.within_a_year(claim, stratum)
        self.facts(claim, stratum)
        if files:
            self.filings(claim, stratum)
        if not plain:
            self.flags(claim, stratum)
        self.unit(claim, stratum)
        self.sums_and_accounts(claim, stratum)
        if plain:
            self.made_fit(claim)
        else:
            self.tell_lines(claim)
            if stratum.rules.filing or "trum_flag" in claim:
                self.repaired(claim)
        if rnd.random() < 0.05 and "error" not in settle(self.policies, as_read(claim)):
            return claim, stratum, self.fault(claim, stratum)
        return claim, stratum, None

    def sums_and_accounts(self, claim, stratum):
        """Amounts that the accounts make interesting; a stay in two parts brings those of both years."""
        before = self.accounts(claim, stratum) if self.crosses(claim, stratum) else None
        accounts = self.accounts(claim, stratum)
        self.amounts(claim, stratum, accounts, before)
        claim["accounts"] = {name: self.written(stratum, name, value) for name, value in accounts.items()}
        if before is not None:
            claim["accounts_before"] = {name: self.written(stratum, name, value) for name, value in before.items()}


def weighted(policies, all_strata):
    """The order in which claims are made: what settles six times as often as what the rules refuse."""
    probe = Generator(policies, all_strata, "probe", 0, plain_rounds=True)
    settles = set()
    for number in range(3 * len(all_strata)):
        claim, stratum, fault = probe.claim(number)
        if stratum.plan and not fault and "error" not in settle(policies, as_read(claim)):
            settles.add(stratum.key)
    plans = [stratum for stratum in all_strata if stratum.key in settles]
    return plans * 6 + [stratum for stratum in all_strata if stratum.key not in settles]


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
