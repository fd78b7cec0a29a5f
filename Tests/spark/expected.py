"""What the report of `policy impact --format json` says, in the form of the example's report."""

# How the answers of `policy settle` call the funds of the report, in its order.
FIELDS = {
    "pooled": "hifp_pay", "civil_servant": "cvlserv_pay", "enterprise": "hifes_pay", "major_illness": "hifmi_pay",
    "large_amount": "hifob_pay", "disabled": "hifdm_pay", "assistance": "maf_pay", "supplement": "oth_pay", "other": "oth_pay",
}


def fen(text):
    """Yuan with two decimals as whole fen."""
    yuan, _, rest = text.partition(".")
    if len(rest) != 2:
        raise ValueError(f"{text} has not two decimals")
    return int(yuan + rest)


def expected_report(impact):
    """The figures that both have; `impact` was read with `parse_float=fen`."""
    report = {name: impact[name] for name in ("claims", "settled", "unsettled", "claims_by_change", "persons_by_change")}
    report["amounts"] = {name: _amounts(amounts) for name, amounts in impact["amounts"].items()}
    report["top"] = [{name: one[name] for name in ("line", "claim_id", "change")} for one in impact["top"]]
    return {**report, "regions": impact["regions"], "plans": impact["plans"]}


def _amounts(amounts):
    funds = dict.fromkeys(FIELDS.values(), 0)
    for fund, paid in amounts["funds"].items():
        funds[FIELDS[fund]] += paid
    return {**amounts, "funds": funds}
