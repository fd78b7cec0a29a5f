"""Claims and refunds of persons in the order of time, each with what the earlier ones left (3.10 periods, 3.11).

`Series(policies).answer(claim)` is what `policy settle --carry-accounts` answers to the next line.
"""
from accounts import Accounts
from oracle import Settlement
from periods import beginning, cycles
from days import plus_days
from refunds import check_refund, reversal
from tables import Refusal


class Posting:
    """What one claim, one part of a stay, or the opening balances left in the accounts."""

    def __init__(self, day, chart, year_starts, added, raised, unit):
        self.day, self.chart, self.year_starts = day, chart, year_starts
        self.added, self.raised, self.unit = added, raised, unit
        self.stands = True

    def touches(self, name):
        return name in self.added or name in self.raised


class Entry:
    """A settled claim of the series."""

    def __init__(self, number, day, facts, result, postings):
        self.number, self.day, self.facts, self.result, self.postings = number, day, facts, result, postings
        self.stands = True

    def refund(self):
        self.stands = False
        for posting in self.postings:
            posting.stands = False


class Journal:
    """Everything settled for one person in one region."""

    def __init__(self):
        self.entries, self.postings, self.claims = [], [], {}
        self.latest = ""

    def knows(self, day, year_starts):
        """Opening balances say nothing of years that were begun by then, but for those they are of."""
        openings = [one for one in self.postings if one.unit == "opening"]
        year = beginning("year", day, year_starts)
        return not openings or year > self.entries[0].day or any(beginning("year", one.day, year_starts) == year for one in openings)

    def standing(self, name):
        return [one for one in self.postings if one.touches(name) and (one.stands or self.still_counts(one, name))]

    def still_counts(self, posting, name):
        """A unit that goes on without a refunded claim still counts once."""
        return posting.unit and name in posting.chart.counters and any(one.stands and one.unit == posting.unit for one in self.postings)

    def balance(self, name, period, day, year_starts, unit):
        """What the claims that stand left in an account, in its period that holds the day."""
        mine = self.standing(name)
        if period == "unit":
            mine = [one for one in mine if one.unit == unit]
        elif isinstance(period, int):
            mine = self.in_cycle(mine, period, day)
        else:
            mine = [one for one in mine if beginning(period, one.day, year_starts) == beginning(period, day, year_starts)]
        highest = max((one.raised.get(name, 0) for one in mine), default=0)
        return max(sum(one.added.get(name, 0) for one in mine), highest)

    def in_cycle(self, postings, length, day):
        """A cycle begins with the first claim that stands."""
        begun = [first for first in cycles([one.day for one in postings], length) if first <= day < plus_days(first, length)]
        return [one for one in postings if begun and begun[0] <= one.day < plus_days(begun[0], length)]

    def unit_in(self, name, unit):
        """The unit whose content an account shows: the given one where it is that unit's account, else the last one's."""
        if any(one.unit == unit and one.touches(name) for one in self.postings):
            return unit
        return next((one.unit for one in reversed(self.standing(name))), None)

    def accounts(self, chart, day, year_starts, unit=None):
        """All accounts of the region's rules as a claim of that day finds them; a unit's are those of `unit`, or of the last one."""
        held = {}
        for name in [*chart.plain, *chart.family_of]:
            period = chart.period(name)
            held[name] = self.balance(name, period, day, year_starts, self.unit_in(name, unit))
        return held


def written(chart, held):
    """Accounts as a claim writes them, in full; empty where nothing was settled yet."""
    return {**{name: str(amount) if name in chart.counters else f"{amount // 100}.{amount % 100:02d}"
               for name, amount in held.items() if amount or name not in chart.family_of},
            **{f"{name}.*": "0" for name in chart.families}}


def listed(chart, held):
    accounts = Accounts(chart, {})
    accounts.held.update(held)
    return accounts.listed()


# What an answer shows of accounts that are of no year is not written, and only what later claims find is compared:
# which unit's, after a claim of another plan or a reversal; which cycle's, in a year that is over.


def of_other_units(chart, plan):
    own = [one.name for one in plan.accounts]
    return {name for name in chart.plain if chart.period(name) == "unit" and name not in own}


def of_no_year(chart):
    return {name for name in [*chart.plain, *chart.family_of] if chart.period(name) == "unit" or isinstance(chart.period(name), int)}


class CarriedSettlement(Settlement):
    """A claim, or both parts of a stay, with the accounts of a journal."""

    def __init__(self, policies, claim, journal):
        super().__init__(policies, claim)
        self.journal, self.made = journal, []

    def settle(self, rules, claim, part, sums):
        unit = self.unit(claim)
        given = claim.get("accounts")
        is_first = not self.journal.entries and {"accounts", "accounts_before"} & set(self.claim)
        is_known = not is_first and self.journal.knows(part.settled, rules.year_starts)
        if is_known:
            claim = {**claim, "accounts": {}}
            if self.journal.postings or self.made:
                claim["accounts"] = written(rules.chart, self.carried(rules, part.settled, unit))
        settled = super().settle(rules, claim, part, sums)
        if is_known and given is not None:
            raise Refusal("C0125")
        if given is not None:
            self.opening(rules, part, given)
        unit = unit or (f"u{len(self.journal.postings) + len(self.made)}" if settled.evaluation.plan.merges else None)
        accounts = settled.accounts
        of_the_unit = {one.name: 0 for one in settled.evaluation.plan.accounts if one.unit}
        self.made.append(Posting(part.settled, rules.chart, rules.year_starts, {**of_the_unit, **accounts.added}, accounts.raised, unit))
        return settled

    def carried(self, rules, day, unit):
        """With what the first part of this very stay left."""
        kept = self.journal.postings
        self.journal.postings = kept + self.made
        try:
            return self.journal.accounts(rules.chart, day, rules.year_starts, unit)
        finally:
            self.journal.postings = kept

    def unit(self, claim):
        """The unit that a claim goes on with."""
        earlier = claim.get("same_unit")
        if earlier is None:
            return None
        entry = self.journal.claims.get(earlier.get("claim_id"))
        if entry is None or not entry.stands:
            raise Refusal("C0119", "no such visit stands")
        return entry.postings[0].unit

    def opening(self, rules, part, given):
        """Balances that a claim brings: a person's first one, or a later one of a year that nobody told of.

        A cycle is of no year: of a stay in two parts the second tells what it holds.
        """
        given = Accounts(rules.chart, given).held
        if part.both_days and part.settled == part.both_days[0]:
            given = {name: one for name, one in given.items() if not isinstance(rules.chart.period(name), int)}
        highest = {name for name in given if ".highest" in name}
        self.made.append(Posting(part.settled, rules.chart, rules.year_starts, {name: one for name, one in given.items() if name not in highest},
                                 {name: given[name] for name in highest}, "opening"))


class Series:
    def __init__(self, policies):
        self.policies = policies
        self.journals = {}

    def answer(self, claim):
        """The answer to the next line, or `{"error": code}`."""
        try:
            return self.refund(claim) if "refund_of" in claim else self.settle(claim)
        except Refusal as refusal:
            return {"claim_id": claim.get("claim_id"), "error": refusal.code}

    def journal(self, claim):
        if "psn_no" not in claim:
            raise Refusal("C0126")
        region = self.policies.folder.region_of(claim["insuplc_admdvs"])
        return self.journals.setdefault((region, claim["psn_no"]), Journal())

    def in_order(self, journal, claim):
        if claim["setl_time"][:10] < journal.latest:
            raise Refusal("C0124")

    def settle(self, claim):
        journal = self.journal(claim)
        self.in_order(journal, claim)
        known = journal.claims.get(claim.get("claim_id"))
        if known and known.stands:
            raise Refusal("C0145")
        settlement = CarriedSettlement(self.policies, claim, journal)
        result = settlement.answer()
        plan = settlement.settled[-1].evaluation.plan
        result["of_other_units"] = of_other_units(settlement.made[-1].chart, plan)
        if "parts" in result:
            result["of_no_year"] = of_no_year(settlement.made[-1].chart)
        day = claim["setl_time"][:10]
        facts = {**settlement.values, "channel": claim.get("channel", "direct")}
        # Opening balances are nobody's claim: a refund leaves them.
        entry = Entry(len(journal.entries), day, facts, result, [one for one in settlement.made if one.unit != "opening"])
        journal.postings += settlement.made
        journal.entries.append(entry)
        journal.claims[claim.get("claim_id")] = entry
        journal.latest = day
        return result

    def refund(self, claim):
        journal = self.journal(claim)
        day = claim["setl_time"][:10]
        rules = self.policies.rules(self.policies.folder.region_of(claim["insuplc_admdvs"]), day)
        entry = journal.claims.get(claim["refund_of"])
        if entry is None:
            raise Refusal("C0141")
        if not entry.stands:
            raise Refusal("C0142")
        self.in_order(journal, claim)
        after = any(one.stands for one in journal.entries[entry.number + 1:])
        check_refund(rules, entry, day, after, bool(claim.get("cleared")))
        entry.refund()
        journal.latest = day
        shown = {"of_no_year": of_no_year(entry.postings[-1].chart)}
        return {**shown, **reversal(claim, entry, bool(claim.get("cleared"))), **self.accounts_after(journal, entry),
                "rules": {"region": rules.region, "version": rules.version}}

    def accounts_after(self, journal, entry):
        """The accounts of the refunded claim's periods, of a stay in two parts both years'."""
        after = [listed(one.chart, journal.accounts(one.chart, one.day, one.year_starts, one.unit)) for one in entry.postings]
        return {"accounts": after[-1], **({"accounts_before": after[0]} if len(after) > 1 else {})}
