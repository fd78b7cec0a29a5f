"""Random places, days and units (for the claim generator)."""
import datetime

from ages import year_start
from days import plus_days
from reading import FAR, widening
from stays import boundary

ELSEWHERE = ("310000", "310115", "440100", "650100", "110000", "430200", "430000", "999090")


class Visits:
    def places(self, claim, stratum, files=False):
        """Insured in the region or in a part of it; treated there, in the province, or in another province."""
        rnd, region, folder = self.random, stratum.region, self.policies.folder
        insured = region
        if rnd.random() < 0.3:
            part = region[:2] + f"{rnd.randint(1, 9):02d}{rnd.choice(['00', '02', '81'])}" if region.endswith("0000") \
                else region[:4] + rnd.choice(["02", "81"])
            insured = part if next((c for c in widening(part) if c in folder.versions), None) == region else region
        claim["insuplc_admdvs"] = insured
        home = self.policies.place(insured)
        if stratum.standing == "local":
            choices = [insured, home, home[:4] + "05", insured[:4] + "05"]
            treated = rnd.choice([c for c in choices if self.policies.place(c) == home])
        else:
            near = [c for c in self.regions if c[:2] == insured[:2]]
            if files and rnd.random() < 0.25:  # where provincial level and capital may stand for each other
                near = [c for c in near if c[2:] in ("0100", "9900")] or near
            far = [c for c in self.regions + list(ELSEWHERE) if c[:2] != insured[:2]]
            choices = near if near and rnd.random() < 0.4 else far
            choices = [c for c in choices if self.policies.place(c) != home] or [c for c in far if self.policies.place(c) != home]
            treated = rnd.choice(choices)
            claim["standing"] = stratum.standing
        if stratum.standing == "local" and rnd.random() < 0.2:
            claim["standing"] = "local"
        claim[rnd.choice(["mdtrtarea_admvs", "mdtrtarea_admvs", "mdtrtarea_admdvs"])] = treated

    def dates(self, claim, stratum, files=False):
        rnd, day = self.random, datetime.date.fromisoformat
        first, last = map(day, self.span(stratum))
        chosen = rnd.choice([first, last, first + datetime.timedelta(days=rnd.randint(0, (last - first).days))])
        claim["setl_time"] = chosen.isoformat() + rnd.choice(["", "", " 10:30:00"])
        plan = stratum.plan
        if stratum.rules.across_years and rnd.random() < 0.4:
            self.across_years(claim, stratum, chosen.isoformat())
        elif plan and (plan.needs_days or plan.merges) or rnd.random() < (0.97 if files or stratum.rules.across_years else 0.3):
            claim["endtime"] = chosen.isoformat() + rnd.choice(["", " 08:00:00"])
            claim["begntime"] = (chosen - datetime.timedelta(days=self.stay(stratum))).isoformat()
            if claim["begntime"] < claim["endtime"][:10] and rnd.random() < 0.2:
                claim["begntime"] += " 23:59:59"
            if files and rnd.random() < 0.4:  # settled some days after the visit
                self.earlier(claim, rnd.choice([1, 3, rnd.randint(1, 60)]))

    def earlier(self, claim, days):
        """The whole visit some days earlier."""
        for field in ("begntime", "endtime"):
            claim[field] = plus_days(claim[field][:10], -days) + claim[field][10:]

    def across_years(self, claim, stratum, chosen):
        """A stay over the first day of a benefit year, discharged on that day as often as later."""
        rnd = self.random
        later = year_start(chosen, stratum.rules.year_starts)
        if later <= self.span(stratum)[0] and rnd.random() < 0.93:  # the other year's version has to be in force
            later = f"{int(later[:4]) + 1}{later[4:]}"
        claim["endtime"] = plus_days(later, rnd.choice([0, 0, 1, rnd.randint(0, 40), rnd.randint(0, 40)]))
        claim["begntime"] = plus_days(later, -rnd.choice([1, 1, 2, rnd.randint(1, 60), rnd.randint(1, 60), rnd.randint(300, 420)]))
        claim["setl_time"] = plus_days(claim["endtime"], rnd.choice([0, 0, 0, 1, rnd.randint(0, 40)]))

    def within_a_year(self, claim, stratum):
        """A region that splits stays is told the days of this one, which lies in one year."""
        if stratum.rules.across_years and stratum.rules.across_years.by_days:
            claim.setdefault("endtime", claim["setl_time"][:10])
            claim.setdefault("begntime", claim["endtime"][:10])
            starts = {year_start(claim[field][:10], stratum.rules.year_starts) for field in ("begntime", "endtime")}
            if len(starts) > 1:
                claim["begntime"] = claim["endtime"][:10]

    def span(self, stratum):
        """The days on which claims are settled."""
        return stratum.first, plus_days(stratum.first, 900) if stratum.last == FAR else stratum.last

    def crosses(self, claim, stratum):
        """Whether the claim is settled in two parts."""
        rules = stratum.rules
        return {"begntime", "endtime"} <= set(claim) and boundary(claim, self.visit(claim), rules) is not None

    def stay(self, stratum):
        """Days of the stay: round multiples of N, a day less or more, up to 400."""
        rnd = self.random
        if stratum.points and stratum.points.days and rnd.random() < 0.7:
            return max(0, min(400, rnd.choice(stratum.points.days) * rnd.randint(1, 4) + rnd.randint(-1, 1)))
        return rnd.choice([0, 1, rnd.randint(0, 20), rnd.randint(0, 400)])

    def unit(self, claim, stratum):
        """H: a later claim of a unit, on the last day allowed as often as not."""
        rnd, merges = self.random, stratum.plan and stratum.plan.merges
        if merges and rnd.random() < 0.3:
            claim.setdefault("fixmedins_code", "H1")
        if not merges or rnd.random() < 0.45:
            return
        code = claim.setdefault("fixmedins_code", "H1")
        gap = 0 if merges.same_day else rnd.choice([0, merges.within, rnd.randint(0, merges.within)])
        end = datetime.date.fromisoformat(claim["begntime"][:10]) - datetime.timedelta(days=gap)
        claim["same_unit"] = {"claim_id": "u1", "fixmedins_code": code if merges.same_day else rnd.choice([code, "H2"]),
                              "begntime": (end - datetime.timedelta(days=rnd.randint(0, 9))).isoformat(),
                              "endtime": end.isoformat() + rnd.choice(["", " 12:00:00"])}
