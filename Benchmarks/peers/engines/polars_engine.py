"""Polars: lazy queries of int64 expressions. The figures are in one table that is gathered from, faster here than when/then
or joins. Claims that a cap on paid stops are few and are settled apart, by index. Columns are made step by step so that
each is computed once; the threads are set by POLARS_MAX_THREADS before Polars is loaded."""

import polars
from polars import col, lit, max_horizontal, min_horizontal, when

import shapes
from engines.figures import *

SHAPE = shapes.SHAPES["inpatient"]
CODES = polars.selectors.by_name("level", "retired", "filing")


def whole(value):
    return lit(value, polars.Int64)


def table(ratio):
    """The ratios less points by person, level and filing, in the order of `key`."""
    values = [
        ratio(retired, level) - POINTS[filing] for retired in (0, 1) for level in (0, 1, 2) for filing in range(len(POINTS))
    ]
    return lit(polars.Series(values, dtype=polars.Int64)).gather(col("key"))


def half_up_quotient(number, by):
    return (2 * number + by) // (2 * by)


def pool_steps():
    """Lists of columns, each using those before it: up to what the three columns pay without a cap."""
    yield [
        (col("retired") * 15 + (col("level") - 1) * 5 + col("filing")).alias("key"),
        min_horizontal(
            col("in_scope"), when(col("stays") == 0).then(whole(FIRST_STAY)).otherwise(whole(LATER_STAY))
        ).alias("deductible"),
        (col("pool_expense") + col("in_scope")).alias("end"),
        ((POOL_CAP - col("pool_paid")) * 1000).alias("room"),
    ]
    yield [
        (col("pool_expense") + col("deductible")).alias("begin"),
        *(table(lambda retired, level: RATIOS[retired][level][number]).alias(f"ratio_{number}") for number in range(3)),
        table(lambda retired, level: LARGE_RATIOS[retired]).alias("large_ratio"),
    ]
    yield [max_horizontal(min_horizontal(col("end"), whole(EXPENSE_CAP)), col("begin")).alias("to")]
    yield [
        max_horizontal(min_horizontal(col("to"), whole(FIRST_END)) - col("begin"), whole(0)).alias("length_0"),
        max_horizontal(
            min_horizontal(col("to"), whole(SECOND_END)) - max_horizontal(col("begin"), whole(FIRST_END)), whole(0)
        ).alias("length_1"),
    ]
    yield [
        (col("length_0") * col("ratio_0")).alias("full_0"),
        (col("length_1") * col("ratio_1")).alias("full_1"),
        ((col("to") - col("begin") - col("length_0") - col("length_1")) * col("ratio_2")).alias("full_2"),
    ]
    yield [(col("full_0") + col("full_1") + col("full_2")).alias("pays")]


def common_steps():
    """Claims that no cap on paid stops."""
    yield [((col("end") - col("to")) * col("large_ratio")).alias("large_pays")]
    yield [
        ((col("pays") > col("room")) | (col("large_pays") > (LARGE_CAP - col("large_paid")) * 1000)).alias("apart"),
        ((col("pays") + 500) // 1000).alias("pool"),
        ((col("large_pays") + 500) // 1000).alias("large"),
        whole(0).alias("over_cap"),
    ]


def apart_steps():
    """Claims that one does: what the pool leaves is rest / parts fen."""
    two = col("full_0") + col("full_1")
    yield [
        col("room").clip(lower_bound=0),
        max_horizontal(LARGE_CAP - col("large_paid"), whole(0)).alias("large_left"),
    ]
    within, in_first, in_second = col("pays") <= col("room"), col("room") < col("full_0"), col("room") < two
    beyond = col("end") - col("begin")
    first = beyond * col("ratio_0") - col("room")
    second = (beyond - col("length_0")) * col("ratio_1") - (col("room") - col("full_0"))
    third = (beyond - col("length_0") - col("length_1")) * col("ratio_2") - (col("room") - two)
    yield [
        when(within).then(col("end") - col("to")).when(in_first).then(first).when(in_second).then(second).otherwise(third)
        .alias("rest"),
        when(within).then(whole(1)).when(in_first).then(col("ratio_0")).when(in_second).then(col("ratio_1"))
        .otherwise(col("ratio_2")).alias("parts"),
        when(within).then((col("pays") + 500) // 1000).otherwise(col("room") // 1000).alias("pool"),
    ]  # fmt: skip
    yield [
        (col("rest") * col("large_ratio")).alias("large_pays"),
        (col("large_left") * 1000 * col("parts")).alias("large_room"),
    ]
    is_full = col("large_pays") > col("large_room")
    yield [
        when(is_full)
        .then(col("large_left"))
        .otherwise(half_up_quotient(col("large_pays"), 1000 * col("parts")))
        .alias("large"),
        when(is_full)
        .then(half_up_quotient(col("large_pays") - col("large_room"), col("large_ratio") * col("parts")))
        .otherwise(whole(0))
        .alias("over_cap"),
    ]


def answer_steps():
    yield [(col("pool") + col("large")).alias("fund")]
    yield [
        (col("total") - col("fund")).alias("person"),
        (col("in_scope") - col("fund") - col("deductible") - col("over_cap")).alias("ratio_share"),
        (col("total") - col("in_scope")).alias("out_of_scope"),
    ]


def settled(frame, *groups):
    for group in groups:
        for columns in group():
            frame = frame.with_columns(columns)
    return frame


def settled_apart(frame):
    """A lazy frame of claims, settled as those have to be that a cap on paid may stop."""
    return settled(frame, pool_steps, apart_steps)


class Polars:
    name = f"Polars {polars.__version__}"
    most = None

    def __init__(self, columns):
        self.claims = polars.DataFrame(columns).with_columns(CODES.cast(polars.UInt32))
        kept = ("total", "in_scope", "pool", "large", "deductible", "over_cap", "apart")
        self.query = settled(self.claims.lazy(), pool_steps, common_steps).select(kept)

    def run(self):
        common = self.query.collect()
        apart = common["apart"].arg_true()
        few = settled_apart(self.claims[apart].lazy()).collect()
        patched = common.with_columns(common[name].scatter(apart, few[name]) for name in ("pool", "large", "over_cap"))
        self.result = settled(patched.lazy(), answer_steps).select(SHAPE.answers).collect()

    def answers(self):
        return {name: self.result[name].to_numpy() for name in SHAPE.answers}
