"""What a layer charges first: amounts, adjustments, periods, a standing's own (3.5.3 a; additions, D and E)."""
from periods import period
from tables import Filter, RuleError, Table, bounded, fen, ratio

NEVER = "never"


class Share:
    """A deductible as a share of an amount, clamped (V-D8)."""

    def __init__(self, raw):
        self.of = raw["percent_of"]
        self.share = ratio(raw["share"])
        self.at_least = fen(raw["at_least"]) if "at_least" in raw else None
        self.at_most = fen(raw["at_most"]) if "at_most" in raw else None

    def __call__(self, amounts, round):
        """3.9: rounded by the region's rule, then kept within its bounds."""
        return bounded(round(self.share * amounts[self.of]), self.at_least, self.at_most)


def amount(raw):
    return Share(raw) if isinstance(raw, dict) else fen(raw)


def in_fen(leaf, amounts, round):
    """3.9: a written amount is taken as written."""
    return leaf(amounts, round) if isinstance(leaf, Share) else leaf


def times_each_time(amount, factor, times, round):
    """D: multiplied once for every earlier occurrence, rounded after each."""
    for _ in range(times):
        following = round(amount * factor)
        if following == amount:
            break
        amount = following
    return amount


class Adjustment:
    """One change of the deductible, and its bounds."""

    def __init__(self, raw):
        self.applies = Filter(raw.get("for"))
        self.times = Table(raw["times"], ratio) if "times" in raw else None
        self.minus = Table(raw["minus_each_time"], fen) if "minus_each_time" in raw else None
        self.each = Table(raw["times_each_time"], ratio) if "times_each_time" in raw else None
        self.at_least = Table(raw["at_least"], fen) if "at_least" in raw else None
        self.at_most = Table(raw["at_most"], fen) if "at_most" in raw else None

    def tables(self):
        return [one for one in (self.times, self.minus, self.each, self.at_least, self.at_most) if one]

    def __call__(self, amount, facts, round):
        if self.times:
            amount = amount * self.times(facts)
        elif self.minus:
            amount = max(amount - self.minus(facts) * (facts.number("occurrence") - 1), 0)
        else:
            amount = times_each_time(amount, self.each(facts), facts.number("occurrence") - 1, round)
        return bounded(amount, self.at_least and self.at_least(facts), self.at_most and self.at_most(facts))


class Deductible:
    def __init__(self, raw):
        self.each_settlement = raw["per"] == "each_settlement"
        self.period = period(raw, raw["per"])
        self.amount = Table(raw["amount"], amount)
        self.adjust = [Adjustment(one) for one in raw.get("adjust", [])]
        self.counted_within = raw.get("counted_within", "all")
        # An account has no effect when each settlement starts anew.
        self.account = None if self.each_settlement else raw.get("account")
        if not self.each_settlement and not self.account:
            raise RuleError(f"a deductible per {raw['per']} needs an account")
        self.used_up = raw.get("used_up", "together")
        self.separately_for = raw.get("separately_for")
        self.again_every_days = None
        if "again_every_days" in raw:
            self.again_every_days = Table(raw["again_every_days"], lambda leaf: NEVER if leaf == NEVER else int(leaf))
        self.ceiling = None
        if "ceiling" in raw:
            self.ceiling = (raw["ceiling"]["account"], Table(raw["ceiling"]["amount"], fen))

    def tables(self):
        yield self.amount
        for one in self.adjust:
            yield from one.tables()
        if self.again_every_days:
            yield self.again_every_days
        if self.ceiling:
            yield self.ceiling[1]

    def ordinal_matters(self):
        return any(one.minus or one.each for one in self.adjust)

    def at_home(self, facts, amounts, round):
        """The table's amount after its adjustments: exact in between, rounded at the end where there are any."""
        value = in_fen(self.amount(facts), amounts, round)
        for one in self.adjust:
            if one.applies(facts):
                value = one(value, facts, round)
        return round(value) if self.adjust else value

    def charges(self, facts):
        """D: one for every N days that began, all with the stay's ordinal."""
        days = self.again_every_days(facts) if self.again_every_days else NEVER
        return 1 if days == NEVER else max(-(-facts.days // days), 1)


class OwnDeductible:
    """A standing's own deductible: an amount in place of the layer's, or a multiple of it (E)."""

    def __init__(self, raw):
        self.times = None
        if isinstance(raw, dict) and "times" in raw:
            self.times = ratio(raw["times"])
            self.at_least = fen(raw["at_least"]) if "at_least" in raw else None
            self.at_most = fen(raw["at_most"]) if "at_most" in raw else None
        else:
            self.amount = amount(raw)

    def __call__(self, rule, facts, amounts, round):
        if self.times is None:
            return in_fen(self.amount, amounts, round)
        if rule is None:
            return 0  # nothing to multiply
        return bounded(round(rule.at_home(facts, amounts, round) * self.times), self.at_least, self.at_most)


def is_share(own, rule, facts):
    """L: whether the amount is a share of the claim, at home or a standing's own."""
    if own and own.times is None:
        return isinstance(own.amount, Share)
    return rule is not None and isinstance(rule.amount(facts), Share)
