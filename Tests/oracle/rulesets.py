"""Writes random but valid rule files that combine what real regions never combine, to compare on.

    python3 Tests/oracle/rulesets.py FOLDER --regions 60 --seed 1
    python3 Tests/oracle/compare.py --policy BINARY --policies FOLDER --claims 50000
"""
import argparse
import pathlib
import random

LEVELS = ["tertiary", "secondary", "primary", "unrated"]
PERSONS = {"employee": ["employed", "retired"], "resident": ["minor", "adult", "elderly"]}
STANDINGS = ["local", "exempt", "long_term", "referral", "emergency", "temporary", "unfiled"]
RATIOS = ["20%", "33.33%", "50%", "60%", "66.67%", "72.5%", "80%", "85%", "90%", "95%", "99.99%", "100%"]
AMOUNTS = ["100", "333.33", "500", "650", "1000", "1300.05", "2000", "2999.99", "5000", "10000", "33333.33", "60000"]
SOURCE = "测试 随机"


def flow(value):
    """YAML in flow style; texts stand as they are."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return str(value)


class Region:
    def __init__(self, code, rnd, ambiguous=False, child=False):
        self.code, self.rnd, self.ambiguous, self.child = code, rnd, ambiguous, child
        self.caps, self.classes, self.ids, self.without_deductible = {}, {}, [], set()
        self.own_classes()

    def chance(self, share):
        return self.rnd.random() < share

    def amount(self, most=60000):
        return self.rnd.choice([one for one in AMOUNTS if float(one) <= most])

    def own_classes(self):
        """Up to two classes of a hospital level, the second perhaps finer than the first."""
        parent = self.rnd.choice(LEVELS)
        for number in range(self.rnd.randint(0, 2)):
            name = f"class_{self.code}_{number}"
            self.classes[name] = {"of": "hospital_level", "is": parent, "title": f"细分{number}",
                                  "members": {"attribute": f"kind_{number}", "equals": "special"}}
            parent = self.rnd.choice([name, self.rnd.choice([level for level in LEVELS if level != parent])])

    def cases(self, dimension, insurance, leaf):
        if dimension == "age":
            edge = self.rnd.choice([18, 60, 70])
            return {f"0..{edge - 1}": leaf(), f"{edge}+": leaf()}
        if dimension == "occurrence":
            return {"1": leaf(), "2": leaf(), "3+": leaf()}
        values = {"hospital_level": LEVELS, "person": PERSONS[insurance], "hardship": ["none", "hardship"],
                  "standing": STANDINGS, "distance": ["local", "in_province", "cross_province"],
                  "channel": ["direct", "manual"]}[dimension]
        if dimension == "hospital_level":
            values = values + [name for name in self.classes if self.chance(0.5)]
        groups, rest = [], list(values)
        self.rnd.shuffle(rest)
        while rest:
            size = self.rnd.choice([1, 1, 2])
            groups.append(rest[:size])
            rest = rest[size:]
        return {"/".join(group): leaf() for group in groups}

    def table(self, insurance, leaf, dimensions, plain=0.4):
        """A bare value, or one by one or two dimensions."""
        if self.chance(plain):
            return leaf()
        by = self.rnd.sample(dimensions, self.rnd.choice([1, 1, 2]))
        if len(by) == 1:
            return {"by": by[0], "cases": self.cases(by[0], insurance, leaf)}

        def inner():
            return {"any": leaf()} if self.chance(0.3) else self.cases(by[1], insurance, leaf)

        return {"by": by, "cases": self.cases(by[0], insurance, inner)}

    def deductible(self, insurance, name, kind):
        rnd, dimensions = self.rnd, ["hospital_level", "person", "hardship", "age", "distance"]
        result = {"per": "each_settlement"}
        if kind == "in_scope" and self.chance(0.3):
            result["per"], result["account"] = "year", f"{name}_deductible"
        leaf = lambda: self.amount(3000)
        if kind == "in_scope":
            if self.chance(0.5):
                dimensions = dimensions + ["occurrence", "occurrence"]
                result["counted_within"] = rnd.choice(["all", "parent_level", "class"])
            if self.chance(0.2):
                leaf = lambda: {"percent_of": rnd.choice(["total", "in_scope"]), "share": rnd.choice(["10%", "20%", "33.33%"]),
                                "at_least": "200", "at_most": "2000.50"} if self.chance(0.5) else \
                    {"percent_of": rnd.choice(["total", "in_scope"]), "share": rnd.choice(["10%", "20%", "33.33%"])}
            if self.chance(0.3):
                result["ceiling"] = {"account": f"{name}_ceiling", "amount": self.amount(5000)}
        result["amount"] = self.table(insurance, leaf, list(dict.fromkeys(dimensions)))
        return result

    def ratio(self, insurance, name, kind):
        rnd = self.rnd
        count = rnd.choice([1, 1, 2, 3])
        result, dimensions = {}, ["hospital_level", "person", "hardship", "age", "channel", "distance"]
        leaf = lambda: rnd.choice(RATIOS)
        if count > 1:
            counted = rnd.choice(["expense_with_deductible", "expense_above_deductible", "paid"])
            result["counted"] = counted
            result["restarts"] = rnd.choice(["each_settlement", "each_year"]) if kind != "cumulative" else "each_settlement"
            if result["restarts"] == "each_year":
                result["account"] = f"{name}_axis"
            if counted != "paid" and self.chance(0.25):
                result["how"] = "slab"
            ends = sorted(rnd.sample(AMOUNTS, count - 1), key=float)
            result["columns"] = [f"to {end}" for end in ends] + ["above"]
            choices = RATIOS + (["0%"] if counted != "paid" else [])
            leaf = lambda: [rnd.choice(choices) for _ in range(count)]
        value = self.table(insurance, leaf, dimensions)
        result.update(value if isinstance(value, dict) else {"value": value})
        if self.chance(0.4):
            result["adjust"] = [self.adjustment(insurance) for _ in range(rnd.choice([1, 2]))]
        return result

    def adjustment(self, insurance):
        rnd = self.rnd
        condition = rnd.choice([{"person": PERSONS[insurance][-1]}, {"age": "70+"}, {"hospital_level": "tertiary/primary"},
                                {"hardship": "hardship"}, {"standing": "local/referral"}])
        result = {"for": condition}
        if self.chance(0.5):
            result["self_pay_times"] = rnd.choice(["60%", "70%", "33.33%"])
        else:
            result["plus"] = self.table(insurance, lambda: rnd.choice(["3 points", "5 points", "12.5 points"]), ["age", "person"], 0.7)
        if self.chance(0.4):
            result["at_most"] = rnd.choice(["90%", "95%"])
        if self.chance(0.2):
            result["at_least"] = rnd.choice(["30%", "70%"])
        return result

    def some_caps(self, insurance, kind):
        names = []
        for _ in range(self.rnd.choice([0, 1, 1, 2])):
            if self.caps and self.chance(0.2):
                name = self.rnd.choice(list(self.caps))
                if kind == "cumulative" and self.caps[name]["measures"] != "paid":
                    continue
            else:
                name = f"cap_{self.code}_{len(self.caps)}"
                measures = ["paid"] if kind == "cumulative" else ["paid", "paid", "expense", "expense_above_deductible"]
                dimensions = ["hospital_level", "hardship", "age"]
                self.caps[name] = {"title": "限额", "measures": self.rnd.choice(measures),
                                   "per": self.rnd.choice(["each_settlement", "year", "month"]),
                                   "amount": self.table(insurance, self.amount, dimensions, 0.7), "source": SOURCE}
            if name not in names:
                names.append(name)
        return names

    def layer(self, insurance, plan, id, fund, source, kind):
        name = f"{plan}_{id}"
        layer = {"id": id, "fund": fund, "pays_from": source}
        if kind not in ("in_scope", "cumulative") and self.chance(0.3):
            layer["for"] = self.rnd.choice([{"person": PERSONS[insurance][-1]}, {"hardship": "none"}, {"age": "60+"}])
        if kind == "cumulative":
            layer["cumulative"] = {"account": f"{name}_base", "settle_against": self.rnd.choice(["base", "paid"])}
        if self.chance(0.7 if kind == "in_scope" else 0.4):
            layer["deductible"] = self.deductible(insurance, name, kind)
        else:
            self.without_deductible.add(id)
        layer["ratio"] = self.ratio(insurance, name, kind)
        caps = self.some_caps(insurance, kind)
        if caps:
            layer["caps"] = caps
        self.ids.append(id)
        return layer

    def plan(self, name, insurance, visit):
        rnd = self.rnd
        layers = [self.layer(insurance, name, "pool", "pooled", "in_scope", "in_scope")]
        causes = ["deductible", "ratio_share", "over_cap", "first_self_pay", "non_local_self_pay", "pool.ratio_share"]
        if self.chance(0.4):
            some = rnd.choice([["pool.ratio_share"], ["deductible", "pool.ratio_share"], ["first_self_pay", "deductible"]])
            layers.append(self.layer(insurance, name, "supplement", "supplement", some, "list"))
        if self.chance(0.5):
            layers.append(self.layer(insurance, name, "large", "large_amount", rnd.choice(["over_cap", "pool.over_cap"]), "over_cap"))
        if self.chance(0.5):
            some = rnd.sample(causes[:5], rnd.randint(1, 4))
            layers.append(self.layer(insurance, name, "major", "major_illness", some, rnd.choice(["list", "cumulative"])))
        if self.chance(0.3):
            some = rnd.sample(causes[:5], rnd.randint(1, 4))
            layers.append(self.layer(insurance, name, "assistance", "assistance", some, "list"))
        plan = {"title": "待遇", "for": {"insurance": insurance, "visit": visit}, "source": SOURCE}
        if (self.ambiguous or "occurrence" in flow(layers)) and self.chance(0.3):
            plan["occurrence_account"] = f"stays_{insurance}"
        return plan, layers

    def non_local(self):
        rnd = self.rnd

        layers = list(dict.fromkeys(["pool"] + [id for id in self.ids if self.chance(0.4)]))
        # A child's rules also reach plans of the parent, of which nothing is known here.
        may_charge = self.ambiguous or not (self.child or self.without_deductible & set(layers))

        may_guarantee = self.ambiguous or not self.child and all(cap["measures"] == "paid" for cap in self.caps.values())

        def change():
            if self.chance(0.1):
                return {"refused": "不予结算"}
            result = {}
            one = rnd.random()
            if one < 0.3:
                result["lower_by"] = rnd.choice(["5 points", "12.5 points", "90 points"])
            elif one < 0.5:
                result["pays_of_home_ratio"] = rnd.choice(["80%", "90%", "33.33%"])
            elif one < 0.6:
                result["ratio_instead"] = rnd.choice(["35%", "45.5%"])
            for key, share, values in [("pays_of_home_benefit", 0.2, ["95%", "80%"]), ("first_self_pay", 0.4, ["10%", "15.55%"]),
                                       ("deductible", 0.2, ["800", "2500.50"]), ("treat_as", 0.2, ["tertiary", "secondary"]),
                                       ("at_most", 0.2, ["70%", "90%"]), ("at_least", 0.2, ["30%", "65%"])]:
                if self.chance(share) and (key != "deductible" or may_charge):
                    result[key] = rnd.choice(values)
            if self.chance(0.2) and may_guarantee:
                result["minimum"] = {"of": rnd.choice(["in_scope", "above_deductible"]), "ratio": rnd.choice(["40%", "45%", "70%"])}
            return result or "as_at_home"

        table = self.rnd.choice([
            lambda: {"by": "standing", "cases": {"local/exempt": "as_at_home", **{name: change() for name in STANDINGS[2:]}}},
            lambda: {"by": ["distance", "standing"], "cases": {
                "local": {"any": "as_at_home"},
                "in_province": {"local/exempt/long_term": "as_at_home", **{name: change() for name in STANDINGS[3:]}},
                "cross_province": {"local/exempt": "as_at_home", **{name: change() for name in STANDINGS[2:]}}}},
        ])()
        return {"reaches": {"visits": rnd.choice([["inpatient"], ["inpatient", "outpatient"]]), "layers": layers},
                "first_self_pay_taken": rnd.choice(["before_deductible", "after_deductible"]), **table, "source": SOURCE}


PARENT = "990000"
PLANS = [("employee_inpatient", "employee", "inpatient"), ("employee_outpatient", "employee", "outpatient"),
         ("resident_inpatient", "resident", "inpatient")]


def text(code, rnd, ambiguous):
    """One file: a region of its own, the parent, or a child that writes some of the sections."""
    child = code != PARENT and rnd.random() < 0.4
    region = Region(code, rnd, ambiguous, child)
    own = rnd.sample(PLANS, rnd.choice([1, 2])) if child else PLANS
    made = [(name, *region.plan(name, insurance, visit)) for name, insurance, visit in own]
    lines = ['format: "1"', f'region: "{code}"', f"title: 随机{code}", 'in_force: {from: "2024-01-01"}',
             "sources:", "  测试: {title: 测试用, basis: assumed}"]
    if child:
        lines.append(f'inherits: "{PARENT}"')
        others = [plan for plan in PLANS if plan not in own]
        if others and rnd.random() < 0.4:
            name, insurance, visit = rnd.choice(others)
            lines.append(f"not_offered: {{{name}: {{for: {{insurance: {insurance}, visit: {visit}}}, reason: 没有}}}}")
    if rnd.random() < 0.5:
        rounding = {"mode": rnd.choice(["half_up", "half_even", "down", "up"])}
        if ambiguous and rnd.random() < 0.4:
            rounding["unit"] = rnd.choice(["jiao", "yuan"])
        if rnd.random() < 0.4:
            rounding["per"] = "column"
        lines.append(f"rounding: {flow({**rounding, 'source': SOURCE})}")
    if region.classes:
        lines += ["classes:"] + [f"  {name}: {flow(one)}" for name, one in region.classes.items()]
    non_local = region.non_local()
    if "first_self_pay:" not in flow(non_local):
        del non_local["first_self_pay_taken"]
    if not child or rnd.random() < 0.5:
        lines.append(f"non_local: {flow(non_local)}")
    if region.caps:
        lines += ["caps:"] + [f"  {name}: {flow(one)}" for name, one in region.caps.items()]
    lines.append("plans:")
    for name, plan, layers in made:
        lines += [f"  {name}:"] + [f"    {key}: {flow(value)}" for key, value in plan.items()] + ["    layers:"]
        lines += [f"      - {flow(layer)}" for layer in layers]
    return "\n".join(lines) + "\n", region


def changed(code, region, rnd):
    """A later version that only changes the amount of a cap; None when no cap has a bare amount."""
    bare = [name for name, cap in region.caps.items() if not isinstance(cap["amount"], dict)]
    if not bare:
        return None
    name = rnd.choice(bare)
    entry = {"at": f"caps.{name}.amount", "was": region.caps[name]["amount"], "now": rnd.choice(AMOUNTS), "source": SOURCE}
    if entry["was"] == entry["now"]:
        return None
    return "\n".join(['format: "1"', f'region: "{code}"', f"title: 随机{code}", 'in_force: {from: "2025-01-01"}', "sources:",
                      "  测试: {title: 测试用, basis: assumed}", "changes:", f"  - {flow(entry)}"]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--regions", type=int, default=40)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--ambiguous", action="store_true", help="also combinations that the design does not decide")
    options = parser.parse_args()
    codes = [f"99{number + 10:02d}00" for number in range(min(options.regions, 90))]
    (options.folder / "catalogue").mkdir(parents=True)
    names = [f'  "{code}": {{name: 随机{code}, level: pooling_region}}' for code in codes]
    (options.folder / "catalogue" / "regions.yaml").write_text(
        "\n".join(['format: "1"', "title: 随机", "regions:", *names,
                   '  "990000": {name: 测试省, level: province}', '  "310000": {name: 上海市, level: pooling_region}']) + "\n", encoding="utf-8")
    for code in [PARENT] + codes:
        rnd = random.Random(f"{options.seed}/{code}")
        written, region = text(code, rnd, options.ambiguous)
        later = changed(code, region, rnd) if rnd.random() < 0.3 else None
        folder = options.folder / f"{code}-random"
        folder.mkdir()
        if later:
            written = written.replace('{from: "2024-01-01"}', '{from: "2024-01-01", to: "2024-12-31"}')
            (folder / "2025-01-01.yaml").write_text(later, encoding="utf-8")
        (folder / "2024-01-01.yaml").write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
