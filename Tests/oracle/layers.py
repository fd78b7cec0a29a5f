"""One layer of a plan, and the accounts it keeps (2.5, 2.6; additions, D, G and H)."""
from accounts import Account
from caps import Cap
from deductibles import Deductible
from ratios import AXIS, Ratio
from tables import Filter, RuleError

LEVELS = ("tertiary", "secondary", "primary", "unrated")
CAUSES = ("deductible", "ratio_share", "over_cap", "first_self_pay", "non_local_self_pay")


def reference(text):
    """`pool.ratio_share` is what that layer left, `ratio_share` the claim's current cause (3.5, 4)."""
    layer, _, cause = text.rpartition(".")
    if cause not in CAUSES:
        raise RuleError(f"unknown reference {text}")
    return layer or None, cause


class Layer:
    def __init__(self, id, raw, caps, unit):
        self.id = id
        self.exists_for = Filter(raw.get("for"))
        self.fund = raw["fund"]
        source = raw["pays_from"]
        self.is_list = isinstance(source, list)
        self.in_scope = source == "in_scope"
        self.sources = [] if self.in_scope else [reference(one) for one in (source if self.is_list else [source])]
        if not self.is_list and not self.in_scope and self.sources[0][1] != "over_cap":
            raise RuleError(f"layer {id} pays from {source}")
        self.deductible = Deductible(raw["deductible"]) if "deductible" in raw else None
        self.ratio = Ratio(raw["ratio"])
        self.caps = [Cap(name, caps[name]) for name in raw.get("caps", [])]
        cumulative = raw.get("cumulative")
        self.cumulative = cumulative["account"] if cumulative else None
        self.against_paid = bool(cumulative) and cumulative.get("settle_against", "base") == "paid"
        self.charged, self.axis = self._charged(unit), self._axis(unit)
        self.cap_accounts = {cap.name: self._cap(cap, unit) for cap in self.caps}

    # H: in a merging plan everything "each settlement" is per unit; a cumulative layer's threshold and columns
    # work on its yearly base and have no account of their own.

    def _charged(self, unit):
        rule = self.deductible
        if rule is None or self.cumulative:
            return None
        if rule.each_settlement:
            return Account(f"{unit}.{self.id}.unit.deductible", unit=True) if unit else None
        return Account(rule.account, rule.separately_for, period=rule.period)

    def _axis(self, unit):
        if self.cumulative:
            return None
        if self.ratio.each_settlement:
            several = unit and len(self.ratio.ends) > 1
            return Account(f"{unit}.{self.id}.unit.{AXIS[self.ratio.counted]}", unit=True) if several else None
        return Account(self.ratio.account, period=self.ratio.period)

    def _cap(self, cap, unit):
        if cap.each_settlement:
            return Account(f"{cap.name}.unit", unit=True) if unit else None
        return Account(cap.name, cap.separately_for, period=cap.period)

    def charged_in(self, facts):
        """D, used_up: the account that this claim's deductible is charged in."""
        if self.charged is None:
            return None
        if self.deductible.used_up == "per_level":
            return f"{self.charged.name}.{facts.lineage('hospital_level')[-1]}"
        return self.charged.member(facts)

    def standards(self):
        """D, `highest`: the account of the highest standard applied so far."""
        if self.charged is None or self.deductible.used_up != "highest":
            return None
        return Account(f"{self.charged.name}.highest", self.charged.family, period=self.charged.period)

    def accounts(self):
        """2.6: whatever depends on earlier claims of the period has a named account."""
        if self.charged and self.deductible.used_up == "per_level":
            yield from (Account(f"{self.charged.name}.{level}", period=self.charged.period) for level in LEVELS)
        elif self.charged:
            yield self.charged
        if self.standards():
            yield self.standards()
        if self.deductible and self.deductible.ceiling:
            yield Account(self.deductible.ceiling[0])
        if self.axis:
            yield self.axis
        yield from (account for account in self.cap_accounts.values() if account)
        if self.cumulative:
            yield Account(self.cumulative)
            if self.against_paid:
                yield Account(f"{self.cumulative}.paid")

    def tables(self):
        yield from self.ratio.tables()
        yield from (cap.amount for cap in self.caps)
        if self.deductible:
            yield from self.deductible.tables()

    def filters(self):
        yield self.exists_for
        yield from (one.applies for one in self.ratio.adjust)
        yield from (one.applies for one in (self.deductible.adjust if self.deductible else []))

    def asks(self):
        """The facts that its tables, conditions and accounts go by."""
        asks = {d for table in self.tables() for d in table.by} | self.ratio.asks()
        asks |= {d for one in self.filters() for d, _ in one.conditions}
        for cap in self.caps:
            asks |= cap.asks()
        if self.charged and self.charged.family:
            asks.add("disease")
        if self.charged and self.deductible.used_up == "per_level":
            asks.add("hospital_level")
        return asks

    def words(self):
        """(dimension, word) of every table and condition."""
        for table in self.tables():
            yield from ((d, word) for d, words in table.words.items() for word in words)
        for one in self.filters():
            yield from ((d, word) for d, allowed in one.conditions for word in allowed if isinstance(word, str))

    def asks_ordinal(self):
        return "occurrence" in self.asks() or bool(self.deductible and self.deductible.ordinal_matters())
