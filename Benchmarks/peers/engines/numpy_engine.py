"""NumPy: int64 arithmetic by hand, in blocks that stay in the cache. Claims that a cap on paid stops are few and are
settled apart, by index."""

import numpy

import shapes
from engines.figures import *

BLOCK = 8192
ANSWERS = shapes.SHAPES["inpatient"].answers
RATIO = numpy.array(RATIOS, numpy.int64).reshape(6, 3)
LARGE_RATIO = numpy.array(LARGE_RATIOS, numpy.int64)
LESS = numpy.array(POINTS, numpy.int64)


def half_up(thousandths):
    return (thousandths + 500) // 1000


def half_up_quotient(number, by):
    return (2 * number + by) // (2 * by)


def stopped(position, lengths, ratios, left, end):
    """What is beyond the fen that uses up the room: rest / parts, for claims that the cap on paid stops."""
    parts = ratios[0].copy()
    for number in (0, 1):
        full = lengths[number] * ratios[number]
        beyond = (left >= full) & (parts == ratios[number])
        left = left - numpy.where(beyond, full, 0)
        position = position + numpy.where(beyond, lengths[number], 0)
        parts = numpy.where(beyond, ratios[number + 1], parts)
    return (end - position) * parts - left, parts


def settle(claim, answer):
    base, start = claim["in_scope"], claim["pool_expense"]
    points, row = LESS[claim["filing"]], claim["retired"] * 3 + claim["level"] - 1
    ratios = [RATIO[row, number] - points for number in range(3)]
    deductible = numpy.minimum(base, numpy.where(claim["stays"] == 0, FIRST_STAY, LATER_STAY))
    begin, end = start + deductible, start + base
    to = numpy.maximum(numpy.minimum(end, EXPENSE_CAP), begin)
    first = numpy.maximum(numpy.minimum(to, FIRST_END) - begin, 0)
    second = numpy.maximum(numpy.minimum(to, SECOND_END) - numpy.maximum(begin, FIRST_END), 0)
    lengths = (first, second, to - begin - first - second)
    pays = sum(length * ratio for length, ratio in zip(lengths, ratios))
    left = numpy.maximum(POOL_CAP - claim["pool_paid"], 0)
    large_ratio = LARGE_RATIO[claim["retired"]] - points
    large_left = numpy.maximum(LARGE_CAP - claim["large_paid"], 0)

    pool, rest = half_up(pays), end - to
    large_pays = rest * large_ratio
    large, over_cap = half_up(large_pays), numpy.zeros_like(base)

    apart = numpy.flatnonzero((pays > left * 1000) | (large_pays > large_left * 1000))
    if len(apart):
        pool[apart], large[apart], over_cap[apart] = settle_apart(
            apart, begin, to, end, lengths, ratios, pays, left, large_ratio, large_left
        )
    fund = pool + large
    total = claim["total"]
    answer[:] = (pool, large, total - fund, deductible, over_cap, base - fund - deductible - over_cap, total - base, fund)


def settle_apart(apart, begin, to, end, lengths, ratios, pays, left, large_ratio, large_left):
    begin, to, end, pays, left, large_ratio, large_left = (
        values[apart] for values in (begin, to, end, pays, left, large_ratio, large_left)
    )
    lengths, ratios = [values[apart] for values in lengths], [values[apart] for values in ratios]
    is_stopped = pays > left * 1000
    rest, parts = stopped(begin, lengths, ratios, left * 1000, end)
    rest, parts = numpy.where(is_stopped, rest, end - to), numpy.where(is_stopped, parts, 1)
    pool = numpy.where(is_stopped, left, half_up(pays))
    large_pays, most = rest * large_ratio, large_left * 1000 * parts
    is_full = large_pays > most
    large = numpy.where(is_full, large_left, half_up_quotient(large_pays, 1000 * parts))
    over_cap = numpy.where(is_full, half_up_quotient(large_pays - most, large_ratio * parts), 0)
    return pool, large, over_cap


class NumPy:
    name = f"NumPy {numpy.__version__}, int64, blocks of {BLOCK}"
    most = None

    def __init__(self, columns):
        self.columns, self.count = columns, len(columns["total"])
        self.settled = numpy.empty((len(ANSWERS), self.count), numpy.int64)

    def run(self):
        for begin in range(0, self.count, BLOCK):
            block = slice(begin, begin + BLOCK)
            settle({name: values[block] for name, values in self.columns.items()}, self.settled[:, block])

    def answers(self):
        return dict(zip(ANSWERS, self.settled))
