"""What the answers of `policy settle` come to, as columns: codes, names, and amounts in whole fen.

    table = settled.select("position", of_side("before"), of_side("after"))

Spark reads the numbers of an answer as decimals from their characters; nothing passes through binary floating point.
"""
from pyspark.sql import functions as F

FUNDS = ["hifp_pay", "cvlserv_pay", "hifes_pay", "hifmi_pay", "hifob_pay", "hifdm_pay", "maf_pay", "oth_pay"]
PERSONAL = ["out_of_scope", "non_local_self_pay", "deductible", "over_cap", "ratio_share"]
TOTALS = {"expense": "medfee_sumamt", "fund_total": "fund_pay_sumamt", "person_total": "psn_part_amt"}


def _members(names):
    return ", ".join(f"{name}: decimal(18, 2)" for name in names)


_ANSWER = (
    f"claim_id: string, psn_no: string, plan: string, rules: struct<region: string>, errors: array<struct<code: string>>, "
    f"setlinfo: struct<{_members([*TOTALS.values(), *FUNDS])}>, personal: struct<{_members(PERSONAL)}>")


def _fen(column):
    return (column * 100).cast("bigint")


def of_side(side):
    """A struct named after the side: the answer itself, then what it says."""
    answer = F.from_json(side, f"struct<{_ANSWER}>", {"mode": "FAILFAST"})
    sums = [_fen(answer.setlinfo[field]).alias(name) for name, field in TOTALS.items()]
    sums += [_fen(answer.setlinfo[name]).alias(name) for name in FUNDS]
    sums += [_fen(answer.personal[name]).alias(name) for name in PERSONAL]
    return F.struct(
        F.col(side).alias("answer"), answer.claim_id.alias("claim_id"), answer.psn_no.alias("psn_no"),
        F.try_element_at(answer.errors, F.lit(1)).code.alias("code"), answer.rules.region.alias("region"),
        answer.plan.alias("plan"), *sums).alias(side)
