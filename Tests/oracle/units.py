"""Visits that a plan merges into one unit (3.1; additions, H)."""
import datetime

from tables import Refusal


def days_between(first, last):
    return (datetime.date.fromisoformat(last[:10]) - datetime.date.fromisoformat(first[:10])).days


class Merges:
    def __init__(self, raw):
        self.same_day = raw["visits"] == "same_day_and_institution"
        self.within = None if self.same_day else int(raw["within_days"])

    def joins(self, claim, earlier):
        """Whether the claim belongs to the unit of the earlier one."""
        for field in ("begntime", "fixmedins_code") if self.same_day else ("begntime",):
            if field not in claim:
                raise Refusal("C0112", field)
        gap = days_between(earlier["endtime"], claim["begntime"])
        if self.same_day:
            return gap == 0 and claim["fixmedins_code"] == earlier.get("fixmedins_code")
        return 0 <= gap <= self.within


def continues(plan, claim):
    """True for a later claim of a unit; checked before anything else is computed."""
    earlier = claim.get("same_unit")
    if earlier is None:
        return False
    if not plan.merges:
        raise Refusal("C0118")
    if not plan.merges.joins(claim, earlier):
        raise Refusal("C0119")
    if claim.get("accounts") == {}:
        raise Refusal("C0120")
    return True
