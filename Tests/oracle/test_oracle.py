"""The figures of design.md 3.8, and the readings the oracle rests on. Runs without the binary:

    python3 -m unittest discover -s Tests/oracle
"""
import pathlib
import sys
import tempfile
import unittest
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import rulesets
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
        first = self.check("real", claim("110000", "60000.00"), {"pool": "52395.00"}, {"deductible": "1300.00"})
        self.assertEqual(first["setlinfo"]["psn_part_amt"], 760500)
        rules = policies("real").rules("110000", "2024-03-12")
        second = claim("110000", "20000.00", accounts=written(first["accounts"], rules))
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
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            (place / "catalogue").mkdir()
            (place / "990100-a").mkdir()
            (place / "990100-a" / "2024-01-01.yaml").write_text("\n".join([
                'format: "1"', 'region: "990100"', "title: 测试", 'in_force: {from: "2024-01-01"}', "sources: {}", "plans:",
                "  one: {title: 一, for: {visit: inpatient}, occurrence_account: stays, layers: ["
                "{id: pool, fund: pooled, pays_from: in_scope, ratio: 50%}]}",
            ]), encoding="utf-8")
            self.assertEqual(settle(Policies(place), claim("990100", "1.00"))["accounts"], {"stays": 1})

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


if __name__ == "__main__":
    unittest.main()
