"""Random layers: deductibles, ratios and caps in combinations that no real region has."""
from ruleset_tables import Tables
from ruleset_words import AMOUNTS, FACTORS, PERIODS, RATIOS, SOURCE

DEDUCTIBLE_BY = ("hospital_level", "person", "hardship", "age", "distance")
RATIO_BY = ("hospital_level", "person", "hardship", "age", "channel", "distance")


class Layers(Tables):
    def period(self, account, each, cycle="cycle"):
        """A period with what it needs, or each settlement."""
        rnd = self.rnd
        if self.chance(each):
            return {}
        per = rnd.choice(PERIODS[:4] + ["year", "year", cycle])
        return {"per": per, "account": account, **({"cycle_days": rnd.choice(["30", "360"])} if per == cycle else {})}

    # Deductibles (D)

    def deductible(self, insurance, name, kind, merges):
        rnd, dimensions = self.rnd, list(self.dimensions(*DEDUCTIBLE_BY))
        result = {"per": "each_settlement"}
        if kind != "cumulative":
            result.update(self.period(f"{name}_deductible", 0.6 if kind == "in_scope" else 0.85))
            if "account" not in result and self.chance(0.3) and not merges:
                result["again_every_days"] = self.table(insurance, lambda: rnd.choice(["never", "7", "30", "90", "365", "1"]), dimensions, 0.6)
        if "account" in result and self.chance(0.5):
            result["used_up"] = rnd.choice(["together", "per_level", "highest", "highest"])
        if "account" in result and self.by_disease and result.get("used_up") != "per_level" and self.chance(0.5):
            result["separately_for"] = rnd.choice(["disease", "disease_group"])
        by_occurrence = kind == "in_scope" and self.chance(0.5)
        if by_occurrence:
            dimensions += ["occurrence", "occurrence"]
        leaf = lambda: self.amount(3000)
        if kind == "in_scope" and self.chance(0.2) and not merges:
            leaf = self.share
        if kind == "in_scope" and self.chance(0.3):
            result["ceiling"] = {"account": f"{name}_ceiling", "amount": self.table(insurance, lambda: self.amount(5000), dimensions[:2], 0.8)}
        result["amount"] = self.table(insurance, leaf, list(dict.fromkeys(dimensions)))
        if self.chance(0.4):
            result["adjust"] = [self.deductible_adjustment(insurance, kind) for _ in range(rnd.choice([1, 1, 2, 3]))]
        if by_occurrence or "each_time" in str(result.get("adjust")) and kind == "in_scope":
            result["counted_within"] = rnd.choice(["all", "parent_level", "class"])
        return result

    def share(self):
        rnd = self.rnd
        bounds = {"at_least": "200", "at_most": "2000.50"} if self.chance(0.5) else {}
        return {"percent_of": rnd.choice(["total", "in_scope"]), "share": rnd.choice(["10%", "20%", "33.33%"]), **bounds}

    def deductible_adjustment(self, insurance, kind):
        rnd, dimensions = self.rnd, self.dimensions("hospital_level", "person", "age")
        if kind == "in_scope":
            dimensions = dimensions + ["occurrence"]
        result = {"for": self.condition(insurance)} if self.chance(0.4) else {}
        change = rnd.choice(["times", "minus_each_time", "times_each_time"] if kind == "in_scope" else ["times"])
        if change == "times":
            result[change] = self.table(insurance, lambda: rnd.choice(FACTORS), dimensions, 0.5)
        elif change == "minus_each_time":
            result[change] = self.table(insurance, lambda: rnd.choice(["50", "100.05", "333.33"]), dimensions, 0.7)
        else:
            result[change] = rnd.choice(["50%", "66.67%", "90%", "120%"])
        if self.chance(0.3):
            result["at_least"] = self.table(insurance, lambda: rnd.choice(["100", "150.05", "300"]), dimensions, 0.7)
        if self.chance(0.3):
            result["at_most"] = self.table(insurance, lambda: rnd.choice(["800", "1500.50", "2000"]), dimensions, 0.7)
        return result

    # Ratios (F)

    def ratio(self, insurance, name, kind, merges):
        rnd = self.rnd
        count = rnd.choice([1, 1, 2, 3])
        result = {}
        leaf = lambda: rnd.choice(RATIOS)
        if count > 1:
            counted = rnd.choice(["expense_with_deductible", "expense_above_deductible", "paid"])
            result.update(counted=counted, restarts="each_settlement")
            if kind != "cumulative":
                period = self.period(f"{name}_axis", 0.5)
                per = period.pop("per", "settlement")
                result.update({"restarts": "each_" + ("month" if per == "day" else per), **period})
            if counted != "paid" and self.chance(0.25) and not merges:
                result["how"] = "slab"
            ends = sorted(rnd.sample(AMOUNTS, count - 1), key=float)
            result["columns"] = [f"to {end}" for end in ends] + ["above"]
            choices = RATIOS + (["0%"] if counted != "paid" else [])
            leaf = lambda: [rnd.choice(choices) for _ in range(count)]
        value = self.table(insurance, leaf, self.dimensions(*RATIO_BY))
        result.update(value if isinstance(value, dict) else {"value": value})
        if self.chance(0.4):
            result["adjust"] = [self.adjustment(insurance) for _ in range(rnd.choice([1, 2]))]
        return result

    def adjustment(self, insurance):
        rnd = self.rnd
        result = {"for": self.condition(insurance)}
        numeric = ["age"] + [id for id, one in self.attributes.items() if one["kind"] == "number"]
        if self.chance(0.4):
            result["self_pay_times"] = rnd.choice(["60%", "70%", "33.33%"])
        elif self.chance(0.4):
            result.update(plus=self.table(insurance, lambda: rnd.choice(["0.2 points", "0.3333 points", "1 points"]), ["person"], 0.7),
                          for_each=rnd.choice(numeric))
            if self.chance(0.6):
                result["beyond"] = rnd.choice(["10", "50", "60"])
        else:
            result["plus"] = self.table(insurance, lambda: rnd.choice(["3 points", "5 points", "12.5 points"]), self.dimensions("age", "person"), 0.7)
        if self.chance(0.4):
            result["at_most"] = rnd.choice(["90%", "95%"])
        if self.chance(0.2):
            result["at_least"] = rnd.choice(["30%", "70%"])
        return result

    # Caps (G)

    def some_caps(self, insurance, kind):
        names = []
        for _ in range(self.rnd.choice([0, 1, 1, 2])):
            fitting = [name for name, (of, by_disease) in self.cap_of.items() if of in (insurance, None) and (self.by_disease or not by_disease)]
            if fitting and self.chance(0.2):
                name = self.rnd.choice(fitting)
                if kind == "cumulative" and self.caps[name]["measures"] != "paid":
                    continue
            else:
                name = f"cap_{self.code}_{len(self.caps)}"
                self.caps[name] = self.cap(insurance, kind)
                self.cap_of[name] = (None, self.by_disease)
            if name not in names:
                names.append(name)
        return names

    def cap(self, insurance, kind):
        rnd = self.rnd
        measures = ["paid"] if kind == "cumulative" else ["paid", "paid", "expense", "expense_above_deductible"]
        per = rnd.choice(["each_settlement", "each_settlement", "year", "month", "day", "quarter", "cycle"])
        result = {"title": "限额", "measures": rnd.choice(measures), "per": per, "source": SOURCE}
        if per == "cycle":
            result["cycle_days"] = "180"
        leaf = (lambda: "unlimited" if self.chance(0.3) else self.amount()) if self.chance(0.3) else self.amount
        dimensions = [one for one in self.dimensions("hospital_level", "hardship", "age") if one != "disease"]
        if self.by_disease and self.chance(0.5):
            result["several"] = rnd.choice(["largest", {"main_plus_others_up_to": rnd.choice(["100", "1000.01"])}])
            result["amount"] = {"by": "disease", "cases": self.cases("disease", insurance, leaf)}
            return result
        if self.by_disease and per != "each_settlement" and self.chance(0.5):
            result["separately_for"] = rnd.choice(["disease", "disease_group"])
        result["amount"] = self.table(insurance, leaf, dimensions + (["disease"] if self.by_disease else []), 0.6)
        return result

    def layer(self, insurance, plan, id, fund, source, kind, merges):
        name = f"{plan}_{id}"
        layer = {"id": id, "fund": fund, "pays_from": source}
        if kind not in ("in_scope", "cumulative") and self.chance(0.3):
            layer["for"] = self.condition(insurance)
        if kind == "cumulative":
            layer["cumulative"] = {"account": f"{name}_base", "settle_against": self.rnd.choice(["base", "paid"])}
        if self.chance(0.75 if kind == "in_scope" else 0.4):
            layer["deductible"] = self.deductible(insurance, name, kind, merges)
        elif kind == "in_scope":
            self.pools_without.append(merges)
        layer["ratio"] = self.ratio(insurance, name, kind, merges)
        caps = self.some_caps(insurance, kind)
        if caps:
            layer["caps"] = caps
        self.ids.append(id)
        return layer
