"""The figures of docs/semantics.md 3.8, the readings the oracle rests on, and hand-computed figures for the
additions to the language (A to J). Runs without the binary:

    python3 -m unittest discover -s Tests/oracle
"""
import pathlib
import sys
import tempfile
import unittest
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import rulesets
from ages import full_years, year_start
from rounding import rounded
from oracle import Policies, settle
from reading import REPOSITORY
from tables import fen

FOLDERS = {"real": "policies", "normative": "examples/normative/policies", "published": "examples/published/policies"}
loaded = {}


def policies(name):
    if name not in loaded:
        loaded[name] = Policies(REPOSITORY / FOLDERS[name])
    return loaded[name]


def claim(region, in_scope, **more):
    base = {"insutype": "310", "psn_type": "11", "insuplc_admdvs": region, "mdtrtarea_admvs": region, "med_type": "21",
            "hosp_lv": "03", "setl_time": "2024-03-12", "medfee_sumamt": in_scope, "fulamt_ownpay_amt": "0",
            "overlmt_selfpay": "0", "preselfpay_amt": "0", "inscp_scp_amt": in_scope, "age": "45", "hardship": "none",
            "accounts": {}}
    return {**base, **more}


def referred(**more):
    return {"mdtrtarea_admvs": "310000", "standing": "referral", **more}


def written(accounts, rules):
    """Accounts after one claim as the next claim writes them."""
    return {name: str(value) if name in rules.chart.counters else f"{value // 100}.{value % 100:02d}" for name, value in accounts.items()}


HEAD = """
format: "1"
region: "990100"
title: 测试
in_force: {from: "2024-01-01"}
sources: {}
"""
LIST = """
diseases:
  groups: {class_1: {title: 一类}}
  list: {"M1": {title: 甲, group: class_1}, "M2": {title: 乙, group: class_1}, "M3": {title: 丙}}
"""
GOES_ON = {"claim_id": "u", "fixmedins_code": "H1", "begntime": "2024-03-01", "endtime": "2024-03-05"}


def plan(pool, more=""):
    """One plan, for everyone, with one layer `pool`."""
    return f"plans:\n  stay: {{title: 一, for: {{insurance: employee/resident}}, {more} layers: [" \
           f"{{id: pool, fund: pooled, pays_from: in_scope, {pool}}}]}}\n"


class Region:
    """A region written in a test."""

    def __init__(self, text, head=HEAD):
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            (place / "catalogue").mkdir()
            (place / "990100-a").mkdir()
            (place / "990100-a" / "2024-01-01.yaml").write_text(head + text, encoding="utf-8")
            self.policies = Policies(place)

    def settle(self, in_scope, **more):
        return settle(self.policies, claim("990100", in_scope, **more))

    def after(self, result):
        """The accounts that the next claim brings."""
        return written(result["accounts"], self.policies.rules("990100", "2024-03-12"))


class Worked(unittest.TestCase):
    """Design 3.8."""

    def check(self, folder, one, layers=None, personal=None):
        result = settle(policies(folder), one)
        self.assertNotIn("error", result)
        for name, amount in (layers or {}).items():
            self.assertEqual(result["layers"][name], fen(amount), name)
        for name, amount in (personal or {}).items():
            self.assertEqual(result["personal"][name], fen(amount), name)
        return result

    def test_beijing_first_and_second_stay(self):
        days = {"begntime": "2024-03-01", "endtime": "2024-03-12"}  # 3.3: stays are split by days there
        first = self.check("real", claim("110000", "60000.00", **days), {"pool": "52395.00"}, {"deductible": "1300.00"})
        self.assertEqual(first["setlinfo"]["psn_part_amt"], 760500)
        rules = policies("real").rules("110000", "2024-03-12")
        second = claim("110000", "20000.00", **days, accounts=written(first["accounts"], rules))
        self.check("real", second, {"pool": "16447.50"})

    def test_qingyuan(self):
        one = claim("441800", "300000.00", setl_time="2023-06-01")
        result = self.check("published", one, {"pool": "65000.00", "large": "216002.86", "major": "2056.28"})
        self.assertEqual(result["setlinfo"]["psn_part_amt"], 1694086)

    def test_pool_account_full(self):
        one = claim("999003", "20000.00", accounts={"pool_year": "100000.00"})
        self.check("normative", one, {"pool": "0"}, {"ratio_share": "0", "over_cap": "18700.00"})

    def test_first_self_pay_after_the_deductible(self):
        one = claim("999002", "20000.00", **referred())
        self.check("normative", one, {"pool": "13680.00"}, {"ratio_share": "3420.00", "non_local_self_pay": "1900.00"})

    def test_benefit_factor_inside_the_slope(self):
        one = claim("999004", "250000.00", **referred())
        self.check("normative", one, {"pool": "150000.00"}, {"over_cap": "51031.58", "ratio_share": "47368.42"})

    def test_supplement_between_pool_and_large(self):
        one = claim("999005", "160000.00", psn_type="12")
        self.check("normative", one, {"pool": "100000.00", "supplement": "2588.66", "large": "48170.41"})

    def test_bound_then_lower(self):
        one = claim("999006", "10500.00", psn_type="12", hosp_lv="05", **referred())
        self.check("normative", one, {"pool": "8500.00"})

    def test_ceiling_of_the_year(self):
        one = claim("999007", "20000.00", accounts={"charged_year": "800.00"})
        self.check("normative", one, personal={"deductible": "700.00"})

    def test_percent_deductible(self):
        self.check("normative", claim("999008", "30000.03"), {"pool": "16800.01"}, {"deductible": "6000.01"})

    def test_visit_cap_with_yearly_columns(self):
        accounts = {}
        for _ in range(3):
            result = self.check("normative", claim("999009", "500.00", med_type="11", accounts=accounts), {"pool": "180.00"})
            accounts = written(result["accounts"], policies("normative").rules("999009", "2024-03-12"))


class Readings(unittest.TestCase):
    def test_rounding_modes(self):
        for mode, expected in (("half_up", 3), ("half_even", 2), ("down", 2), ("up", 3)):
            self.assertEqual(rounded(Fraction(5, 2), mode), expected, mode)
        self.assertEqual(rounded(14, "half_up", 10), 10)
        self.assertEqual(rounded(15, "half_up", 10), 20)

    def test_refusals_before_plans(self):
        one = claim("999032", "100.00", insutype="390", psn_type="15")
        self.assertEqual(settle(policies("normative"), one)["error"], "S0205")

    def test_a_plan_that_names_the_counter_counts(self):
        """3.9: plans that name one counter count in it, as soon as one of them asks."""
        one = "one: {title: 一, for: {visit: inpatient}, occurrence_account: stays, layers: [{id: pool, fund: pooled, pays_from: in_scope, ratio: 50%}]}"
        two = "two: {title: 二, for: {visit: outpatient}, occurrence_account: stays, layers: [{id: pool, fund: pooled, pays_from: in_scope, " \
              "deductible: {per: each_settlement, amount: {by: occurrence, cases: {1: 9, 2+: 5}}}, ratio: 50%}]}"
        self.assertEqual(Region(f"plans:\n  {one}\n").settle("1.00")["accounts"], {})
        region = Region(f"plans:\n  {one}\n  {two}\n")
        self.assertEqual(region.settle("1.00")["accounts"], {"stays": 1})
        self.assertEqual(region.settle("9.00", med_type="11", accounts={"stays": "1"})["layers"]["pool"], 200)

    def test_random_rules_keep_the_totals(self):
        """3.7 on random rules: totals agree, nothing is negative."""
        from claims import Generator, weighted, wire
        from oracle import read_claim
        from strata import strata
        with tempfile.TemporaryDirectory() as folder:
            sys.argv = ["rulesets.py", f"{folder}/rules", "--regions", "10", "--seed", "test"]
            rulesets.main()
            rules = Policies(f"{folder}/rules")
            generator = Generator(rules, weighted(rules, strata(rules)), "test", 0)
            settled = 0
            for number in range(1000):
                result = settle(rules, read_claim(wire(generator.claim(number)[0])))
                if "error" in result:
                    continue
                settled += 1
                info, shares = result["setlinfo"], result["personal"].values()
                self.assertEqual(info["fund_pay_sumamt"] + sum(shares), info["medfee_sumamt"])
                self.assertGreaterEqual(min([*shares, *result["layers"].values(), *result["accounts"].values()]), 0)
            self.assertGreater(settled, 500)


class Additions(unittest.TestCase):
    """One test for each construct of the additions, A to J; every figure by hand."""

    def pays(self, region, in_scope, expected, **more):
        result = region.settle(in_scope, **more)
        self.assertNotIn("error", result, result)
        self.assertEqual(result["layers"]["pool"], fen(expected))
        return result

    def charges(self, region, expected, accounts=None, **more):
        """The deductible of a stay of 10 000.00; returns the accounts as the next claim brings them."""
        result = region.settle("10000.00", accounts=accounts or {}, **more)
        self.assertNotIn("error", result, result)
        self.assertEqual(result["setlinfo"]["act_pay_dedc"], fen(expected))
        return region.after(result)

    def fails(self, region, code, in_scope="100.00", **more):
        self.assertEqual(region.settle(in_scope, **more).get("error"), code)

    # A

    def test_attributes_are_dimensions(self):
        region = Region("attributes:\n  years: {title: 年限, kind: number}\n"
                        "  therapy: {title: 治疗, kind: choice, values: {chemo: 放化疗, other: 其他}}\n" +
                        plan("ratio: {by: [therapy, years], cases: {chemo: {any: 90%}, other: {0..9: 50%, 10+: 60%}}}"))
        self.pays(region, "100.00", "50.00", attributes={"therapy": "other", "years": "9"})
        self.pays(region, "100.00", "60.00", attributes={"therapy": "other", "years": "10"})
        self.pays(region, "100.00", "90.00", attributes={"therapy": "chemo", "years": "0"})
        self.fails(region, "C0112", attributes={"therapy": "chemo"})
        self.fails(region, "C0117", attributes={"therapy": "surgery", "years": "1"})
        for wrong in ("10000", "-1", "1.5"):
            self.fails(region, "C?", attributes={"therapy": "chemo", "years": wrong})

    # B

    def test_parameters(self):
        head = "parameters: {wage: {title: 工资, amount: 123456.78}}\n"
        leaf = "deductible: {per: each_settlement, amount: {parameter: wage, share: %s}}, ratio: 100%%"
        # 123456.78 x 0.45 % = 555.55551; x 1.5 % = 1851.8517, to tens 1850; x 150 % = 185185.17
        self.charges(Region(head + plan(leaf % "0.45%")), "555.56")
        self.charges(Region(head + plan(leaf % "1.5%, rounded_to: 10")), "1850.00")
        cap = "caps: {most: {measures: paid, per: each_settlement, amount: {parameter: wage, share: 150%}}}\n"
        self.pays(Region(head + cap + plan("ratio: 100%, caps: [most]")), "200000.00", "185185.17")

    # C

    def test_a_code_is_finer_than_its_group(self):
        region = Region(LIST + plan("ratio: {by: disease, cases: {class_1: 50%, M2: 60%, M3: 70%}}"))
        for code, paid in (("M1", "50.00"), ("M2", "60.00"), ("M3", "70.00")):
            self.pays(region, "100.00", paid, dise_codg=code)
        self.fails(region, "C0112")
        self.fails(region, "S0212", dise_codg="M00300")

    def test_chronic_claims_need_a_listed_disease(self):
        region = Region(LIST + plan("ratio: 50%"))
        self.fails(region, "C0112", med_type="14")
        self.fails(region, "S0212", med_type="14", dise_codg="M00300")  # in the national list only
        self.fails(region, "C0105", dise_codg="M9")
        self.pays(region, "100.00", "50.00", med_type="14", dise_codg="M1")
        self.pays(region, "100.00", "50.00", dise_codg="M00300")
        for wrong, code in ((["M1", "M1"], "C0123"), (["M2"], "C0123"), (["M1", "M00300"], "S0212"), (["M1", "M9"], "C0105")):
            self.fails(region, code, dise_codg="M1", diseases=wrong)

    # D

    def test_periods_need_and_use_an_account(self):
        for per in ("day", "month", "quarter", "year", "cycle, cycle_days: 360"):
            region = Region(plan(f"deductible: {{per: {per}, account: spent, amount: 800}}, ratio: 50%"))
            self.charges(region, "300.00", {"spent": "500.00"})

    def test_used_up_per_level(self):
        region = Region(plan("deductible: {per: year, account: spent, used_up: per_level, amount: {by: hospital_level, "
                             "cases: {tertiary: 1000, secondary/primary/unrated: 600}}}, ratio: 50%"))
        accounts = self.charges(region, "1000.00")
        accounts = self.charges(region, "600.00", accounts, hosp_lv="05")
        self.charges(region, "0", accounts, hosp_lv="05")
        self.assertEqual(accounts, {"spent.tertiary": "1000.00", "spent.secondary": "600.00", "spent.primary": "0.00", "spent.unrated": "0.00"})

    def test_used_up_highest(self):
        region = Region(plan("deductible: {per: year, account: spent, used_up: highest, amount: {by: hospital_level, "
                             "cases: {tertiary: 1000, secondary/primary/unrated: 600}}}, ratio: 50%"))
        accounts = self.charges(region, "600.00", hosp_lv="05")
        accounts = self.charges(region, "400.00", accounts)  # H 1000 - 600
        self.assertEqual(accounts, {"spent": "1000.00", "spent.highest": "1000.00"})
        self.charges(region, "300.00", {"spent": "700.00", "spent.highest": "1000.00"}, hosp_lv="05")  # H stays 1000
        self.charges(region, "0", {"spent": "1000.01", "spent.highest": "1000.00"})

    def test_separately_for_a_disease(self):
        region = Region(LIST + plan("deductible: {per: year, account: spent, separately_for: disease, amount: 500}, ratio: 50%"))
        accounts = self.charges(region, "500.00", dise_codg="M1")
        self.assertEqual(accounts, {"spent.M1": "500.00", "spent.*": "0.00"})
        self.assertEqual(self.charges(region, "500.00", accounts, dise_codg="M2"), {"spent.M1": "500.00", "spent.M2": "500.00", "spent.*": "0.00"})
        self.charges(region, "0", accounts, dise_codg="M1")

    def test_separately_for_a_group(self):
        region = Region(LIST + plan("deductible: {per: year, account: spent, used_up: highest, separately_for: disease_group, amount: 500}, ratio: 50%"))
        accounts = self.charges(region, "500.00", dise_codg="M1")
        self.charges(region, "0", accounts, dise_codg="M2")
        accounts = self.charges(region, "500.00", accounts, dise_codg="M3")  # stands for itself
        self.assertEqual(accounts, {"spent.class_1": "500.00", "spent.M3": "500.00", "spent.highest.class_1": "500.00",
                                    "spent.highest.M3": "500.00", "spent.*": "0.00", "spent.highest.*": "0.00"})

    def test_again_every_days(self):
        region = Region(plan("deductible: {per: each_settlement, again_every_days: {by: person, cases: {employed: 90, retired: never}}, "
                             "amount: {by: occurrence, cases: {1: 1000, 2+: 500}}}, ratio: 50%"))
        one = {"accounts": {"stay.occurrences": "1"}, "endtime": "2024-03-31"}
        self.charges(region, "500.00", begntime="2024-01-01", **one)  # 90 days
        self.charges(region, "1000.00", begntime="2023-12-31", **one)  # 91 days: two charges, both of the second stay
        self.charges(region, "500.00", begntime="2024-03-31", **one)  # at least one day
        self.charges(region, "500.00", begntime="2023-01-31", psn_type="12", **one)
        self.fails(region, "C0112", begntime="2024-01-01", accounts={})

    def test_a_share_of_the_claim_is_charged_once(self):
        """L."""
        stay = {"begntime": "2024-01-01", "endtime": "2024-03-01"}  # 60 days
        pool = "deductible: {per: each_settlement, again_every_days: 30, amount: %s}, ratio: 50%%"
        self.charges(Region(plan(pool % "{percent_of: in_scope, share: 10%}")), "1000.00", **stay)
        self.charges(Region(plan(pool % "400")), "800.00", **stay)
        self.charges(self.away("{percent_of: in_scope, share: 10%}", pool % "400"), "1000.00", **stay, **referred())
        self.charges(self.away("{times: 150%}", pool % "400"), "1200.00", **stay, **referred())

    def test_adjustments_in_order(self):
        region = Region(plan("deductible: {per: each_settlement, amount: 1000.05, adjust: ["
                             "{for: {person: retired}, times: 50%}, {minus_each_time: 100, at_least: 250}, "
                             "{times: {by: occurrence, cases: {1: 150%, 2+: 100%}}, at_most: {by: person, cases: {employed: 1450, retired: 900}}}]}, ratio: 50%"))
        self.charges(region, "1450.00")  # 1000.05 x 1.5 = 1500.075, at most 1450
        self.charges(region, "750.04", psn_type="12")  # 500.025 x 1.5 = 750.0375
        self.charges(region, "800.05", {"stay.occurrences": "2"})  # 1000.05 - 200
        self.charges(region, "300.03", {"stay.occurrences": "2"}, psn_type="12")  # 500.025 - 200 = 300.025
        self.charges(region, "250.00", {"stay.occurrences": "3"}, psn_type="12")  # 200.025, at least 250

    def test_times_each_time_rounds_each_time(self):
        rule = "deductible: {per: each_settlement, amount: 333.33, adjust: [{times_each_time: 50%}]}, ratio: 50%"
        # half up: 166.67, 83.34, 41.67; down: 166.66, 83.33, 41.66
        for mode, third in (("half_up", "41.67"), ("down", "41.66")):
            region = Region(f"rounding: {{mode: {mode}}}\n" + plan(rule))
            self.charges(region, "333.33")
            self.charges(region, third, {"stay.occurrences": "3"})

    def test_rounded_by_the_region_only_when_adjusted(self):
        rounding = "rounding: {mode: up, unit: yuan}\n"
        self.charges(Region(rounding + plan("deductible: {per: each_settlement, amount: 300.05}, ratio: 50%")), "300.05")
        self.charges(Region(rounding + plan("deductible: {per: each_settlement, amount: 300.05, adjust: [{times: 110%}]}, ratio: 50%")), "331.00")
        adjusted = "deductible: {per: each_settlement, amount: 300.05, adjust: [{for: {hardship: hardship}, times: 50%}]}, ratio: 50%"
        self.charges(Region(rounding + plan(adjusted)), "301.00")  # there is an adjustment, though not for this person

    def test_adjusted_threshold_of_a_cumulative_layer(self):
        region = Region("plans:\n  stay: {title: 一, for: {visit: inpatient}, layers: [{id: base, fund: pooled, pays_from: in_scope, ratio: 0%}, "
                        "{id: pool, fund: major_illness, pays_from: [ratio_share], cumulative: {account: borne}, "
                        "deductible: {per: each_settlement, amount: 10000, adjust: [{for: {hardship: hardship}, times: 50%}]}, ratio: 60%}]}\n")
        self.pays(region, "8000.00", "0")
        self.pays(region, "8000.00", "1800.00", hardship="hardship")  # (8000 - 5000) x 60 %
        self.pays(region, "8000.00", "3600.00", accounts={"borne": "8000.00"})  # (16000 - 10000) x 60 %

    # E

    def away(self, deductible, pool="deductible: {per: each_settlement, amount: 1000, adjust: [{times: 80%}]}, ratio: 50%"):
        head = "parameters: {wage: {title: 工资, amount: 80000}}\nnon_local: {reaches: {visits: [inpatient], layers: [pool]}, by: standing, cases: " \
               f"{{local: as_at_home, exempt/long_term/referral/emergency/temporary/unfiled: {{deductible: {deductible}}}}}}}\n"
        return Region(head + plan(pool))

    def test_own_deductible_of_a_standing(self):
        for own, charged in (("1200", "1200.00"), ("{percent_of: in_scope, share: 5%, at_least: 600}", "600.00"),
                             ("{parameter: wage, share: 1.5%}", "1200.00"), ("{times: 200%}", "1600.00"),
                             ("{times: 200%, at_most: 1500}", "1500.00")):
            self.charges(self.away(own), charged, **referred())
        self.charges(self.away("{times: 200%}"), "800.00")
        self.charges(self.away("{times: 200%, at_least: 500}", "ratio: 50%"), "0", **referred())

    def test_own_deductible_every_n_days(self):
        region = self.away("{times: 200%}", "deductible: {per: each_settlement, amount: 400, again_every_days: 30}, ratio: 50%")
        self.charges(region, "1600.00", begntime="2024-01-01", endtime="2024-02-01", **referred())  # 31 days

    # F

    def test_restarts_use_the_account(self):
        for restarts in ("each_month", "each_quarter", "each_year", "each_cycle, cycle_days: 30"):
            region = Region(plan(f"ratio: {{counted: expense_with_deductible, restarts: {restarts}, account: sum, columns: [to 1000, above], value: [50%, 80%]}}"))
            self.pays(region, "500.00", "310.00", accounts={"sum": "700.00"})  # 300 x 50 % + 200 x 80 %

    def test_points_for_each_year(self):
        region = Region("attributes: {years: {title: 年限, kind: number}}\n" + plan(
            "ratio: {value: 80%, adjust: [{plus: 0.2 points, for_each: age, beyond: 50}, {plus: 1 points, for_each: years, at_most: 95%}]}"))
        self.pays(region, "100.00", "83.00", age="45", attributes={"years": "3"})
        self.pays(region, "100.00", "82.20", age="61", attributes={"years": "0"})
        self.pays(region, "100.00", "95.00", age="50", attributes={"years": "16"})

    # G

    def capped(self, cap):
        return Region(LIST + f"caps: {{most: {{measures: paid, {cap}}}}}\n" + plan("ratio: 100%, caps: [most]"))

    def test_unlimited(self):
        region = self.capped("per: year, amount: {by: person, cases: {employed: unlimited, retired: 100}}")
        result = self.pays(region, "500.00", "500.00", accounts={"most": "50.00"})
        self.assertEqual(result["accounts"], {"most": 55000})
        self.pays(region, "500.00", "50.00", accounts={"most": "50.00"}, psn_type="12")

    def test_caps_separately_for(self):
        region = self.capped("per: month, separately_for: disease_group, amount: {by: disease, cases: {class_1: 300, M3: 200}}")
        result = self.pays(region, "500.00", "100.00", dise_codg="M2", accounts={"most.class_1": "200.00"})
        self.assertEqual(result["accounts"], {"most.class_1": 30000})
        self.pays(region, "500.00", "200.00", dise_codg="M3", accounts={"most.class_1": "200.00", "most.*": "0"})
        self.fails(region, "C0106", dise_codg="M3", accounts={"most.class_1": "200.00"})

    def test_largest_of_several(self):
        region = self.capped("per: cycle, cycle_days: 90, several: largest, amount: {by: disease, cases: {M1: 300, M2: 500, M3: unlimited}}")
        self.pays(region, "900.00", "500.00", dise_codg="M1", diseases=["M1", "M2"])
        self.pays(region, "900.00", "900.00", dise_codg="M1", diseases=["M1", "M3"])
        self.fails(region, "C0112", dise_codg="M1")

    def test_main_plus_others(self):
        region = self.capped("per: year, several: {main_plus_others_up_to: 100}, amount: {by: disease, cases: {M1: 300, M2: 60, M3: 30}}")
        self.pays(region, "900.00", "390.00", dise_codg="M3", diseases=["M1", "M2", "M3"])
        self.pays(region, "900.00", "160.00", dise_codg="M3", diseases=["M2", "M3", "M1"])  # 60 + min(100, 330)
        self.pays(region, "900.00", "30.00", dise_codg="M3", diseases=["M3"])
        region = self.capped("per: year, several: {main_plus_others_up_to: 100}, amount: {by: disease, cases: {M1: 300, M2: unlimited, M3: 30}}")
        self.pays(region, "900.00", "400.00", dise_codg="M1", diseases=["M1", "M2"])
        self.pays(region, "900.00", "900.00", dise_codg="M1", diseases=["M2", "M1"])

    # H

    def merged(self, merges="{visits: readmission, within_days: 15}", extra=""):
        return Region("caps: {most: {measures: paid, per: each_settlement, amount: 2000}}\n" + plan(
            "deductible: {per: each_settlement, amount: {by: occurrence, cases: {1: 1000, 2+: 500}}}, ratio: {counted: expense_with_deductible, "
            "restarts: each_settlement, columns: [to 3000, above], value: [50%, 80%]}, caps: [most]", f"merges: {merges},"))

    def test_a_unit_of_two_stays(self):
        region = self.merged()
        first = self.pays(region, "800.00", "0", begntime="2024-03-01", endtime="2024-03-05")
        accounts = region.after(first)
        self.assertEqual(accounts, {"stay.occurrences": "1", "stay.pool.unit.deductible": "800.00", "stay.pool.unit.expense": "800.00", "most.unit": "0.00"})
        # D 1000 - 800 = 200; the axis runs from 800: 2000 x 50 % to 3000, then 800 x 80 %
        second = self.pays(region, "3000.00", "1640.00", begntime="2024-03-20", same_unit=GOES_ON, accounts=accounts)
        self.assertEqual(second["personal"]["deductible"], 20000)
        accounts = region.after(second)
        self.assertEqual(accounts["stay.occurrences"], "1")
        self.pays(region, "1000.00", "360.00", begntime="2024-03-20", same_unit=GOES_ON, accounts=accounts)  # 2000 - 1640
        # A new unit starts at nothing, whatever it brings: (1500 - 500) x 50 %
        third = self.pays(region, "1500.00", "500.00", begntime="2024-05-01", endtime="2024-05-02", accounts=accounts)
        self.assertEqual(third["accounts"], {"stay.occurrences": 2, "stay.pool.unit.deductible": 50000, "stay.pool.unit.expense": 150000, "most.unit": 50000})
        self.pays(region, "1500.00", "500.00", begntime="2024-05-01", accounts={"stay.occurrences": "1"})

    def test_what_joins_a_unit(self):
        region, accounts = self.merged(), {"stay.occurrences": "0", "stay.pool.unit.deductible": "0", "stay.pool.unit.expense": "0", "most.unit": "0"}
        for day, error in (("2024-03-05", None), ("2024-03-20", None), ("2024-03-21", "C0119"), ("2024-03-04", "C0119")):
            self.fails(region, error, begntime=day, same_unit=GOES_ON, accounts=accounts)
        self.fails(region, "C0120", begntime="2024-03-05", same_unit=GOES_ON)
        self.fails(region, "C0106", begntime="2024-03-05", same_unit=GOES_ON, accounts={"stay.occurrences": "0"})
        self.fails(Region(plan("ratio: 50%")), "C0118", begntime="2024-03-05", same_unit=GOES_ON, accounts={})
        region = self.merged("{visits: same_day_and_institution}")
        for day, code, error in (("2024-03-05", "H1", None), ("2024-03-05", "H2", "C0119"), ("2024-03-06", "H1", "C0119")):
            self.fails(region, error, begntime=day, fixmedins_code=code, same_unit=GOES_ON, accounts=accounts)

    # I

    def test_families(self):
        region = Region(LIST + plan("deductible: {per: year, account: spent, separately_for: disease, amount: 500}, ratio: 50%"))
        self.assertEqual(self.charges(region, "400.00", {"spent.M1": "100.00"}, dise_codg="M1"), {"spent.M1": "500.00"})
        self.assertEqual(self.charges(region, "500.00", {"spent.*": "0"}, dise_codg="M1"), {"spent.M1": "500.00", "spent.*": "0.00"})
        self.fails(region, "C0106", dise_codg="M1", accounts={"spent.M2": "1.00"})
        self.fails(region, "C0121", dise_codg="M1", accounts={"spent.*": "1.00"})
        self.fails(region, "C0107", dise_codg="M1", accounts={"spent.*": "0", "spent.M9": "1.00"})

    # J

    def test_facts_as_of(self):
        rule = plan("ratio: {by: age, cases: {0..69: 50%, 70+: 60%}}")
        settled, admitted = Region(rule), Region("facts_as_of: admission\n" + rule)
        year = Region('facts_as_of: year_start\nbenefit_year: {starts: "03-01"}\n' + rule)
        one = claim("990100", "100.00", brdy="1954-03-05", begntime="2024-03-04", endtime="2024-03-12")
        del one["age"]
        for region, paid in ((settled, 6000), (admitted, 5000), (year, 5000)):
            self.assertEqual(settle(region.policies, one)["layers"]["pool"], paid)
        self.assertEqual(settle(settled.policies, {**one, "age": "70"})["layers"]["pool"], 6000)
        self.assertEqual(settle(settled.policies, {**one, "age": "69"})["error"], "C0122")
        self.assertEqual(settle(admitted.policies, {**one, "begntime": "2024-03-05"})["layers"]["pool"], 6000)
        del one["begntime"]
        self.assertEqual(settle(admitted.policies, one)["error"], "C0112")

    def test_full_years(self):
        for birth, day, age in (("2000-02-29", "2023-02-28", 22), ("2000-02-29", "2023-03-01", 23), ("2000-02-29", "2024-02-29", 24),
                                ("1954-03-12", "2024-03-12", 70), ("1954-03-13", "2024-03-12", 69)):
            self.assertEqual(full_years(birth, day), age, (birth, day))
        self.assertEqual(year_start("2024-06-30", "07-01"), "2023-07-01")
        self.assertEqual(year_start("2024-07-01", "07-01"), "2024-07-01")

    def test_birthdays_at_the_edge(self):
        """L: a negative age counts as 0; nobody is born after the settlement."""
        year = Region("facts_as_of: year_start\n" + plan("ratio: {by: age, cases: {0: 50%, 1+: 60%}}"))
        one = claim("990100", "100.00", brdy="2024-03-05", age="0")
        self.assertEqual(settle(year.policies, one)["layers"]["pool"], 5000)
        self.assertEqual(settle(year.policies, {**one, "brdy": "2024-03-13"})["error"], "C0114")

    # L: classes

    def test_not_telling_is_not_a_no(self):
        classes = "classes: {provincial: {of: hospital_level, is: tertiary, title: 省, members: {attribute: kind, equals: provincial}}}\n"
        region = Region(classes + plan("ratio: {by: hospital_level, cases: {provincial: 40%, tertiary: 50%, secondary/primary/unrated: 60%}}"))
        self.pays(region, "100.00", "40.00", attributes={"kind": "provincial"})
        self.pays(region, "100.00", "50.00", attributes={"kind": "other"})
        self.fails(region, "C0112")
        self.pays(region, "100.00", "60.00", hosp_lv="05")  # not a tertiary one anyway
        self.pays(Region(classes + plan("ratio: 50%")), "100.00", "50.00")  # decides nothing
        counted = "deductible: {per: each_settlement, counted_within: class, amount: {by: occurrence, cases: {1: 10, 2+: 5}}}, ratio: 50%"
        self.fails(Region(classes + plan(counted)), "C0112")
        self.fails(Region(classes + plan("ratio: 50%").replace("insurance: employee/resident", "hospital_level: provincial")), "C0112")

    def test_classes_by_platform_codes(self):
        region = Region('classes: {grade_a: {of: hospital_level, is: tertiary, title: 三甲, members: {codes: ["02"]}}}\n' +
                        plan("ratio: {by: hospital_level, cases: {grade_a: 40%, tertiary: 50%, secondary/primary/unrated: 60%}}"))
        for code, paid in (("02", "40.00"), ("0201", "40.00"), ("03", "50.00"), ("05", "60.00")):
            self.pays(region, "100.00", paid, hosp_lv=code)
        self.fails(region, "C0105", hosp_lv="99")

    # Chinese names

    def test_chinese_names(self):
        text = """
格式: "1"
统筹地区: "990100"
名称: 测试
施行: {自: "2024-01-01"}
依据: {}
属性: {年限: {名称: 年限, 类型: 数值}}
参数: {工资: {名称: 工资, 金额: 80000}}
病种: {病种组: {一类: {名称: 一类}}, 名录: {"M1": {名称: 甲, 组: 一类}, "M2": {名称: 乙}}}
限额: {限: {口径: 支付额, 期间: 周期, 周期天数: 30, 分别计算: 病种组, 金额: {按: 病种, 各档: {一类: 5000, M2: 不封顶}}}}
认定时点: 入院日
待遇:
  住院:
    名称: 住院
    对象: {就医类别: 住院}
    合并: {就诊: 再入院, 间隔天数: 15}
    支付层:
      - 代号: pool
        基金: 统筹基金
        支付范围: 政策范围内费用
        起付标准: {计收: 年度, 账户: 起付, 抵扣方式: 最高级别, 标准: {参数: 工资, 比例: 1%, 取整到: 100}, 调整: [{对象: {年限: 10+}, 乘以: 50%, 最低: 300}]}
        支付比例: {值: 80%, 调整: [{提高: 0.5个百分点, 每满: 年龄, 超过: 40}]}
        限额: [限]
"""
        region = Region(text, head="")
        # D 80000 x 1 % = 800, x 50 % = 400; (10000 - 400) x 82.5 %; group's cap 5000
        result = region.settle("10000.00", dise_codg="M2", attributes={"年限": "12"})
        self.assertEqual((result["layers"]["pool"], result["personal"]["deductible"]), (792000, 40000))
        self.assertEqual(result["accounts"], {"起付": 40000, "起付.highest": 40000, "限.M2": 792000, "限.*": 0})
        self.assertEqual(region.settle("10000.00", dise_codg="M1", attributes={"年限": "12"})["layers"]["pool"], 500000)


if __name__ == "__main__":
    unittest.main()
