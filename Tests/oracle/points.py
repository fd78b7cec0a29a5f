"""Amounts and numbers at which a plan changes course."""
from fractions import Fraction

from deductibles import NEVER, Share
from tables import UNLIMITED

MANY = 60  # products of adjustments and ordinals soon are too many


def money(leaves):
    return {leaf for leaf in leaves if isinstance(leaf, int)}


class Points:
    def __init__(self, plan, rules):
        self.deductibles, self.ends, self.caps, self.ratios, self.days = {0}, set(), set(), set(), set()
        self.numbers = {}  # dimension -> numbers at which a case begins or ends
        self.limits = {}  # account -> amounts at which it is full or changes the ratio
        for layer in plan.layers:
            self._ratio(layer)
            amounts = self._deductible(layer)
            for cap in layer.caps:
                limits = {leaf for leaf in cap.amount.leaves if leaf != UNLIMITED}
                self.caps |= limits
                self._limit(layer.cap_accounts[cap.name], limits)
            if layer.cumulative:
                sums = {amount + end for amount in amounts for end in {e for e in layer.ratio.ends if e is not None} | {0}}
                self.limits.setdefault(layer.cumulative, {0}).update(sums)
                self.limits.setdefault(f"{layer.cumulative}.paid", {0}).update(amount // 3 for amount in sums)
            self._numbers(layer.tables(), layer.filters())
        self._numbers([], [plan.applies])
        if rules.non_local:
            self._own(rules.non_local.change.leaves)
            self._numbers([rules.non_local.change], [])
        self.ratios = sorted(self.ratios) or [Fraction(1)]
        self.amounts = sorted(self.deductibles | self.ends | self.caps | {e + d for e in self.ends for d in list(self.deductibles)[:MANY]})
        self.numbers = {dimension: sorted(numbers) for dimension, numbers in self.numbers.items() if numbers}
        self.limits = {name: sorted(limits) for name, limits in self.limits.items()}
        self.deductibles, self.caps, self.days = sorted(self.deductibles), sorted(self.caps), sorted(self.days)

    def _limit(self, account, amounts):
        if account:
            self.limits.setdefault(account.name, {0}).update(amounts)

    def _numbers(self, tables, filters):
        for table in tables:
            for dimension, numbers in table.keys.items():
                self.numbers.setdefault(dimension, set()).update(numbers)
        for one in filters:
            for dimension, allowed in one.conditions:
                bounds = [n for b in allowed if isinstance(b, tuple) for n in b if n is not None]
                self.numbers.setdefault(dimension, set()).update(bounds)

    def _ratio(self, layer):
        self.ratios.update(r for leaf in layer.ratio.table.leaves for r in leaf if r)
        ends = {end for end in layer.ratio.ends if end is not None}
        self.ends |= ends
        self._limit(layer.axis, ends)
        for one in layer.ratio.adjust:
            if one.for_each:
                self.numbers.setdefault(one.for_each, set()).add(one.beyond)

    def _deductible(self, layer):
        if not layer.deductible:
            return {0}
        amounts = money(layer.deductible.amount.leaves)
        for leaf in layer.deductible.amount.leaves:
            if isinstance(leaf, Share):
                amounts.update(x for bound in (leaf.at_least, leaf.at_most) if bound for x in (bound, int(bound / leaf.share)))
        amounts = self._adjusted(layer, amounts)
        if layer.deductible.again_every_days:
            days = {leaf for leaf in layer.deductible.again_every_days.leaves if leaf != NEVER}
            self.days |= days
            amounts |= {2 * one for one in amounts}
        if layer.deductible.ceiling:
            account, limit = layer.deductible.ceiling
            self.limits.setdefault(account, {0}).update(limit.leaves)
            amounts.update(limit.leaves)
        for account in (layer.charged, layer.standards()):
            self._limit(account, amounts)
        self.deductibles |= amounts
        return amounts or {0}

    def _adjusted(self, layer, amounts):
        """Roughly what adjustments leave; the claim's own figures come from a trial settlement."""
        for one in layer.deductible.adjust:
            more = set(one.at_least.leaves if one.at_least else []) | set(one.at_most.leaves if one.at_most else [])
            for amount in sorted(amounts)[:MANY]:
                more.update(int(amount * factor) for factor in (one.times or one.each).leaves) if one.times or one.each else None
                more.update(max(amount - k * minus, 0) for minus in one.minus.leaves for k in (1, 2, 3)) if one.minus else None
            amounts = amounts | more
        return set(sorted(amounts)[: 4 * MANY])

    def _own(self, changes):
        for change in changes:
            own = change.deductible
            if own and own.times is None and isinstance(own.amount, int):
                self.deductibles.add(own.amount)
