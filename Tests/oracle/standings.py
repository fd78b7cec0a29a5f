"""What a standing changes in a layer it reaches (3.5, 1)."""
from deductibles import OwnDeductible
from tables import Table, points, ratio


class Change:
    def __init__(self, raw):
        raw = {} if raw == "as_at_home" else raw
        get = lambda key, read: read(raw[key]) if key in raw else None
        self.refused = "refused" in raw
        self.lower_by = get("lower_by", points)
        self.ratio_factor = get("pays_of_home_ratio", ratio)
        self.ratio_instead = get("ratio_instead", ratio)
        self.benefit_factor = get("pays_of_home_benefit", ratio)
        self.first_self_pay = get("first_self_pay", ratio)
        self.deductible = get("deductible", OwnDeductible)
        self.treat_as = raw.get("treat_as")
        self.minimum = (raw["minimum"]["of"], ratio(raw["minimum"]["ratio"])) if "minimum" in raw else None
        self.at_most = get("at_most", ratio)
        self.at_least = get("at_least", ratio)


class NonLocal:
    def __init__(self, raw):
        self.visits = raw["reaches"]["visits"]
        self.layers = raw["reaches"]["layers"]
        self.after_deductible = raw.get("first_self_pay_taken") == "after_deductible"
        self.change = Table(raw, Change)
