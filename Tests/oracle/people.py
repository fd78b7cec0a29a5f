"""Random persons: kind, age or birthday, attributes, diseases (for the claim generator)."""
import datetime

from ages import age_of, year_start
from layers import LEVELS
from oracle import CODED
from tables import Refusal, in_range

UNLISTED = "M00300"


class People:
    def facts(self, claim, stratum):
        rnd = self.random
        insurance = self.word(stratum, "insurance", ["employee", "resident"])
        persons = ["employed", "retired"] if insurance == "employee" else ["minor", "adult", "elderly"]
        person = self.word(stratum, "person", persons)
        visit = self.word(stratum, "visit", ["inpatient", "outpatient", "chronic", "pharmacy"])
        level = self.word(stratum, "hospital_level", list(LEVELS))
        for dimension, value in zip(CODED, (insurance, visit, person, level)):
            claim[CODED[dimension]] = rnd.choice(self.codes_of[dimension, value])
        claim["hardship"] = self.word(stratum, "hardship", ["none", "hardship"])
        if rnd.random() < 0.5:
            claim["channel"] = rnd.choice(["direct", "manual"])
        claim["age"] = self.number(stratum, "age", 130)
        if rnd.random() < 0.35:
            self.birthday(claim, stratum)
        self.attributes(claim, stratum)
        self.diseases(claim, stratum, visit)
        for field in ("med_type", "psn_type", "hosp_lv"):  # L: longer codes count as their first two digits
            if rnd.random() < 0.03:
                claim[field] += rnd.choice(["0", "01", "99"])

    def word(self, stratum, dimension, values):
        """A value that the plan is for, or what a class refines that it is for."""
        wanted = dict(stratum.filter.conditions).get(dimension, values)
        roots = {stratum.rules.classes.upwards(word)[-1] for word in wanted}
        return self.random.choice([value for value in values if value in roots] or values)

    def number(self, stratum, dimension, most):
        """Near a bound of a case as often as anywhere, and within what the plan is for."""
        rnd, bounds = self.random, dict(stratum.filter.conditions).get(dimension, [])
        near = stratum.points.numbers.get(dimension) if stratum.points else None
        number = max(0, rnd.choice(near) + rnd.randint(-1, 1)) if near and rnd.random() < 0.5 else rnd.randint(0, most)
        if bounds and not any(in_range(number, b) for b in bounds):
            number = bounds[0][0]
        return number

    def birthday(self, claim, stratum):
        """J: in place of the age, or beside it; on the day itself, a day off, or on 29 February."""
        rnd, rules = self.random, stratum.rules
        if rules.facts_as_of == "admission":
            claim.setdefault("begntime", claim["setl_time"][:10])
        settled = claim["setl_time"][:10]
        day = {"settlement": settled, "admission": claim.get("begntime", "")[:10],
               "year_start": year_start(settled, rules.year_starts)}[rules.facts_as_of]
        year, rest = max(int(day[:4]) - claim["age"], 1901), rnd.choice([day[5:], day[5:], "02-29", "03-01", f"{rnd.randint(1, 12):02d}-15"])
        try:
            birth = datetime.date.fromisoformat(f"{year:04d}-{rest}") + datetime.timedelta(days=rnd.choice([0, 0, 1, -1]))
        except ValueError:
            birth = datetime.date(year, 3, 1)
        claim["brdy"] = birth.isoformat()
        stated = claim.pop("age")
        try:
            age = age_of(claim, rules.facts_as_of, rules.year_starts)
            if rnd.random() < 0.3 and claim["brdy"] <= day:  # of one born later in the year only the birthday
                claim["age"] = age
        except Refusal:  # born after the settlement
            del claim["brdy"]
            claim["age"] = stated

    def attributes(self, claim, stratum):
        rnd, wanted = self.random, dict(stratum.filter.conditions)
        carried = {}
        for of, members in self.memberships(stratum):
            if "attribute" in members:
                if members["equals"] in wanted.get(members["attribute"], [members["equals"]]):
                    carried[members["attribute"]] = members["equals"]
            elif "institutions" in members:
                claim["fixmedins_code"] = rnd.choice(members["institutions"])
            elif rnd.random() < 0.5 and claim[CODED[of]] in self.codes_of[of, self.policies.catalogue.codes[of][members["codes"][0]]]:
                claim[CODED[of]] = rnd.choice(members["codes"])
        if any("institutions" in one for _, _, _, one in stratum.rules.classes.entries):
            claim.setdefault("fixmedins_code", "H0")
        declared = stratum.rules.attributes
        for name in sorted({one["attribute"] for _, _, _, one in stratum.rules.classes.entries if "attribute" in one} - set(carried)):
            carried[name] = rnd.choice(wanted.get(name, declared[name].values)) if name in declared else "none_of_these"
        for id, attribute in declared.items():
            if id in carried or id not in stratum.asks and rnd.random() < 0.3:
                continue
            if attribute.numeric:
                carried[id] = self.number(stratum, id, rnd.choice([15, 60, 60, 9999]))
            else:
                carried[id] = rnd.choice(wanted.get(id, attribute.values))
        if carried:
            claim["attributes"] = carried

    def memberships(self, stratum):
        """Some classes that the claim is to belong to: what the plan is for, and any others."""
        rnd, classes = self.random, stratum.rules.classes
        by_name = {name: (of, members) for name, of, _, members in classes.entries}
        names = [name for name in by_name if rnd.random() < 0.5]
        rnd.shuffle(names)
        for _, allowed in stratum.filter.conditions:
            wanted = [word for word in allowed if word in by_name]
            if wanted:
                names += classes.upwards(rnd.choice(wanted))[-2::-1]
        return [by_name[name] for name in names]

    def diseases(self, claim, stratum, visit):
        rnd, rules = self.random, stratum.rules
        codes = sorted(rules.diseases.group_of)
        if not codes:
            if visit == "chronic" and rnd.random() < 0.3:
                claim["dise_codg"] = UNLISTED
            return
        wanted = dict(stratum.filter.conditions).get("disease")
        fitting = [code for code in codes if not wanted or set(rules.diseases.lineage(code)) & set(wanted)]
        several = stratum.plan and stratum.plan.needs_diseases
        if visit == "chronic" or "disease" in stratum.asks or several or rnd.random() < 0.4:
            claim["dise_codg"] = rnd.choice(fitting or codes)
        elif rnd.random() < 0.1:
            claim["dise_codg"] = UNLISTED
            return
        if several or rnd.random() < 0.2:
            certified = rnd.sample(codes, rnd.randint(1, min(4, len(codes))))
            if "dise_codg" in claim and claim["dise_codg"] not in certified:
                certified.insert(rnd.randint(0, len(certified)), claim["dise_codg"])
            claim["diseases"] = certified
