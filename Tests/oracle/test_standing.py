"""3.2 by hand: how each filing counts, and what standing and channel follow."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from days import plus_months
from test_oracle import LIST, Region, plan

FILING = """
filing:
  source: 测试
  needed: {by: [distance, visit], cases: {in_province: {any: not_needed}, cross_province: {inpatient/chronic: needed, outpatient/pharmacy: not_needed}}}
  kinds:
    long_term: {sub_kinds: [posted, long_term_resident], lasts: {at_least_months: 3}, change: {blocked_months: 3, sooner_with_papers: allowed}}
    referral: {lasts: {months: 6}}
    temporary: {lasts: chosen}
  ended_by: {refiling: same_kind, change_of: [employer, insurance]}
  scope: {area: pooling_region_or_province, provincial_level_and_capital: linked}
  chronic: {institutions_at_most: 2}
  stays: {covered: to_their_end}
  late: {before_discharge: filed, after_discharge: late}
  emergency: {without_filing: deemed_filed}
  trauma: {third_party: not_payable, no_third_party: with_commitment}
  back_home: {as: temporary, until_papers: not_payable}
  channel: {by: filed, cases: {filed: either, late/late_agreed/not_filed: manual}}
  catalogue: {direct: treatment, manual: home}
  direct_diseases: {list: ["M1"]}
  outside_examination: {in_stay: merged}
  standing:
    by: [reason, filed]
    cases:
      long_term: {any: long_term}
      referral: {filed: referral, late: temporary, late_agreed/not_filed: unfiled}
      emergency: {filed: emergency, late/late_agreed/not_filed: temporary}
      temporary: {filed/late: temporary, late_agreed: referral, not_filed: unfiled}
"""
AWAY = "non_local: {reaches: {visits: [inpatient], layers: [pool]}, by: standing, cases: " \
       "{local/exempt/long_term/referral/emergency/temporary/unfiled: as_at_home}}\n"
STAY = {"begntime": "2024-03-01", "endtime": "2024-03-10", "mdtrtarea_admvs": "310000"}


def filed(kind="referral", on="2024-02-20", areas=("310000",), **more):
    return {"kind": kind, "filed_on": on, "areas": list(areas), **more}


class Standing(unittest.TestCase):
    def region(self, *changes):
        """The rules above, with lines of `filing` in place of others, or without them."""
        lines = FILING.splitlines()
        for key, line in changes:
            number = next(i for i, one in enumerate(lines) if one.startswith(f"  {key}:"))
            lines[number: number + 1] = [f"  {line}"] if line else []
        return Region("\n".join(lines) + "\n" + LIST + AWAY + plan("ratio: 50%"))

    def setUp(self):
        self.rules = self.region()

    def gives(self, expected, *filings, region=None, **more):
        """The standing or the error of a manual claim, so that every channel is open."""
        one = {**STAY, "channel": "manual", "catalogue": "home", "filings": list(filings), **more}
        result = (region or self.rules).settle("100.00", **one)
        self.assertEqual(result.get("standing", result.get("error")), expected, (filings, more))

    # 1

    def test_trauma(self):
        one = {"mdtrtarea_admvs": "990100", "trum_flag": "1"}
        self.assertEqual(self.rules.settle("1.00", **one)["error"], "C0112")
        for more, code in (({"rel_ttp_flag": "1"}, "C0132"), ({"rel_ttp_flag": "0"}, "C0132"),
                           ({"rel_ttp_flag": "0", "trauma_commitment": False}, "C0132"), ({"rel_ttp_flag": "0", "trauma_commitment": True}, None)):
            self.assertEqual(self.rules.settle("1.00", **one, **more).get("error"), code)
        self.assertEqual(Region(plan("ratio: 50%")).settle("1.00", rel_ttp_flag="0", **one)["error"], "C0140")
        self.assertEqual(self.region(("trauma", "")).settle("1.00", rel_ttp_flag="0", **one)["error"], "C0140")

    # 2

    def test_back_home(self):
        home = {"mdtrtarea_admvs": "990105"}
        self.gives("local", filed(), **home)
        self.gives("temporary", filed("long_term"), **home)
        self.gives("local", filed("long_term", "2024-03-02"), **home)
        self.gives("local", filed("long_term", ended_on="2024-03-01"), **home)
        self.gives("temporary", filed("long_term", ended_on="2024-03-02"), **home)
        self.gives("C0132", filed("long_term", promised=True, papers_on="2024-03-02"), **home)
        self.gives("temporary", filed("long_term", promised=True, papers_on="2024-03-01"), **home)
        self.gives("C0140", filed("long_term"), region=self.region(("back_home", "")), **home)

    # 3

    def test_needed(self):
        self.gives("exempt", filed(on="2030-01-01"), mdtrtarea_admvs="990200")
        self.gives("exempt", med_type="11")

    # 4 a to d

    def test_kind_and_sub_kind(self):
        self.gives("long_term", filed("long_term", sub_kind="posted"))
        self.gives("unfiled", filed("long_term", sub_kind="other"))
        self.gives("temporary", filed("temporary", enddate="2024-12-31", sub_kind="other"))

    def test_other_insurance_and_employer(self):
        self.gives("unfiled", filed(insutype="390"))
        self.gives("referral", filed(insutype="310", emp_no="E1"), emp_no="E1")
        self.gives("unfiled", filed(emp_no="E2"), emp_no="E1")
        self.gives("C0112", filed(emp_no="E2"))
        self.gives("referral", filed(emp_no="E2"), region=self.region(("ended_by", "ended_by: {change_of: [insurance]}")))

    def test_blocked_change(self):
        first = filed("long_term", "2024-01-15", ["330100"])
        self.gives("unfiled", first, filed("long_term", "2024-01-15"))  # of one day, as listed
        self.gives("long_term", filed("long_term", "2024-01-15"), first)
        self.gives("unfiled", first, filed("long_term", "2024-02-15"))
        self.gives("long_term", first, filed("long_term", "2024-02-15", papers_on="2024-03-12"))
        self.gives("unfiled", first, filed("long_term", "2024-02-15", papers_on="2024-03-13"))
        self.gives("long_term", {**first, "papers_on": "2024-03-12"}, filed("long_term", "2024-02-15"))
        self.gives("long_term", {**first, "ended_on": "2024-02-15"}, filed("long_term", "2024-02-15"))
        self.gives("unfiled", {**first, "ended_on": "2024-02-16"}, filed("long_term", "2024-02-15"))
        self.gives("long_term", {**first, "filed_on": "2023-11-15"}, filed("long_term", "2024-02-15"))
        self.gives("unfiled", {**first, "filed_on": "2023-11-16"}, filed("long_term", "2024-02-15"))

    # 4 e and f

    def test_lateness(self):
        for on, standing in (("2024-03-01", "referral"), ("2024-03-10", "referral"), ("2024-03-11", "temporary"), ("2024-03-12", "temporary"), ("2024-03-13", "unfiled")):
            self.gives(standing, filed(on=on, begndate="2024-03-01"))
        self.gives("unfiled", filed(on="2024-03-11", begndate="2024-03-01", agreed=True))  # the table's `late_agreed`
        late = self.region(("late", "late: {before_discharge: late, after_discharge: not_filed}"))
        self.gives("temporary", filed(on="2024-03-02"), region=late)
        self.gives("unfiled", filed(on="2024-03-11", begndate="2024-03-01"), region=late)
        self.gives("C0140", filed(on="2024-03-02"), region=self.region(("late", "")))
        self.gives("referral", filed(on="2024-03-02"), filed(), region=self.region(("late", "")))

    def test_begun(self):
        self.gives("referral", filed(on="2024-03-05", begndate="2024-03-10"))
        self.gives("unfiled", filed(on="2024-03-05", begndate="2024-03-11"))
        self.gives("unfiled", filed(on="2024-03-11", begndate="2024-03-02"))

    # 4 g

    def test_last_day(self):
        self.gives("referral", filed(on="2023-09-02"))  # to 2024-03-01, and on to the end of the stay
        self.gives("unfiled", filed(on="2023-09-01"))
        self.gives("referral", filed(on="2023-08-31", enddate="2024-03-05"))
        self.gives("unfiled", filed(on="2023-09-02"), region=self.region(("stays", "stays: {covered: inside_only}")))
        self.gives("C0140", filed(on="2023-09-02"), region=self.region(("stays", "")))
        self.gives("unfiled", filed(ended_on="2024-03-01"))
        self.gives("temporary", filed("temporary", enddate="2099-12-31"))
        self.assertEqual(plus_months("2023-08-31", 6), "2024-02-29")
        self.assertEqual(plus_months("2023-12-31", 12), "2024-12-31")

    def test_refiling(self):
        elsewhere = filed(on="2024-02-25", areas=["330100"])
        self.gives("unfiled", filed(), elsewhere)
        self.gives("referral", filed(), {**elsewhere, "begndate": "2024-03-02"})
        self.gives("unfiled", elsewhere, {**elsewhere, "areas": ["310000"]}, elsewhere)  # the last of the same first day
        self.gives("temporary", filed("temporary", enddate="2024-12-31"), elsewhere)
        any_kind = self.region(("ended_by", "ended_by: {refiling: any_kind}"))
        self.gives("unfiled", filed("temporary", enddate="2024-12-31"), elsewhere, region=any_kind)
        self.gives("referral", filed(), {**elsewhere, "diseases": ["M1"]})

    def test_days_of_a_filing(self):
        self.gives("C0129", filed(enddate="2024-02-19"))
        self.gives("C0129", filed(ended_on="2024-02-19"))
        self.gives("C0128", filed("temporary"))
        self.gives("C0128", filed(enddate="2024-08-21"))
        self.gives("C0128", filed(enddate="2099-12-31"))
        for end in ("2024-08-19", "2024-08-20"):
            self.gives("referral", filed(enddate=end))
        self.gives("C0128", filed("long_term", enddate="2024-05-18"))
        self.gives("long_term", filed("long_term", enddate="2024-05-19"))
        self.gives("unfiled", filed("temporary", on="2023-12-31", ended_on="2024-02-01"))  # before the rules
        self.gives("C0137", filed(institutions=["H1", "H2", "H3"]))

    # 4 h

    def test_areas(self):
        for area, treated, standing in (("310115", "310000", "referral"), ("310000", "310115", "referral"), ("370000", "370202", "referral"),
                                        ("379900", "370100", "referral"), ("370100", "379900", "referral"), ("370200", "370100", "unfiled"),
                                        ("370100", "370203", "unfiled")):
            self.gives(standing, filed(areas=["330100", area]), mdtrtarea_admvs=treated)
        apart = self.region(("scope", "scope: {area: pooling_region, provincial_level_and_capital: apart}"))
        silent = self.region(("scope", "scope: {area: pooling_region}"))
        self.gives("unfiled", filed(areas=["379900"]), mdtrtarea_admvs="370100", region=apart)
        self.gives("unfiled", filed(areas=["370000"]), mdtrtarea_admvs="370200", region=apart)
        self.gives("C0140", filed(areas=["379900"]), mdtrtarea_admvs="370100", region=silent)
        self.gives("referral", filed(areas=["379900"]), filed(), mdtrtarea_admvs="310000", region=silent)

    # 4 i

    def test_chronic(self):
        one = {"med_type": "14", "dise_codg": "M1", "fixmedins_code": "H1"}
        self.gives("referral", filed(diseases=["M2", "M1"], institutions=["H1"]), **one)
        self.gives("unfiled", filed(diseases=["M2"], institutions=["H1"]), **one)
        self.gives("unfiled", filed(diseases=["M1"], institutions=["H2"]), **one)
        self.gives("unfiled", filed(), **one)
        self.gives("unfiled", filed(diseases=["M1"], institutions=["H1"]))
        silent = self.region(("chronic", ""))
        self.gives("C0140", filed(diseases=["M1"], institutions=["H1"]), region=silent, **one)
        self.gives("referral", filed(), region=silent, **one)
        self.gives("C0140", filed(diseases=["M1"], institutions=["H1"]), region=silent)
        self.gives("referral", filed(diseases=["M1", "M2"], institutions=["H1", "H2", "H3"]), **one)  # at most two for each

    # 5 and 6

    def test_which_filing(self):
        temporary = filed("temporary", enddate="2024-12-31")
        self.gives("long_term", temporary, filed(), filed("long_term"))
        self.gives("referral", temporary, filed())
        self.gives("temporary", temporary, filed(on="2024-03-11", begndate="2024-03-01"))  # in time before late
        self.gives("emergency", temporary, er_flag="1")
        self.gives("long_term", filed("long_term"), er_flag="1")
        self.gives("emergency", filed("long_term", "2024-03-11", begndate="2024-03-01"), er_flag="1")  # late: an emergency first
        self.gives("emergency", er_flag="1")
        silent, other = self.region(("emergency", "")), self.region(("emergency", "emergency: {without_filing: not_filed}"))
        self.gives("C0140", er_flag="1", region=silent)
        self.gives("temporary", filed(on="2024-03-11", begndate="2024-03-01"), er_flag="1", region=silent)
        self.gives("temporary", er_flag="1", region=other)

    def test_channel(self):
        self.gives("referral", filed(), channel="direct", catalogue="treatment")
        self.gives("C0131", filed(on="2024-03-11", begndate="2024-03-01"), channel="direct", catalogue="treatment")
        one = {**STAY, "filings": [], "catalogue": "treatment"}
        self.assertEqual(self.rules.settle("1.00", **one)["error"], "C0131")
        self.gives("referral", filed(), channel="direct", region=self.region(("channel", ""), ("catalogue", "")), catalogue="treatment")

    def test_stated_standing(self):
        self.gives("referral", filed(), standing="referral")
        self.gives("C0130", filed(), standing="temporary")
        home = {"mdtrtarea_admvs": "990100"}
        self.assertEqual([self.rules.settle("1.00", standing=one, **home).get("error") for one in ("local", "temporary", "referral")], [None, None, "C0110"])
        self.assertEqual(self.rules.settle("1.00", **STAY, standing="long_term")["standing"], "long_term")
        self.assertEqual(self.rules.settle("1.00", **STAY)["error"], "C0109")
        self.assertEqual(Region(AWAY + plan("ratio: 50%")).settle("1.00", **STAY, filings=[])["error"], "C0127")

    def test_days_are_asked_for(self):
        one = {"mdtrtarea_admvs": "310000", "channel": "manual", "catalogue": "home", "filings": [filed()]}
        self.assertEqual(self.rules.settle("1.00", **one)["error"], "C0112")
        self.assertEqual(self.rules.settle("1.00", begntime="2024-03-01", **one)["error"], "C0112")

    # 7 and 8

    def test_catalogue(self):
        for channel, catalogue, standing in (("direct", "home", "C0133"), ("direct", "treatment", "referral"), ("manual", "treatment", "C0133")):
            self.gives(standing, filed(), channel=channel, catalogue=catalogue)
        one = {**STAY, "standing": "referral"}
        self.assertEqual(self.rules.settle("1.00", channel="manual", **one)["error"], "C0133")
        self.assertEqual(Region(AWAY + plan("ratio: 50%")).settle("1.00", catalogue="home", **one)["error"], "C0140")
        self.gives("local", mdtrtarea_admvs="990100", catalogue="home", channel="direct")

    def line(self, **more):
        return {"feedetail": [{"det_item_fee_sumamt": "100.00", "fulamt_ownpay_amt": "0", "overlmt_amt": "0", "preselfpay_amt": "0",
                               "inscp_scp_amt": "100.00", **more}]}

    def test_lines(self):
        chronic = {**STAY, "med_type": "14", "dise_codg": "M2", "standing": "referral"}
        at_home = {**chronic, "mdtrtarea_admvs": "990100", "standing": "local"}
        rows = ((at_home, {"dise_codg": "M1"}, "C0135"), (at_home, {"dise_codg": "M2"}, None), (chronic, {"dise_codg": "M2"}, "C0134"),
                ({**chronic, "dise_codg": "M1"}, {}, None), ({**at_home, "med_type": "21"}, {"dise_codg": "M1", "etip_flag": "1"}, None),
                ({**at_home, "med_type": "11"}, {"etip_flag": "1"}, "C0136"), ({**at_home, "med_type": "11"}, {"etip_flag": "0"}, None))
        for one, line, code in rows:
            self.assertEqual(self.rules.settle("100.00", **one, **self.line(**line)).get("error"), code, (one, line))
        stay = {**STAY, "mdtrtarea_admvs": "990100", **self.line(etip_flag="1")}
        for region, code in ((self.region(("outside_examination", "")), "C0140"), (Region(plan("ratio: 50%")), "C0140"),
                             (self.region(("outside_examination", "outside_examination: {in_stay: apart}")), "C0136")):
            self.assertEqual(region.settle("100.00", **stay)["error"], code)


if __name__ == "__main__":
    unittest.main()
