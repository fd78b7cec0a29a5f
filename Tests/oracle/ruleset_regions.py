"""A random region: plans, what standings change, and the sections around them."""
from ruleset_layers import Layers
from ruleset_words import SOURCE, STANDINGS

PLANS = [("employee_inpatient", "employee", "inpatient"), ("employee_outpatient", "employee", "outpatient"),
         ("resident_inpatient", "resident", "inpatient"), ("resident_chronic", "resident", "chronic")]
CAUSES = ["deductible", "ratio_share", "over_cap", "first_self_pay", "non_local_self_pay"]


class Region(Layers):
    def __init__(self, code, rnd, ambiguous=False, parent=None):
        super().__init__(code, rnd, ambiguous, parent)
        self.caps, self.cap_of, self.ids, self.shared, self.shared_for = {}, {}, [], {}, {}
        self.pools_without = list(parent.pools_without) if parent else []  # whether their plans merge visits
        self.by_disease = False
        # A child replaces plans by their names.
        open_to = [plan for plan in PLANS if plan[0] in parent.plans] if parent else PLANS
        own = rnd.sample(open_to, min(len(open_to), rnd.choice([1, 2]))) if parent else PLANS
        self.plans = {}
        for plan in own:
            self.add(*plan)
        self.left = [plan for plan in PLANS if plan not in own]

    def add(self, name, insurance, visit):
        """A plan, or two that an attribute tells apart (A)."""
        self.by_disease = bool(self.diseases) and self.chance(0.9 if visit == "chronic" else 0.15)
        base = {"insurance": insurance, "visit": visit}
        split = [id for id, one in self.attributes.items() if one["kind"] == "choice" and self.chance(0.2)]
        if split and not self.parent:
            self.plans[f"{name}_a"] = self.plan(f"{name}_a", insurance, {**base, split[0]: "psychiatric"})
            self.plans[f"{name}_b"] = self.plan(f"{name}_b", insurance, {**base, split[0]: "chemo/other"})
        else:
            self.plans[name] = self.plan(name, insurance, base)

    def plan(self, name, insurance, condition):
        rnd = self.rnd
        plan = {"title": "待遇", "for": condition, "source": SOURCE}
        if self.chance(0.35) and self.may_merge():  # H
            plan["merges"] = rnd.choice([{"visits": "same_day_and_institution"}, {"visits": "readmission", "within_days": rnd.choice(["15", "1"])}])
        merges = "merges" in plan
        layers = [self.layer(insurance, name, "pool", "pooled", "in_scope", "in_scope", merges)]
        if self.chance(0.4):
            some = rnd.choice([["pool.ratio_share"], ["deductible", "pool.ratio_share"], ["first_self_pay", "deductible"]])
            layers.append(self.layer(insurance, name, "supplement", "supplement", some, "list", merges))
        if self.chance(0.5):
            layers.append(self.layer(insurance, name, "large", "large_amount", rnd.choice(["over_cap", "pool.over_cap"]), "over_cap", merges))
        if self.chance(0.3):
            layers.append({"use": self.shared_layer(insurance)})
        for id, fund, share, kinds in [("major", "major_illness", 0.5, ["list", "cumulative"]), ("assistance", "assistance", 0.3, ["list"])]:
            if self.chance(share):
                layers.append(self.layer(insurance, name, id, fund, rnd.sample(CAUSES, rnd.randint(1, 4)), rnd.choice(kinds), merges))
        written = str(layers) + str(self.shared)
        counts = any(word in written for word in ("'occurrence'", "minus_each_time", "times_each_time"))
        if counts and self.chance(0.3) and "parent_level" not in written and "'class'" not in written:
            plan["occurrence_account"] = f"stays_{insurance}"
        plan["layers"] = layers
        return plan

    def shared_layer(self, insurance):
        """A layer of the section `layers`, perhaps one that another plan uses too."""
        fitting = [name for name, (of, by_disease) in self.shared_for.items() if of == insurance and (self.by_disease or not by_disease)]
        if fitting and self.chance(0.6):
            return self.rnd.choice(fitting)
        name = f"shared_{len(self.shared)}"
        some = self.rnd.sample(CAUSES, self.rnd.randint(1, 4))
        layer = self.layer(insurance, name, name, "civil_servant", some, self.rnd.choice(["list", "cumulative"]), True)
        self.shared[name] = {"source": SOURCE, **{key: one for key, one in layer.items() if key != "id"}}
        self.shared_for[name] = insurance, self.by_disease
        return name

    def may_merge(self):
        """P0373: not where the parent's `non_local`, which may be inherited, has deductibles or a minimum of its own."""
        own = str(self.parent.made_non_local) if self.parent else ""
        return self.ambiguous or "deductible" not in own and "minimum" not in own

    def merges(self):
        """Whether a plan of the region or of its parent merges visits."""
        plans = {**(self.parent.plans if self.parent else {}), **self.plans}
        return any("merges" in plan for plan in plans.values())

    def own_deductible(self):
        """E."""
        rnd, one = self.rnd, self.rnd.random()
        if self.merges() and not self.ambiguous:  # P0373: charged only elsewhere, or as a share, nothing is merged
            one = 1
        if one < 0.4:
            return rnd.choice(["800", "2500.50"])
        if one < 0.6:
            return self.share()
        if one < 0.7 and self.parameters:
            return {"parameter": rnd.choice(list(self.parameters)), "share": "1.5%", "rounded_to": "10"}
        bounds = {} if self.pools_without and not self.ambiguous else rnd.choice([{}, {"at_least": "500"}, {"at_least": "200.05", "at_most": "1800"}])
        return {"times": rnd.choice(["200%", "150%", "33.33%"]), **bounds}

    def change(self):
        rnd = self.rnd
        if self.chance(0.1):
            return {"refused": "不予结算"}
        # A merging plan's layer without a deductible: whether the standing's own is charged once a unit is not written.
        may_charge = self.ambiguous or not any(self.pools_without)
        caps = {**(self.parent.caps if self.parent else {}), **self.caps}
        may_guarantee = self.ambiguous or not self.merges() and all(cap["measures"] == "paid" for cap in caps.values())
        result = {}
        one = rnd.random()
        if one < 0.3:
            result["lower_by"] = rnd.choice(["5 points", "12.5 points", "90 points"])
        elif one < 0.5:
            result["pays_of_home_ratio"] = rnd.choice(["80%", "90%", "33.33%"])
        elif one < 0.6:
            result["ratio_instead"] = rnd.choice(["35%", "45.5%"])
        for key, share, values in [("pays_of_home_benefit", 0.2, ["95%", "80%"]), ("first_self_pay", 0.4, ["10%", "15.55%"]),
                                   ("treat_as", 0.2, ["tertiary", "secondary", *self.classes]),
                                   ("at_most", 0.2, ["70%", "90%"]), ("at_least", 0.2, ["30%", "65%"])]:
            if self.chance(share):
                result[key] = rnd.choice(values)
        if may_charge and self.chance(0.35):
            result["deductible"] = self.own_deductible()
        if self.chance(0.2) and may_guarantee:
            result["minimum"] = {"of": rnd.choice(["in_scope", "above_deductible"]), "ratio": rnd.choice(["40%", "45%", "70%"])}
        return result or "as_at_home"

    def non_local(self):
        rnd, change = self.rnd, self.change
        layers = list(dict.fromkeys(["pool"] + [id for id in self.ids if self.chance(0.4)]))
        if self.chance(0.5):
            table = {"by": "standing", "cases": {"local/exempt": "as_at_home", **{name: change() for name in STANDINGS[2:]}}}
        else:
            table = {"by": ["distance", "standing"], "cases": {
                "local": {"any": "as_at_home"},
                "in_province": {"local/exempt/long_term": "as_at_home", **{name: change() for name in STANDINGS[3:]}},
                "cross_province": {"local/exempt": "as_at_home", **{name: change() for name in STANDINGS[2:]}}}}
        visits = rnd.choice([["inpatient"], ["inpatient", "outpatient"], ["inpatient", "chronic"]])
        taken = {"first_self_pay_taken": rnd.choice(["before_deductible", "after_deductible"])} if "first_self_pay" in str(table) else {}
        return {"reaches": {"visits": visits, "layers": layers}, **taken, **table, "source": SOURCE}

    def rounding(self):
        rnd = self.rnd
        rounding = {"mode": rnd.choice(["half_up", "half_even", "down", "up"])}
        if self.chance(0.4) and self.ambiguous:
            rounding["unit"] = rnd.choice(["jiao", "yuan"])
        if self.chance(0.4):
            rounding["per"] = "column"
        return {**rounding, "source": SOURCE}

    def sections(self):
        """All but the identity of the file, in the order of the reference."""
        rnd, found = self.rnd, {}
        for key, section in (("attributes", self.attributes), ("parameters", self.parameters), ("diseases", self.disease_section), ("classes", self.classes)):
            if section:
                found[key] = section
        if not self.parent or self.chance(0.5):
            found["non_local"] = self.made_non_local = self.non_local()
        if self.caps:
            found["caps"] = self.caps
        if self.shared:
            found["layers"] = self.shared
        if self.plans:
            found["plans"] = self.plans
        if self.left and self.chance(0.4):
            name, insurance, visit = rnd.choice(self.left)
            found["not_offered"] = {name: {"for": {"insurance": insurance, "visit": visit}, "reason": "没有"}}
        if self.chance(0.4):
            found["benefit_year"] = {"starts": rnd.choice(['"07-01"', '"03-01"', '"12-31"']), "source": SOURCE}
        if self.chance(0.5):
            found["facts_as_of"] = rnd.choice(["settlement", "admission", "year_start"])
        if self.chance(0.5):
            found["rounding"] = self.rounding()
        return found
