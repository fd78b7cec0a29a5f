"""How much a layer pays: columns, their axis, and adjustments (3.5.3 b and c; additions, F)."""
from periods import period
from tables import Filter, RuleError, Table, bounded, fen, points, ratio

AXIS = {"expense_with_deductible": "expense", "expense_above_deductible": "expense_above_deductible", "paid": "paid"}


def clamp(share):
    return min(max(share, 0), 1)


class Adjustment:
    def __init__(self, raw):
        self.applies = Filter(raw.get("for"))
        self.plus = Table(raw["plus"], points) if "plus" in raw else None
        self.for_each = raw.get("for_each")
        self.beyond = int(raw.get("beyond", 0))
        self.self_pay_times = ratio(raw["self_pay_times"]) if "self_pay_times" in raw else None
        self.at_most = ratio(raw["at_most"]) if "at_most" in raw else None
        self.at_least = ratio(raw["at_least"]) if "at_least" in raw else None

    def __call__(self, share, facts):
        """With its own bounds, within 0...1."""
        if self.plus:
            each = max(facts.number(self.for_each) - self.beyond, 0) if self.for_each else 1
            share += self.plus(facts) * each
        if self.self_pay_times is not None:
            share = 1 - (1 - share) * self.self_pay_times
        return clamp(bounded(share, self.at_least, self.at_most))


class Ratio:
    def __init__(self, raw):
        keys = raw if isinstance(raw, dict) else {}
        self.counted = keys.get("counted", "expense_with_deductible")
        self.each_settlement = keys.get("restarts", "each_settlement") == "each_settlement"
        self.account = None if self.each_settlement else keys["account"]
        self.period = period(keys, keys.get("restarts", "each_settlement").removeprefix("each_"))
        self.slab = keys.get("how", "marginal") == "slab"
        if self.slab and self.counted == "paid":
            raise RuleError("a slab cannot count its own payment")
        # The upper end of each column, None above; what stands at an end belongs to the lower column.
        ends = keys.get("columns", ["above"])
        self.ends = [None if end == "above" else fen(end.removeprefix("to ")) for end in ends]

        def leaf(value):
            ratios = [ratio(one) for one in ([value] if isinstance(value, str) else value)]
            return ratios * len(self.ends) if len(ratios) == 1 else ratios

        self.table = Table(raw, leaf)
        self.adjust = [Adjustment(one) for one in keys.get("adjust", [])]

    def tables(self):
        yield self.table
        yield from (one.plus for one in self.adjust if one.plus)

    def asks(self):
        """Numbers that points are multiplied by."""
        return {one.for_each for one in self.adjust if one.for_each}

    def shares(self, facts, change):
        """3b: table, adjust, the standing's change, its bounds, the benefit factor."""
        shares = self.table(facts)
        adjust = [one for one in self.adjust if one.applies(facts)]
        if not adjust and not change:
            return shares
        return [changed(adjusted(share, adjust, facts), change) for share in shares]


def adjusted(share, adjust, facts):
    for one in adjust:
        share = one(share, facts)
    return share


def changed(share, change):
    """By the standing."""
    if not change:
        return share
    if change.lower_by is not None:
        share -= change.lower_by
    if change.ratio_factor is not None:
        share *= change.ratio_factor
    if change.ratio_instead is not None:
        share = change.ratio_instead
    share = bounded(share, change.at_least, change.at_most)
    if change.benefit_factor is not None:
        share *= change.benefit_factor
    return clamp(share)
