"""3.3: a stay across benefit years, settled whole or in two parts."""
from ages import year_start
from days import plus_days
from periods import beginning
from tables import Refusal
from units import days_between


class AcrossYears:
    def __init__(self, raw):
        self.by_days = raw["settled"] == "by_days"
        self.once = raw.get("deductible", "once") == "once"
        counts_in = raw.get("counts_in", "first_year")
        self.counts = counts_in in ("first_year", "each_year"), counts_in in ("last_year", "each_year")


class Part:
    """What the settlement of a part of a stay has to know of the whole, and leaves for the other part.

    `left` is, by layer, what D leaves after d; `days` and `ordinals` are those of the whole stay, where they are not
    the part's own.
    """

    def __init__(self, settled, counts=True, days=None, both_days=None, earlier=None):
        self.settled, self.counts, self.days, self.both_days = settled, counts, days, both_days
        self.given = earlier.left if earlier else None
        self.given_ordinals = earlier.ordinals if earlier else None
        self.left, self.ordinals = {}, {}


def boundary(claim, visit, rules):
    """The first day of the later benefit year of a stay that is settled by days; None when it is settled whole."""
    if visit != "inpatient" or not rules.across_years or not rules.across_years.by_days:
        return None
    for field in ("begntime", "endtime"):
        if field not in claim:
            raise Refusal("C0112", field)
    first, last = (year_start(claim[field][:10], rules.year_starts) for field in ("begntime", "endtime"))
    return last if first < last else None


def check_two_years(claim, later, rules):
    if year_start(plus_days(later, -1), rules.year_starts) != year_start(claim["begntime"][:10], rules.year_starts):
        raise Refusal("C0138", "more than two years")


def check_plan(plan, before, last, year_starts):
    """Merged units cannot be split; nor can accounts whose period holds both days."""
    def holds_both(period):
        if isinstance(period, int):  # a cycle
            return last < plus_days(before, period)
        return beginning(period, before, year_starts) == beginning(period, last, year_starts)

    if plan.merges or any(holds_both(account.period) for account in plan.accounts):
        raise Refusal("C0138", plan.name)


def shares(amount, first, second):
    """Largest remainder over days; ties go to the earlier part."""
    whole = first + second
    parts, rests = [amount * first // whole, amount * second // whole], [amount * first % whole, amount * second % whole]
    if sum(parts) < amount:
        parts[0 if rests[0] >= rests[1] else 1] += 1
    return parts


def split_amounts(lines, first, second):
    """The five sums of each part: four amounts of each line are split, totals are sums."""
    sums = [[0] * 4, [0] * 4]
    for line in lines:
        for column, amount in enumerate(line[1:]):
            for part, share in zip(sums, shares(amount, first, second)):
                part[column] += share
    return [[sum(part), *part] for part in sums]


def days_of_parts(claim, later):
    """Days before and from the first day of the later year; the day of discharge is not counted."""
    return days_between(claim["begntime"], later), days_between(later, claim["endtime"])
