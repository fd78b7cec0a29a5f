"""Polars, file to file: one lazy query from scan_ndjson to sink_ndjson that checks and settles claims.

    POLARS_MAX_THREADS=THREADS python file_polars.py IN OUT THREADS whole|few RULES

`whole`: every member that `policy settle` writes; RULES is the text of the last one. `few`: the claim's id and the eight
amounts. An answer is written only where the check of the claim holds (its parts add up, all codes are known).
"""

import json
import sys

import polars
from polars import all_horizontal, col, concat_list, lit, struct, when

import answer
from engines import polars_engine


def claims(path):
    """The claims of a file with the columns that the rules ask for; amounts in fen."""
    accounts = [
        polars.Field(name, polars.Int64 if column == "stays" else polars.Float64) for name, column in answer.ACCOUNTS.items()
    ]
    schema = {name: polars.String for name in answer.TEXTS} | {name: polars.Float64 for name in answer.AMOUNTS}
    taken = polars.scan_ndjson(path, schema=schema | {"accounts": polars.Struct(accounts)})
    fen = lambda value: (value * 100).round().cast(polars.Int64)
    account = lambda name: col("accounts").struct.field(name)
    amounts = [fen(col(name)).alias(column) for name, column in zip(answer.AMOUNTS, answer.SETLINFO.values())]
    balances = [
        (account(name) if column == "stays" else fen(account(name))).alias(column) for name, column in answer.ACCOUNTS.items()
    ]
    standing = col("standing").fill_null("local")
    codes = [
        numbered(col("psn_type"), {"11": 0, "12": 1}).alias("retired"),
        numbered(col("hosp_lv"), answer.LEVELS).alias("level"),
        numbered(standing, {name: number for number, name in enumerate(answer.STANDINGS)}).alias("filing"),
    ]
    return taken.with_columns(*amounts, *balances, *codes, standing).filter(valid())


def numbered(value, codes):
    return value.replace_strict(codes, default=None, return_dtype=polars.UInt32)


def valid():
    return all_horizontal(
        col("insutype") == "310",
        col("insuplc_admdvs") == "999901",
        col("med_type") == "21",
        col("mdtrtarea_admvs").is_in(["999901", "999902"]),
        *(col(name).is_not_null() for name in ("retired", "level", "filing")),
        *(col(name).str.to_date(strict=False).is_not_null() for name in ("begntime", "endtime", "setl_time")),
        *(col(name) >= 0 for name in ("self_paid", "over_limit", "first_self_pay", "in_scope")),
        col("total") == col("self_paid") + col("over_limit") + col("first_self_pay") + col("in_scope"),
    )


def in_yuan(fen):
    # Polars divides by a constant by multiplying with its inverse, which alone gives 231.89000000000001 for 23189.
    return (fen / 100).round(2)


def yuan(column):
    return lit(0.0) if column is None else in_yuan(col(column))


def packed(members):
    return struct(yuan(column).alias(name) for name, column in members.items())


def whole(rules):
    """The members of an answer."""
    payment = lambda layer, code: when(col(layer) > 0).then(
        struct(lit(code).alias("fund_pay_type"), yuan(layer).alias("fund_payamt"))
    )
    reached = (2 * (col("in_scope") * col("parts") - col("rest")) + col("parts")) // (2 * col("parts"))
    grown = struct(
        (col("stays") + 1).alias("employee_inpatient.occurrences"),
        in_yuan(col("pool_expense") + reached).alias("pool_expense"),
        in_yuan(col("pool_paid") + col("pool")).alias("pool_year"),
        in_yuan(col("large_paid") + col("large")).alias("large_year"),
    )
    return [
        "claim_id",
        "psn_no",
        packed(answer.SETLINFO).alias("setlinfo"),
        concat_list([payment(*pair) for pair in answer.FUND_TYPES.items()]).list.drop_nulls().alias("setldetail"),
        packed(answer.LAYERS).alias("layers"),
        packed(answer.PERSONAL).alias("personal"),
        lit(answer.PLAN).alias("plan"),
        "standing",
        grown.alias("accounts"),
        struct(lit(value).alias(name) for name, value in rules.items()).alias("rules"),
    ]


def few():
    return ["claim_id", *(yuan(name).alias(name) for name in answer.FEW)]


def main():
    taken, written, threads, mode, rules = sys.argv[1:]
    if polars.thread_pool_size() != int(threads):
        sys.exit("POLARS_MAX_THREADS is not as asked")
    settled = polars_engine.settled(polars_engine.settled_apart(claims(taken)), polars_engine.answer_steps)
    settled.select(few() if mode == "few" else whole(json.loads(rules))).sink_ndjson(written)


if __name__ == "__main__":
    main()
