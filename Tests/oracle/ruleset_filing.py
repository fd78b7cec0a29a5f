"""Random sections `filing`, `stay_across_years` and `refunds`; every optional rule is left out now and then."""
from ruleset_words import SOURCE

SUB_KINDS = ["retired_settled", "long_term_resident", "posted", "referred", "emergency", "other"]
REASONS = ["long_term", "referral", "emergency", "temporary"]
FILED = ["filed", "late", "late_agreed", "not_filed"]
STANDINGS = ["exempt", "long_term", "referral", "emergency", "temporary", "unfiled"]
BACK_HOME = ["local", *STANDINGS]


class RandomFiling:
    """Draws from its own numbers, so that the rest of a region stays what it was without these sections."""

    def __init__(self, rnd):
        self.rnd = rnd

    def chance(self, share):
        return self.rnd.random() < share

    def some(self, values, least=1):
        return self.rnd.sample(values, self.rnd.randint(least, len(values)))

    def sections(self):
        found = {}
        if self.chance(0.7):
            found["filing"] = self.filing()
        if self.chance(0.7):
            found["stay_across_years"] = self.across_years()
        if self.chance(0.7):
            found["refunds"] = {"visits": self.some(["inpatient", "outpatient", "chronic", "pharmacy"], 2),
                                "allows": self.some(["last", "earlier", "across_years", "after_clearing"], 2), "source": SOURCE}
        return found

    def filing(self):
        section = {"needed": self.needed(), "kinds": {name: self.kind() for name in self.kinds()}}
        for name, share, make in (
                ("ended_by", 0.8, self.ended_by), ("chronic", 0.6, lambda: {"institutions_at_most": self.rnd.choice(["1", "2", "3"])}),
                ("stays", 0.8, lambda: {"covered": self.rnd.choice(["to_their_end", "inside_only"])}), ("late", 0.85, self.late),
                ("emergency", 0.8, lambda: {"without_filing": self.rnd.choice(["deemed_filed", "not_filed"])}),
                ("trauma", 0.7, self.trauma), ("back_home", 0.8, self.back_home), ("channel", 0.6, self.channel),
                ("catalogue", 0.5, lambda: {one: self.rnd.choice(["treatment", "home"]) for one in ("direct", "manual")}),
                ("direct_diseases", 0.3, lambda: {"list": ['"M00500"', '"M03900"', '"M01600"', '"M00300"']}),
                ("outside_examination", 0.6, lambda: {"in_stay": self.rnd.choice(["merged", "merged", "apart"])})):
            if self.chance(share):
                section[name] = make()
        section["scope"] = {"area": self.rnd.choice(["pooling_region", "pooling_region_or_province"])}
        if self.chance(0.75):
            section["scope"]["provincial_level_and_capital"] = self.rnd.choice(["linked", "apart"])
        section["standing"] = self.standing()
        for rule in section.values():
            rule["source"] = SOURCE
        return section

    def kinds(self):
        return REASONS[:2] + ["temporary"] if self.chance(0.7) else self.some(["long_term", "referral", "temporary"], 2)

    def kind(self):
        months = self.rnd.choice(["1", "3", "6", "12"])
        found = {"lasts": self.rnd.choice(["open", "chosen", {"months": months}, {"months": months}, {"at_least_months": months}])}
        if self.chance(0.4):
            found["sub_kinds"] = self.some(SUB_KINDS, 2)
        if self.chance(0.5):
            found["change"] = {"blocked_months": self.rnd.choice(["1", "3", "6"])}
            if self.chance(0.3):
                found["change"]["of"] = self.rnd.choice(["promised", "all"])
            if self.chance(0.7):
                found["change"]["sooner_with_papers"] = self.rnd.choice(["allowed", "refused"])
        return found

    def needed(self):
        leaf = lambda: self.rnd.choice(["needed", "needed", "needed", "needed", "not_needed"])
        if self.chance(0.4):
            return {"by": "distance", "cases": {"in_province": leaf(), "cross_province": "needed"}}
        return {"by": ["distance", "visit"], "cases": {
            "in_province": {"any": leaf()}, "cross_province": {"inpatient": "needed", "outpatient/pharmacy": leaf(), "chronic": leaf()}}}

    def ended_by(self):
        found = {}
        if self.chance(0.85):
            found["refiling"] = self.rnd.choice(["same_kind", "any_kind"])
        if self.chance(0.6) or not found:
            found["change_of"] = self.some(["employer", "insurance"])
        return found

    def late(self):
        return {"before_discharge": self.rnd.choice(["filed", "late"]), "after_discharge": self.rnd.choice(["late", "late", "not_filed"])}

    def trauma(self):
        return {"third_party": self.rnd.choice(["not_payable", "payable"]), "no_third_party": self.rnd.choice(["with_commitment", "payable"])}

    def back_home(self):
        found = {"as": self.rnd.choice(BACK_HOME)}
        if self.chance(0.6):
            found["until_papers"] = self.rnd.choice([*BACK_HOME, "not_payable"])
        return found

    def channel(self):
        manual = self.rnd.choice(["not_filed", "late/late_agreed/not_filed"])
        rest = "/".join(one for one in FILED if one not in manual.split("/"))
        return {"by": "filed", "cases": {rest: "either", manual: "manual"}}

    def standing(self):
        leaf = lambda: self.rnd.choice(STANDINGS)
        if self.chance(0.5):
            return {"by": ["reason", "filed"], "cases": {reason: {one: leaf() for one in FILED} if self.chance(0.7) else {"any": leaf()} for reason in REASONS}}
        return {"by": ["filed", "reason"], "cases": {
            "filed": {one: one for one in REASONS}, "late/late_agreed": {one: leaf() for one in REASONS}, "not_filed": {"any": leaf()}}}

    def across_years(self):
        if self.chance(0.2):
            return {"settled": "whole", "source": SOURCE}
        found = {"settled": "by_days"}
        if self.chance(0.7):
            found["deductible"] = self.rnd.choice(["once", "once", "each_year"])
        if self.chance(0.7):
            found["counts_in"] = self.rnd.choice(["first_year", "last_year", "each_year"])
        return {**found, "source": SOURCE}
