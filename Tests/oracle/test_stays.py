"""3.3 by hand: a stay across benefit years, whole or by days."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from stays import shares
from test_oracle import Region, plan

# 10 days before the year's first day and 5 from it on; the day of discharge is not counted.
STAY = {"begntime": "2024-12-22", "endtime": "2025-01-06", "setl_time": "2025-01-10"}
BY_OCCURRENCE = "deductible: {per: each_settlement, amount: {by: occurrence, cases: {1: 1000, 2+: 400}}}, ratio: 50%"


class Stays(unittest.TestCase):
    def region(self, across, pool=BY_OCCURRENCE, more=""):
        return Region(f"stay_across_years: {{{across}, source: 测试}}\n" + more + plan(pool))

    def settle(self, region, in_scope, **more):
        result = region.settle(in_scope, **{**STAY, "accounts_before": {}, **more})
        self.assertNotIn("error", result, result)
        return result

    def charged(self, result):
        return [part["personal"]["deductible"] for part in result["parts"]]

    def test_shares(self):
        self.assertEqual(shares(100, 2, 1), [67, 33])
        self.assertEqual(shares(100, 1, 2), [33, 67])
        self.assertEqual(shares(1, 1, 1), [1, 0])  # ties to the earlier part
        self.assertEqual(shares(5, 3, 0), [5, 0])

    def test_whole(self):
        for rules in ("stay_across_years: {settled: whole, source: 测试}\n", ""):
            region = Region(rules + plan(BY_OCCURRENCE))
            self.assertEqual(region.settle("1500.00", **STAY)["layers"]["pool"], 25000)
            self.assertEqual(region.settle("1500.00", accounts_before={}, **STAY)["error"], "C0139")

    def test_one_deductible(self):
        # 600.00 before and 300.00 after; D 1000: all of the first part, 300 of the 400 left in the second
        region = self.region("settled: by_days")
        result = self.settle(region, "900.00")
        self.assertEqual(self.charged(result), [60000, 30000])
        self.assertEqual((result["accounts_before"], result["accounts"]), ({"stay.occurrences": 1}, {"stay.occurrences": 0}))
        result = self.settle(region, "3000.00")
        self.assertEqual(self.charged(result), [100000, 0])
        self.assertEqual(result["layers"]["pool"], 100000)  # (2000 - 1000) x 50 % + 1000 x 50 %
        self.assertEqual([part["setl_time"] for part in result["parts"]], ["2024-12-31", "2025-01-06"])
        self.assertEqual(self.charged(self.settle(region, "900.00", accounts_before={"stay.occurrences": "1"})), [40000, 0])

    def test_counts_in(self):
        for word, before, after in (("first_year", 1, 0), ("last_year", 0, 1), ("each_year", 1, 1)):
            result = self.settle(self.region(f"settled: by_days, counts_in: {word}"), "900.00")
            self.assertEqual((result["accounts_before"], result["accounts"]), ({"stay.occurrences": before}, {"stay.occurrences": after}))

    def test_each_year(self):
        region = self.region("settled: by_days, deductible: each_year")
        self.assertEqual(self.charged(self.settle(region, "4500.00")), [100000, 100000])
        self.assertEqual(self.charged(self.settle(region, "4500.00", accounts={"stay.occurrences": "3"})), [100000, 40000])

    def test_days_of_the_stay(self):
        pool = "deductible: {per: each_settlement, again_every_days: 10, amount: 100}, ratio: 50%"
        self.assertEqual(self.charged(self.settle(self.region("settled: by_days", pool), "4500.00")), [20000, 0])  # 15 days
        self.assertEqual(self.charged(self.settle(self.region("settled: by_days, deductible: each_year", pool), "4500.00")), [10000, 10000])

    def test_each_part_bears_its_own_share(self):
        pool = "deductible: {per: each_settlement, amount: {percent_of: in_scope, share: 80%}}, ratio: 50%"
        self.assertEqual(self.charged(self.settle(self.region("settled: by_days", pool), "900.00")), [48000, 24000])

    def test_ceilings_of_both_years(self):
        pool = "deductible: {per: each_settlement, amount: 1000, ceiling: {account: most, amount: 1500}}, ratio: 50%"
        region = self.region("settled: by_days", pool)
        result = self.settle(region, "900.00", accounts_before={"most": "0"}, accounts={"most": "1400"})
        self.assertEqual(self.charged(result), [60000, 10000])
        result = self.settle(region, "900.00", accounts_before={"most": "700"}, accounts={"most": "0"})
        self.assertEqual(self.charged(result), [60000, 20000])  # D 800

    def test_a_period_of_its_own(self):
        pool = "deductible: {per: year, account: spent, amount: 500}, ratio: 50%"
        result = self.settle(self.region("settled: by_days", pool), "1500.00", accounts_before={"spent": "400"})
        self.assertEqual(self.charged(result), [10000, 50000])

    def test_cycles(self):
        region = self.region("settled: by_days", "deductible: {per: cycle, cycle_days: 30, account: spent, amount: 500}, ratio: 50%")
        self.assertEqual(region.settle("1.00", accounts_before={}, **STAY)["error"], "C0138")
        region = self.region("settled: by_days", "deductible: {per: cycle, cycle_days: 6, account: spent, amount: 500}, ratio: 50%")
        self.settle(region, "1.00")

    def test_caps_bound_each_part(self):
        region = self.region("settled: by_days", "ratio: 100%, caps: [most]", "caps: {most: {measures: paid, per: each_settlement, amount: 500}}\n")
        self.assertEqual(self.settle(region, "1500.00")["layers"]["pool"], 100000)

    def test_no_day_in_the_later_year(self):
        result = self.settle(self.region("settled: by_days"), "900.00", endtime="2025-01-01")
        self.assertEqual([part["setlinfo"]["inscp_scp_amt"] for part in result["parts"]], [90000, 0])

    def test_lines_are_split_each(self):
        line = {"det_item_fee_sumamt": "0.02", "fulamt_ownpay_amt": "0.01", "overlmt_amt": "0", "preselfpay_amt": "0", "inscp_scp_amt": "0.01"}
        sums = {"medfee_sumamt": "0.06", "fulamt_ownpay_amt": "0.03"}
        # 0.01 x 10/15 rounds to the first part, line by line
        result = self.settle(self.region("settled: by_days", "ratio: 100%"), "0.03", feedetail=[line] * 3, **sums)
        self.assertEqual([part["setlinfo"]["medfee_sumamt"] for part in result["parts"]], [6, 0])
        result = self.settle(self.region("settled: by_days", "ratio: 100%"), "0.03", **sums)
        self.assertEqual([part["setlinfo"]["medfee_sumamt"] for part in result["parts"]], [4, 2])

    def test_the_persons_age(self):
        region = self.region("settled: by_days", "ratio: {by: age, cases: {0..69: 50%, 70+: 60%}}")
        one = {**STAY, "brdy": "1955-01-06", "accounts_before": {}}
        result = region.settle("1500.00", **one)
        self.assertEqual(result["error"], "C0122")  # 45 was stated
        self.assertEqual([part["layers"]["pool"] for part in self.settle_born(region, one)["parts"]], [50000, 30000])

    def settle_born(self, region, one):
        from oracle import settle
        from test_oracle import claim
        made = claim("990100", "1500.00", **one)
        del made["age"]
        return settle(region.policies, made)

    def test_refused(self):
        region = self.region("settled: by_days", "deductible: {per: year, account: spent, amount: 500}, ratio: 50%")
        self.assertEqual(region.settle("1.00", **STAY)["error"], "C0112")
        long = {**STAY, "begntime": "2023-12-31", "accounts_before": {}}
        self.assertEqual(region.settle("1.00", **long)["error"], "C0138")
        merged = Region("stay_across_years: {settled: by_days, source: 测试}\n" + plan("ratio: 50%", "merges: {visits: readmission, within_days: 15},"))
        self.assertEqual(merged.settle("1.00", accounts_before={}, **STAY)["error"], "C0138")
        self.assertEqual(region.settle("1.00", accounts_before={}, **{**STAY, "begntime": "2025-01-01"})["error"], "C0139")


if __name__ == "__main__":
    unittest.main()
