"""What a person's accounts hold: read from a claim, added to, and listed in the answer (2.6; additions, H and I)."""
from tables import Refusal, fen


class Account:
    """An account that a rule names: plain, or a family kept for each disease or group, or of the unit only."""

    def __init__(self, name, family=None, unit=False, period="year"):
        self.name, self.family, self.unit = name, family, unit
        self.period = "unit" if unit else period  # a word, or the days of a cycle

    def member(self, facts):
        return f"{self.name}.{facts.disease_key(self.family)}" if self.family else self.name


class Chart:
    """All accounts of a region's plans."""

    def __init__(self, plans, diseases):
        every = [account for plan in plans for account in plan.accounts]
        self.plain = list(dict.fromkeys(one.name for one in every if not one.family))
        self.families = {one.name: sorted(diseases.keys(one.family)) for one in every if one.family}
        self.family_of = {f"{name}.{key}": name for name, keys in self.families.items() for key in keys}
        self.period_of = {one.name: one.period for one in every}
        self.counters = {counter for plan in plans for counter in plan.counters}

    def period(self, name):
        """The period of an account or of the family that it belongs to; None for accounts of other rules."""
        return self.period_of.get(self.family_of.get(name, name))

    def read(self, name, value):
        """The amount that a claim writes beside a name."""
        if name.removesuffix(".*") in self.families and name.endswith(".*"):
            if fen(value):
                raise Refusal("C0121", name)
            return 0
        if name not in self.plain and name not in self.family_of:
            raise Refusal("C0107", name)
        return int(value) if name in self.counters else fen(value)


class Accounts:
    """The known accounts of one claim."""

    def __init__(self, chart, given):
        self.chart = chart
        self.held, self.complete = {}, set()
        self.added, self.raised = {}, {}  # what this claim adds, and the standards it sets (3.11)
        if given == {}:  # nothing yet, for all
            self.held, self.complete = dict.fromkeys(chart.plain, 0), set(chart.families)
        for name, value in (given or {}).items():
            amount = chart.read(name, value)
            if name.endswith(".*"):
                self.complete.add(name.removesuffix(".*"))
            else:
                self.held[name] = amount

    def knows(self, name):
        return name in self.held or self.chart.family_of.get(name) in self.complete

    def __getitem__(self, name):
        if not self.knows(name):
            raise KeyError(name)
        return self.held.get(name, 0)

    def __setitem__(self, name, amount):
        self.held[name] = amount

    def add(self, name, amount):
        self[name] += amount
        self.added[name] = self.added.get(name, 0) + amount

    def raise_to(self, name, standard):
        """V-D6: the larger of the highest so far and this claim's."""
        self.raised[name] = max(self.raised.get(name, 0), standard)
        self[name] = max(self[name], standard)
        return self[name]

    def listed(self):
        """I: of a family, the members known and not zero, and `.*` when all others are known to be nothing; where they
        are not, also the members known to be zero, so that the next claim can bring what this one leaves."""
        known = [name for name, keys in self.chart.families.items() if all(self.knows(f"{name}.{key}") for key in keys)]
        found = {name: amount for name, amount in self.held.items() if amount or self.chart.family_of.get(name) not in known}
        return {**found, **{f"{name}.*": 0 for name in known}}


def accounts_of(claim, chart, plan, facts, continuing):
    """2.6: {} is a period without claims; otherwise every account the plan needs is listed."""
    accounts = Accounts(chart, claim.get("accounts"))
    for account in plan.accounts:
        if account.unit and not continuing:
            accounts[account.name] = 0  # H: a new unit starts at nothing whatever the claim brings
        elif not accounts.knows(account.member(facts)):
            raise Refusal("C0106", account.name)
    return accounts
