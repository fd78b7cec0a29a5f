"""Amounts that are shares of a parameter, fixed when the rules are read (additions, B)."""
from rounding import rounded
from tables import RuleError, fen, ratio


def amount(raw, parameters):
    """Amount x share, half up to a multiple of `rounded_to` yuan, or one fen; the region's rounding has no say."""
    if raw["parameter"] not in parameters:
        raise RuleError(f"no parameter {raw['parameter']}")
    whole = fen(parameters[raw["parameter"]]["amount"])
    return rounded(whole * ratio(raw["share"]), "half_up", fen(raw["rounded_to"]) if "rounded_to" in raw else 1)


def fixed(raw, parameters):
    """The same tree with the amount in place of every `{parameter: ...}`."""
    if isinstance(raw, list):
        return [fixed(one, parameters) for one in raw]
    if not isinstance(raw, dict):
        return raw
    if "parameter" in raw:
        value = amount(raw, parameters)
        return f"{value // 100}.{value % 100:02d}"
    return {key: fixed(one, parameters) for key, one in raw.items()}
