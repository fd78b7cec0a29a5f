"""Random tables: values that go by dimensions, attributes and diseases, complete and without overlap."""
from ruleset_words import AMOUNTS, CODES, LEVEL_CODES, LEVELS, PERSONS, SOURCE, STANDINGS


class Tables:
    """One region's words: classes, attributes, parameters, diseases."""

    def __init__(self, code, rnd, ambiguous, parent):
        self.code, self.rnd, self.ambiguous, self.parent = code, rnd, ambiguous, parent
        self.classes = {}
        if not parent:  # whether a child's classes stand beside its parent's, or in their place, is not written
            self.make_classes()
        self.attributes, self.parameters = {}, {}
        self.make_attributes()
        for number in range(rnd.randint(0, 2)):
            self.parameters[f"wage_{number}"] = {"title": "平均工资", "amount": rnd.choice(["100000", "87654.32", "6543.21"]), "source": SOURCE}
        self.diseases, self.disease_section = {}, None
        if parent and parent.diseases:  # what inherited plans go by stays: the same section again, or none
            if self.chance(0.7):
                self.diseases, self.disease_section = parent.diseases, parent.disease_section
        elif self.chance(0.6):
            self.make_diseases()

    def chance(self, share):
        return self.rnd.random() < share

    def make_classes(self):
        """Up to two classes of a hospital level, the second perhaps finer than the first."""
        parent = level = self.rnd.choice(LEVELS)
        for number in range(self.rnd.randint(0, 2)):
            name = f"class_{self.code}_{number}"
            members = self.rnd.choice([{"attribute": f"kind_{number}", "equals": "special"}, {"attribute": f"kind_{number}", "equals": "special"},
                                       {"institutions": [f'"H{number}"', f'"H{number + 7}"']}, {"codes": [f'"{code}"' for code in LEVEL_CODES[level][-2:]]}])
            self.classes[name] = {"of": "hospital_level", "is": parent, "title": f"细分{number}", "members": members}
            parent = self.rnd.choice([name, self.rnd.choice([one for one in LEVELS if one != level])])
            level = level if parent == name else parent

    def make_attributes(self):
        """A: a file declares those it uses itself; one of the parent's may stand here again, the same."""
        if self.chance(0.5):
            self.attributes[f"years_{self.code}"] = {"title": "缴费年限", "kind": "number"}
        if self.chance(0.5):
            self.attributes[f"treatment_{self.code}"] = {"title": "治疗类型", "kind": "choice", "values": {"psychiatric": "精神病", "chemo": "放化疗", "other": "其他"}}
        again = sorted(self.parent.attributes) if self.parent else []
        if again and self.chance(0.3):
            self.attributes[again[0]] = self.parent.attributes[again[0]]

    def make_diseases(self):
        """C: some codes in one of two groups, some in none."""
        codes = self.rnd.sample(CODES, self.rnd.randint(2, 5))
        groups = self.rnd.choice([[], ["class_1"], ["class_1", "class_2"]])
        self.diseases = {code: self.rnd.choice([None, *groups]) for code in codes}
        self.diseases.update(zip(codes, groups))  # no group without a code
        self.disease_section = {"groups": {group: {"title": "一类"} for group in groups}} if groups else {}
        self.disease_section["list"] = {f'"{code}"': {"title": "病", **({"group": group} if group else {})} for code, group in self.diseases.items()}
        self.disease_section["source"] = SOURCE

    def amount(self, most=60000):
        """A bare amount, or at times a share of a parameter (B)."""
        if self.parameters and self.chance(0.15):
            raw = {"parameter": self.rnd.choice(list(self.parameters)), "share": self.rnd.choice(["1%", "0.5%", "3.3333%"])}
            if most > 5000:
                raw["share"] = self.rnd.choice(["10%", "33.33%", "150%", "5%"])
            if self.chance(0.5):
                raw["rounded_to"] = self.rnd.choice(["10", "1", "100", "0.1"])
            return raw
        return self.rnd.choice([one for one in AMOUNTS if float(one) <= most])

    def groups(self, values):
        """The values in cases of one or two."""
        found, rest = [], list(values)
        self.rnd.shuffle(rest)
        while rest:
            size = self.rnd.choice([1, 1, 2])
            found.append(rest[:size])
            rest = rest[size:]
        return found

    def cases(self, dimension, insurance, leaf):
        if dimension == "age" or self.attributes.get(dimension, {}).get("kind") == "number":
            edge = self.rnd.choice([18, 60, 70] if dimension == "age" else [1, 10, 15, 30])
            return {f"0..{edge - 1}" if edge > 1 else "0": leaf(), f"{edge}+": leaf()}
        if dimension == "occurrence":
            return {"1": leaf(), "2": leaf(), "3+": leaf()}
        if dimension == "disease":
            values = self.disease_values()
        elif dimension in self.attributes:
            values = list(self.attributes[dimension]["values"])
        else:
            values = {"hospital_level": LEVELS, "person": PERSONS[insurance], "hardship": ["none", "hardship"],
                      "standing": STANDINGS, "distance": ["local", "in_province", "cross_province"],
                      "channel": ["direct", "manual"]}[dimension]
        if dimension == "hospital_level":
            values = values + [name for name in self.classes if self.chance(0.5)]
        return {"/".join(group): leaf() for group in self.groups(values)}

    def disease_values(self):
        """Every code is met: by a case of its own, by its group's, or by both."""
        groups = sorted({group for group in self.diseases.values() if group})
        whole = [group for group in groups if self.chance(0.7)]
        return whole + [code for code, group in self.diseases.items() if group not in whole or self.chance(0.3)]

    def table(self, insurance, leaf, dimensions, plain=0.4):
        """A bare value, or one by one or two dimensions."""
        if self.chance(plain):
            return leaf()
        by = self.rnd.sample(dimensions, min(len(dimensions), self.rnd.choice([1, 1, 2])))
        if len(by) == 1:
            return {"by": by[0], "cases": self.cases(by[0], insurance, leaf)}

        def inner():
            return {"any": leaf()} if self.chance(0.3) else self.cases(by[1], insurance, leaf)

        return {"by": by, "cases": self.cases(by[0], insurance, inner)}

    def dimensions(self, *fixed):
        """The given ones, the file's attributes, and the disease in plans that go by it."""
        return [*fixed, *self.attributes] + (["disease"] if self.by_disease else [])

    def condition(self, insurance):
        """A `for` of a layer or an adjustment."""
        choices = [{"person": PERSONS[insurance][-1]}, {"age": "70+"}, {"hospital_level": "tertiary/primary"},
                   {"hardship": "hardship"}, {"standing": "local/referral"}]
        for id, attribute in self.attributes.items():
            choices.append({id: "10+" if attribute["kind"] == "number" else "psychiatric/other"})
        if self.by_disease:
            choices.append({"disease": self.rnd.choice(sorted(self.diseases))})
        return self.rnd.choice(choices)
