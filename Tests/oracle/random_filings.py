"""Random filings and flags, where 3.2 changes its answer: days around the visit, the settlement and the ends of what
is allowed, areas that are nearly right, second filings that end or block the first (for the claim generator)."""
from days import plus_days, plus_months
from filings import Filing, check_filing
from oracle import STANDINGS, settle
from tables import Refusal
from wire import as_read

KINDS = ("long_term", "referral", "temporary")
SUB_KINDS = ("retired_settled", "long_term_resident", "posted", "referred", "emergency", "other")
USED = 0.6  # share of the claims of a region with `filing` rules that bring filings


class RandomFilings:
    def visit(self, claim):
        return self.policies.catalogue.codes["visit"][claim["med_type"][:2]]

    def files(self, stratum):
        """Whether the next claim brings filings; now and then also where no rules ask for them."""
        return self.random.random() < (USED if stratum.rules.filing else 0.004)

    def filings(self, claim, stratum):
        rnd, rules = self.random, stratum.rules.filing
        claim.pop("standing", None)
        claim["emp_no"] = "E1"
        if rnd.random() < 0.02:
            del claim["emp_no"]
        if self.visit(claim) == "chronic":
            claim.setdefault("dise_codg", "M00300")
        made = []
        for _ in range(rnd.choice([0, 1, 1, 1, 1, 2, 2, 3])):
            made += self.filing(claim, rules, made) if rules else [{"kind": "referral", "filed_on": claim["setl_time"][:10], "areas": ["310000"]}]
        rnd.shuffle(made)
        claim["filings"] = made

    def filing(self, claim, rules, earlier):
        """One filing; most that contradict the rules are dropped again."""
        rnd = self.random
        one = {"kind": self.kind(rules, earlier)}
        kind = rules.kinds.get(one["kind"])
        one["filed_on"] = self.filed_on(claim, rules, kind, earlier)
        self.begins(one, claim)
        self.who(one, claim, kind)
        if kind:
            self.ends(one, claim, kind)
        one["areas"] = self.areas(claim)
        self.chronic(one, claim, rules)
        if rnd.random() < 0.25:
            one["agreed"] = rnd.random() < 0.7
        if rnd.random() < 0.3:
            one["promised"] = rnd.random() < 0.8
        if rnd.random() < 0.3:
            one["papers_on"] = self.near(claim, [one["filed_on"]])
        if rnd.random() < 0.3:
            one["filing_id"] = f"f{len(earlier)}"
        try:
            check_filing(Filing(one, 0), rules)
        except Refusal:
            return [one] if rnd.random() < 0.1 else []
        return [one]

    def kind(self, rules, earlier):
        rnd = self.random
        if earlier and rnd.random() < 0.5:
            return earlier[-1]["kind"]
        return rnd.choice(list(rules.kinds)) if rnd.random() < 0.93 else rnd.choice(KINDS)

    def who(self, one, claim, kind):
        rnd = self.random
        if rnd.random() < 0.4:
            one["sub_kind"] = rnd.choice(kind.sub_kinds if kind and kind.sub_kinds and rnd.random() < 0.85 else SUB_KINDS)
        if rnd.random() < 0.2:
            one["insutype"] = claim["insutype"] if rnd.random() < 0.7 else rnd.choice(["310", "390"])
        if rnd.random() < 0.2:
            one["emp_no"] = rnd.choice(["E1", "E1", "E2"])

    # Days

    def visit_days(self, claim):
        settled = claim["setl_time"][:10]
        first = claim.get("begntime", settled)[:10]
        return first, claim.get("endtime", first)[:10], settled

    def near(self, claim, others=()):
        """On a day that matters, or a day off."""
        day = self.random.choice([*self.visit_days(claim), *others])
        return plus_days(day, self.random.choice([0, 0, 1, -1]))

    def filed_on(self, claim, rules, kind, earlier):
        rnd = self.random
        first, last, settled = self.visit_days(claim)
        way = rnd.random()
        if way < 0.4:
            return plus_days(first, -rnd.choice([0, 1, rnd.randint(0, 30), rnd.randint(0, 400)]))
        if earlier and way < 0.65:
            other = rnd.choice(earlier)
            months = rnd.choice([kind.blocked_months or 3 if kind else 3, 0, 1])
            return plus_days(plus_months(other.get("begndate", other["filed_on"]), months), rnd.choice([-1, 0, 1, rnd.randint(-40, 5)]))
        if way < 0.75 and kind and kind.months:
            return plus_days(plus_months(rnd.choice([first, last]), -kind.months), rnd.choice([-1, 0, 1]))
        if way < 0.8:
            return plus_days(rules.since, rnd.choice([0, -1, -1, -400]))
        return self.near(claim, [last, settled])

    def begins(self, one, claim):
        rnd = self.random
        if rnd.random() < 0.45:
            one["begndate"] = rnd.choice([one["filed_on"], plus_days(one["filed_on"], rnd.choice([-5, 1, 3, 30])), self.near(claim)])

    def ends(self, one, claim, kind):
        """As `lasts` asks, or near the visit, or written as if there were no end."""
        rnd, first = self.random, one.get("begndate", one["filed_on"])
        due = plus_months(first, kind.months or 6)
        choices = [None, None, due, plus_days(due, -1), self.near(claim), "2099-12-31"]
        if kind.lasts == "chosen":
            choices = [due, self.near(claim), self.near(claim), plus_days(first, rnd.randint(0, 400)), plus_days(self.visit_days(claim)[1], 30)]
        elif kind.lasts == "open":
            choices = [None, None, None, "2099-12-31", self.near(claim)]
        chosen = rnd.choice(choices)
        if chosen:
            one["enddate"] = chosen
        if rnd.random() < 0.12:
            one["ended_on"] = rnd.choice([self.near(claim), self.near(claim), plus_days(first, rnd.randint(0, 100)), first])

    # Places

    def areas(self, claim):
        """Mostly right; else a county, the province, the other of capital and provincial level, or somewhere else."""
        rnd = self.random
        treated = claim.get("mdtrtarea_admvs", claim.get("mdtrtarea_admdvs"))
        place = self.policies.place(treated)
        other = rnd.choice(self.regions)
        linked = place[:2] + {"0100": "9900", "9900": "0100"}.get(place[2:], "0000")
        right = [treated, place, place, place[:4] + "02"]
        near = [place[:2] + "0000", linked, linked, place[:2] + "0100", place[:2] + "9900"]
        areas = [rnd.choice(right) if rnd.random() < 0.65 else rnd.choice([*near, other, claim["insuplc_admdvs"]])]
        if rnd.random() < 0.2:
            areas.insert(rnd.randint(0, 1), other)
        return areas

    def chronic(self, one, claim, rules):
        rnd = self.random
        if rnd.random() > (0.85 if self.visit(claim) == "chronic" and rules.chronic else 0.08):
            return
        own = claim.get("dise_codg", "M00500")
        one["diseases"] = rnd.choice([[own], [own], ["M00500", own], ["M00300"]])
        if rnd.random() < 0.92:
            code = claim.setdefault("fixmedins_code", "H1")
            one["institutions"] = rnd.choice([[code], [code], ["H8", code], ["H8"], ["H7", "H8", code]])

    # Flags, channel, catalogue and lines

    def flags(self, claim, stratum):
        rnd, rules = self.random, stratum.rules.filing
        if rules and rules.direct_diseases and self.visit(claim) == "chronic":
            claim.setdefault("dise_codg", rnd.choice(rules.direct_diseases))
        usual = 1 if rules else 0.15
        if rnd.random() < 0.2 * usual:
            claim["er_flag"] = rnd.choice(["1", "1", "0"])
        if rnd.random() < 0.06 * usual:
            claim["trum_flag"] = rnd.choice(["1", "1", "1", "0"])
            if rnd.random() < 0.95:
                claim["rel_ttp_flag"] = rnd.choice(["0", "0", "1"])
            if rnd.random() < 0.6:
                claim["trauma_commitment"] = rnd.random() < 0.8
        if rnd.random() < 0.1 * usual:
            claim["catalogue"] = rnd.choice(["treatment", "home"])

    def tell_lines(self, claim):
        rnd = self.random
        for line in claim.get("feedetail", []):
            if rnd.random() < 0.3 and "dise_codg" in claim:
                line["dise_codg"] = claim["dise_codg"] if rnd.random() < 0.85 else "M00300"
            if rnd.random() < 0.15:
                line["etip_flag"] = rnd.choice(["0", "1"])

    def made_fit(self, claim):
        """A plain claim in the channel and by the catalogue that its region asks for."""
        for _ in range(2):
            code = settle(self.policies, as_read(claim)).get("error")
            if code == "C0134":
                claim["channel"] = "manual"
            elif code == "C0133":
                claim["catalogue"] = "home"

    def repaired(self, claim):
        """What only the channel, the catalogue or a flag refuses is settled after all, as often as not."""
        rnd = self.random
        for _ in range(2):
            code = settle(self.policies, as_read(claim)).get("error")
            if code == "C0131" and rnd.random() < 0.8:
                claim["channel"] = "manual"
            elif code == "C0133" and rnd.random() < 0.9:
                claim["catalogue"] = "home" if claim.get("catalogue", "treatment") == "treatment" else "treatment"
            elif code == "C0132" and rnd.random() < 0.5:
                claim.pop("trum_flag", None)
            elif code == "C0140" and rnd.random() < 0.6:
                for flag in ("er_flag", "trum_flag", "catalogue"):
                    claim.pop(flag, None)
        if "filings" in claim and rnd.random() < 0.1:
            standing = settle(self.policies, as_read(claim)).get("standing")
            if standing in STANDINGS:
                claim["standing"] = standing if rnd.random() < 0.8 else rnd.choice(STANDINGS)
