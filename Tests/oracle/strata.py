"""What the claim generator aims at: every combination that a folder's rules can meet, and the amounts
at which a plan changes course."""
from fractions import Fraction

from oracle import STANDINGS
from rules import Share
from tables import Filter

ANY_CLAIM = "(any)"


class Stratum:
    """One region, span of days, plan (or refused benefit, or claims of any kind) and standing."""

    def __init__(self, policies, region, span, name, standing):
        self.region, self.first, self.last, self.version = region, *span
        self.name, self.standing = name, standing
        self.rules = policies.rules(region, self.first)
        self.plan = next((plan for plan in self.rules.plans if plan.name == name), None)
        self.filter = self.plan.applies if self.plan else self.rules.refusals.get(name, Filter({}))
        self.key = region, self.first, name, standing
        self.points = Points(self.plan, self.rules) if self.plan else None
        self.asks = self.plan.asks | {d for d, _ in self.filter.conditions} if self.plan else set()


class Points:
    """Amounts at which the rules of a plan change course."""

    def __init__(self, plan, rules):
        self.deductibles, self.ends, self.caps, self.ratios, self.ages = {0}, set(), set(), set(), set()
        self.limits = {}  # account -> amounts at which it is full or changes the ratio
        for layer in plan.layers:
            self.ratios.update(r for leaf in layer.ratio.table.leaves for r in leaf if r)
            ends = {end for end in layer.ratio.ends if end is not None}
            self.ends |= ends
            amounts = self._deductible(layer)
            self._limit(layer.ratio.account, ends)
            for cap in layer.caps:
                self.caps.update(cap.amount.leaves)
                self._limit(cap.account, cap.amount.leaves)
            if layer.cumulative:
                sums = {amount + end for amount in amounts for end in ends | {0}}
                self._limit(layer.cumulative, sums)
                self._limit(f"{layer.cumulative}.paid", {amount // 3 for amount in sums})
            for table in layer.tables():
                self.ages |= table.keys if "age" in table.by else set()
            for one in layer.filters():
                self.ages.update(n for d, allowed in one.conditions if d == "age" for b in allowed for n in b if n is not None)
        if rules.non_local:
            self.deductibles.update(c.deductible for c in rules.non_local.change.leaves if c.deductible is not None)
        self.ratios = sorted(self.ratios) or [Fraction(1)]
        self.amounts = sorted(self.deductibles | self.ends | self.caps | {e + d for e in self.ends for d in self.deductibles})
        self.ages = sorted(self.ages)
        self.limits = {name: sorted(limits) for name, limits in self.limits.items()}
        self.deductibles, self.caps = sorted(self.deductibles), sorted(self.caps)

    def _limit(self, account, amounts):
        if account:
            self.limits.setdefault(account, {0}).update(amounts)

    def _deductible(self, layer):
        if not layer.deductible:
            return {0}
        leaves = layer.deductible.amount.leaves
        amounts = {leaf for leaf in leaves if isinstance(leaf, int)}
        for leaf in leaves:
            if isinstance(leaf, Share):
                amounts.update(x for bound in (leaf.at_least, leaf.at_most) if bound for x in (bound, int(bound / leaf.share)))
        if layer.deductible.ceiling:
            account, limit = layer.deductible.ceiling
            self._limit(account, limit.leaves)
            amounts.update(limit.leaves)
        self._limit(layer.deductible.account, amounts)
        self.deductibles |= amounts
        return amounts or {0}


def strata(policies):
    """Every combination that the folder's rules can meet."""
    found = []
    for region in sorted(policies.spans):
        for span in policies.spans[region]:
            rules = policies.rules(region, span[0])
            for name in [plan.name for plan in rules.plans] + list(rules.refusals) + [ANY_CLAIM]:
                found += [Stratum(policies, region, span, name, standing) for standing in ("local", *STANDINGS)]
    return found

