"""3.11: which refunds a region allows, and the reversal of a settlement."""
from ages import year_start
from tables import Refusal


class RefundRules:
    def __init__(self, raw):
        self.visits, self.allows = raw["visits"], raw["allows"]
        self.distances, self.channels = raw.get("distances"), raw.get("channels")

    def lists(self, facts):
        """The kind of visit, and distance and channel where they are listed."""
        return facts["visit"] in self.visits and all(
            listed is None or facts[name] in listed for name, listed in (("distance", self.distances), ("channel", self.channels)))


def check_refund(rules, entry, day, settled_after, cleared):
    """Every one that holds must be listed; a region without `refunds` refuses all."""
    allowed = rules.refunds
    if allowed is None:
        raise Refusal("C0140", "refunds")
    holds = {
        "last": not settled_after,
        "earlier": settled_after,
        "across_years": year_start(day, rules.year_starts) != year_start(entry.day, rules.year_starts),
        "after_clearing": cleared,
    }
    if not allowed.lists(entry.facts) or any(held and name not in allowed.allows for name, held in holds.items()):
        raise Refusal("C0143")


def opposite(amounts):
    return {name: -amount for name, amount in amounts.items()}


def reversal(claim, entry, cleared):
    """The settlement's amounts with the opposite sign."""
    result = entry.result
    setlinfo = opposite(result["setlinfo"])
    return {
        "claim_id": claim.get("claim_id"),
        "refund_of": claim["refund_of"],
        "psn_no": claim.get("psn_no"),
        "setlinfo": setlinfo,
        **{name: opposite(result[name]) for name in ("setldetail", "layers", "personal")},
        "clearing": {"action": "offset" if cleared else "withdraw", "amount": setlinfo["fund_pay_sumamt"]},
    }
