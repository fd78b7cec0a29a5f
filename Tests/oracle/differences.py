"""What two answers to one claim disagree about."""
import collections

INEXACT = "S0208"  # refused rather than approximated
SECTIONS = ("layers", "personal", "setlinfo")


def amount(text):
    """A written amount in fen, minus sign and all, so that a wrong one is shown and not hidden."""
    text = str(text)
    whole, _, decimals = text.lstrip("-").partition(".")
    fen = int(whole) * 100 + int(decimals.ljust(2, "0")[:2] or 0)
    return -fen if text.startswith("-") else fen


def same_error(wanted, code):
    """`C?` is any error of the claim, of its form or of what it says; `S?` any refusal by the rules."""
    return code == wanted or wanted.endswith("?") and code[0] in {"C": "CF", "S": "S"}[wanted[0]]


def differences(expected, found, counters):
    """What the two answers to one claim disagree about; None when the binary's fractions were too long for it."""
    if found.get("claim_id") != expected.get("claim_id"):
        return [("claim_id", expected.get("claim_id"), found.get("claim_id"))]
    codes = [error["code"] for error in found.get("errors", [])]
    if codes == [INEXACT] and "error" not in expected:
        return None
    if "error" in expected or codes:
        wanted = expected.get("error")
        return [] if wanted and any(same_error(wanted, code) for code in codes) else [("error", wanted, codes)]
    if "refund_of" in expected:
        return of_names(expected, found, ("refund_of", "psn_no")) + of_clearing(expected, found) + of_amounts(expected, found, counters)
    result = of_names(expected, found, ("plan", "standing")) + of_amounts(expected, found, counters) + always_true(found)
    if "parts" in expected:
        result += of_parts(expected["parts"], found.get("parts", []), counters)
    elif "parts" in found:
        result.append(("parts", None, found["parts"]))
    return result


def of_names(expected, found, names):
    result = [(name, expected.get(name), found.get(name)) for name in names if expected.get(name) != found.get(name)]
    for name in ("region", "version"):
        if expected["rules"][name] != found["rules"][name]:
            result.append((name, expected["rules"][name], found["rules"][name]))
    return result


def sections(found, counters):
    """The amounts of an answer of the binary, in fen."""
    read = {name: {key: amount(value) for key, value in found[name].items()} for name in SECTIONS if name in found}
    if "setldetail" in found:
        details = collections.Counter()
        for row in found["setldetail"]:
            details[row["fund_pay_type"]] += amount(row["fund_payamt"])
        read["setldetail"] = dict(details)
    for name in {"accounts", "accounts_before"} & set(found):
        read[name] = {key: int(value) if key in counters else amount(value) for key, value in found.get(name, {}).items()}
    return read


def unwritten(expected, name, key, values):
    """Accounts whose showing is not written: in a series of other units, and of no year (see series.py)."""
    if not name.startswith("accounts"):
        return False
    return key in expected.get("of_no_year", ()) or key in expected.get("of_other_units", ()) and key not in values


def of_amounts(expected, found, counters):
    result = [(name, expected[name], None) for name in ("accounts", "accounts_before") if name in expected and name not in found]
    for name, values in sections(found, counters).items():
        mine = expected.get(name, {})
        result += [(f"{name}.{key}", mine.get(key), values.get(key)) for key in {**mine, **values}
                   if mine.get(key) != values.get(key) and not unwritten(expected, name, key, values)]
    return result


def of_clearing(expected, found):
    clearing = found.get("clearing", {})
    shown = {"action": clearing.get("action"), "amount": amount(clearing.get("amount", 0))}
    return [] if shown == expected["clearing"] else [("clearing", expected["clearing"], shown)]


def of_parts(expected, found, counters):
    """3.3: each part of a stay."""
    if len(found) != len(expected):
        return [("parts", len(expected), len(found))]
    result = []
    for number, (mine, theirs) in enumerate(zip(expected, found), start=1):
        mine = {name: one for name, one in mine.items() if name != "accounts"}  # they stand in the whole answer
        some = of_names(mine, theirs, ("setl_time", "plan", "standing")) + of_amounts(mine, theirs, counters)
        result += [(f"part {number} {what}", wanted, got) for what, wanted, got in some]
    return result


def always_true(found):
    """3.7."""
    shares = [amount(value) for value in found["personal"].values()]
    result = []
    if amount(found["setlinfo"]["psn_part_amt"]) != sum(shares):
        result.append(("psn_part_amt is not the sum of the person's shares", sum(shares), None))
    if min([*shares, *(amount(value) for value in found["layers"].values())]) < 0:
        result.append(("a part is negative (3.7)", None, None))
    return result
