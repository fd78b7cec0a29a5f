"""What two rule sets make different, added up: the figures of `policy impact --carry-accounts --format json` that are sums.

    write(compare(settled), "comparison.json")

Amounts are whole fen. Order and number of the table's partitions change nothing.
"""
import json

from pyspark.sql import functions as F

from amounts import FUNDS, PERSONAL, TOTALS

LINES_KEPT = 5
TOP = 10

_CHANGE = "after.fund_total - before.fund_total"
_WORDS = ("more", "less", "same")
_NAMES = [*TOTALS, *FUNDS, *PERSONAL]
# Whether the two sides settle.
_OUTCOMES = {"both": (True, True), "only_before": (True, False), "only_after": (False, True), "neither": (False, False)}



def compare(settled):
    """The whole report as what `json.dumps` takes."""
    sums = _sums_by_outcome(settled)
    both = settled.where("before.code IS NULL AND after.code IS NULL").withColumn("change", F.expr(_CHANGE))
    return {
        "claims": sum(one["claims"] for one in sums.values()),
        "settled": {name: sums[name]["claims"] for name in _OUTCOMES},
        "unsettled": _unsettled(settled),
        "claims_by_change": {word: sums["both"][word] for word in _WORDS},
        "persons_by_change": _of_persons(both),
        "amounts": {
            "before": _amounts(sums["both"], "before"), "after": _amounts(sums["both"], "after"),
            "only_before": _amounts(sums["only_before"], "before"), "only_after": _amounts(sums["only_after"], "after")},
        "top": _top(both),
        "regions": _breakdown(both, "region"),
        "plans": _breakdown(both, "plan"),
    }


def write(report, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(report, file, ensure_ascii=False, indent=1)
        file.write("\n")


def _counted(change):
    """How many gain, lose and stay as they are."""
    return [F.count_if(change > 0).alias("more"), F.count_if(change < 0).alias("less"), F.count_if(change == 0).alias("same")]


def _sums_by_outcome(settled):
    """Counts and sums of the claims that settle on both sides, on one, on neither."""
    names = [f"{side}_{name}" for side in ("before", "after") for name in _NAMES]
    sums = [F.coalesce(F.sum(name.replace("_", ".", 1)), F.lit(0)).alias(name) for name in names]
    outcomes = settled.groupBy(F.isnull("before.code").alias("is_before"), F.isnull("after.code").alias("is_after"))
    rows = outcomes.agg(F.count("*").alias("claims"), *_counted(F.expr(_CHANGE)), *sums).collect()
    found = {(row["is_before"], row["is_after"]): row.asDict() for row in rows}
    nothing = dict.fromkeys(["claims", *_WORDS, *names], 0)
    return {name: found.get(settles, nothing) for name, settles in _OUTCOMES.items()}


def _amounts(sums, side):
    fen = {name: sums[f"{side}_{name}"] for name in _NAMES}
    return {
        "expense": fen["expense"], "funds": {name: fen[name] for name in FUNDS}, "fund_total": fen["fund_total"],
        "personal": {name: fen[name] for name in PERSONAL}, "person_total": fen["person_total"]}


def _of_persons(both):
    """A person is a number within a pooling region; who gains and loses counts by the sum of the claims."""
    persons = both.groupBy("before.region", "before.psn_no").agg(F.sum("change").alias("change"))
    return persons.agg(*_counted(F.col("change"))).first().asDict()


def _unsettled(settled):
    """By the codes that stopped claims on the two sides, with the first of their lines."""
    codes = [F.col(f"{side}.code").alias(side) for side in ("before", "after")]
    stopped = settled.select(*codes, "position").where("before IS NOT NULL OR after IS NOT NULL")
    # The smallest positions without collecting all of them: a code may have stopped millions.
    ranked = stopped.withColumn("rank", F.expr("row_number() OVER (PARTITION BY before, after ORDER BY position)"))
    rows = ranked.groupBy("before", "after").agg(
        F.count("*").alias("claims"),
        F.sort_array(F.collect_list(F.when(F.col("rank") <= LINES_KEPT, F.col("position")))).alias("first_lines"))
    return sorted((row.asDict() for row in rows.collect()), key=lambda row: (row["before"] or "", row["after"] or ""))


def _top(both):
    """The claims that change most; of equal ones the first."""
    changed = both.where("change <> 0").orderBy(F.abs("change").desc(), "position").limit(TOP)
    return [row.asDict() for row in changed.select(F.col("position").alias("line"), "before.claim_id", "change").collect()]


def _breakdown(both, name):
    """By what a claim's region or plan is called on the two sides."""
    rows = both.groupBy(F.col(f"before.{name}").alias("before_"), F.col(f"after.{name}").alias("after_")).agg(
        F.count("*").alias("claims"), *_counted(F.col("change")),
        F.sum("before.fund_total").alias("fund_before"), F.sum("after.fund_total").alias("fund_after"))
    return [
        {"before": row["before_"], "after": row["after_"], "claims": row["claims"],
         "by_change": {word: row[word] for word in _WORDS},
         "fund_before": row["fund_before"], "fund_after": row["fund_after"], "change": row["fund_after"] - row["fund_before"]}
        for row in sorted(rows.collect(), key=lambda row: (row["before_"], row["after_"]))]
