"""3.11 by hand: series with refunds."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from periods import beginning, cycles
from series import Series
from test_oracle import Region, claim, plan

ALL = "refunds: {visits: [inpatient], allows: [last, earlier, across_years, after_clearing], source: 测试}\n"
YEARLY = "deductible: {per: year, account: spent, amount: 500}, ratio: 50%"


class Refunds(unittest.TestCase):
    def start(self, pool=YEARLY, refunds=ALL, more="", in_plan=""):
        self.series = Series(Region(refunds + more + plan(pool, in_plan)).policies)

    def stay(self, id, day, in_scope, **more):
        one = claim("990100", in_scope, claim_id=id, psn_no="P1", setl_time=day, **more)
        if "accounts" not in more:
            del one["accounts"]
        return self.series.answer(one)

    def refund(self, of, day, id="r", **more):
        return self.series.answer({"claim_id": id, "refund_of": of, "psn_no": "P1", "insuplc_admdvs": "990100", "setl_time": day, **more})

    def test_periods(self):
        self.assertEqual([beginning(one, "2024-05-20", "07-01") for one in ("year", "quarter", "month", "day")],
                         ["2023-07-01", "2024-04-01", "2024-05-01", "2024-05-20"])
        self.assertEqual(cycles(["2024-01-20", "2024-01-01", "2024-01-31"], 30), ["2024-01-01", "2024-01-31"])

    def test_reversal(self):
        self.start()
        self.stay("a", "2024-03-01", "400.00")
        self.stay("b", "2024-03-02", "300.00")  # 100 of the deductible, 200 x 50 %
        result = self.refund("b", "2024-03-05")
        self.assertEqual((result["layers"], result["personal"]["deductible"], result["setlinfo"]["psn_part_amt"]), ({"pool": -10000}, -10000, -20000))
        self.assertEqual(result["clearing"], {"action": "withdraw", "amount": -10000})
        self.assertEqual(result["accounts"], {"spent": 40000})
        self.assertEqual(self.refund("a", "2024-03-05", cleared=True)["clearing"]["action"], "offset")
        self.assertEqual(self.stay("c", "2024-03-06", "600.00")["layers"]["pool"], 5000)

    def test_later_claims_stay_as_they_were(self):
        self.start()
        self.stay("a", "2024-03-01", "400.00")
        self.stay("b", "2024-03-02", "300.00")
        self.assertEqual(self.refund("a", "2024-03-05")["accounts"], {"spent": 10000})
        self.assertEqual(self.stay("c", "2024-03-06", "600.00")["personal"]["deductible"], 40000)

    def test_which_are_refused(self):
        self.start(refunds="")
        self.stay("a", "2024-03-01", "1.00")
        self.assertEqual(self.refund("a", "2024-03-01")["error"], "C0140")
        self.assertEqual(self.refund("b", "2024-03-01")["error"], "C0141")
        rows = (("last", "b", "2024-03-05", {}, None), ("last", "a", "2024-03-05", {}, "C0143"), ("earlier", "a", "2024-03-05", {}, None),
                ("earlier", "b", "2024-03-05", {}, "C0143"), ("last", "b", "2025-03-05", {}, "C0143"), ("last, across_years", "b", "2025-03-05", {}, None),
                ("last", "b", "2024-03-05", {"cleared": True}, "C0143"), ("last, after_clearing", "b", "2024-03-05", {"cleared": True}, None))
        for allows, of, day, more, code in rows:
            self.start(refunds=f"refunds: {{visits: [inpatient], allows: [{allows}], source: 测试}}\n")
            self.stay("a", "2024-03-01", "1.00"), self.stay("b", "2024-03-02", "1.00")
            self.assertEqual(self.refund(of, day, **more).get("error"), code, (allows, of, day))
        self.start(refunds="refunds: {visits: [outpatient], allows: [last], source: 测试}\n")
        self.stay("a", "2024-03-01", "1.00")
        self.assertEqual(self.refund("a", "2024-03-01")["error"], "C0143")

    def test_errors_of_a_series(self):
        self.start()
        self.stay("a", "2024-03-01", "1.00")
        self.assertEqual(self.stay("a", "2024-03-02", "1.00")["error"], "C0145")
        self.assertEqual(self.stay("b", "2024-02-28", "1.00")["error"], "C0124")
        self.assertEqual(self.stay("b", "2024-03-02", "1.00", accounts={})["error"], "C0125")
        self.assertNotIn("error", self.refund("a", "2024-03-02"))
        self.assertEqual(self.refund("a", "2024-03-02")["error"], "C0142")

    def test_after_one_refund_the_one_before_is_the_last(self):
        self.start(refunds="refunds: {visits: [inpatient], allows: [last], source: 测试}\n")
        self.stay("a", "2024-03-01", "1.00"), self.stay("b", "2024-03-02", "1.00")
        self.assertNotIn("error", self.refund("b", "2024-03-02"))
        self.assertNotIn("error", self.refund("a", "2024-03-02"))

    def test_the_claims_own_periods(self):
        self.start()
        self.stay("a", "2024-03-01", "400.00"), self.stay("b", "2024-03-02", "50.00"), self.stay("c", "2025-01-02", "300.00")
        self.assertEqual(self.refund("a", "2025-01-03")["accounts"], {"spent": 5000})
        self.assertEqual(self.stay("d", "2025-01-04", "300.00")["personal"]["deductible"], 20000)

    def test_highest_standard(self):
        self.start("deductible: {per: year, account: spent, used_up: highest, amount: {by: hospital_level, cases: "
                   "{tertiary: 1000, secondary/primary/unrated: 600}}}, ratio: 50%")
        self.stay("a", "2024-03-01", "5000.00", hosp_lv="05"), self.stay("b", "2024-03-02", "5000.00")
        self.assertEqual(self.refund("b", "2024-03-03")["accounts"], {"spent": 60000, "spent.highest": 60000})

    def test_a_cycle_begins_with_the_first_that_stands(self):
        self.start("deductible: {per: cycle, cycle_days: 30, account: spent, amount: 500}, ratio: 50%")
        self.stay("a", "2024-03-01", "100.00"), self.stay("b", "2024-03-20", "200.00")
        self.refund("a", "2024-03-20")
        self.assertEqual(self.stay("c", "2024-04-18", "900.00")["personal"]["deductible"], 30000)  # the cycle of b, to 18 April
        self.assertEqual(self.stay("d", "2024-04-19", "900.00")["personal"]["deductible"], 50000)

    def test_opening_balances_stay(self):
        self.start()
        self.stay("a", "2024-03-01", "100.00", accounts={"spent": "50"})
        self.assertEqual(self.refund("a", "2024-03-02")["accounts"], {"spent": 5000})

    def test_a_unit_goes_on(self):
        self.start("deductible: {per: each_settlement, amount: 500}, ratio: 50%", in_plan="merges: {visits: readmission, within_days: 15},")
        one = {"fixmedins_code": "H1", "begntime": "2024-03-01", "endtime": "2024-03-05"}
        self.stay("a", "2024-03-05", "200.00", **one)
        two = {**one, "begntime": "2024-03-08", "endtime": "2024-03-09"}
        self.stay("b", "2024-03-09", "100.00", same_unit={"claim_id": "a", **one}, **two)
        self.assertEqual(self.refund("a", "2024-03-10")["accounts"], {"stay.pool.unit.deductible": 10000})
        three = {**one, "begntime": "2024-03-10", "endtime": "2024-03-12"}
        last = self.stay("c", "2024-03-12", "900.00", same_unit={"claim_id": "b", **two}, **three)
        self.assertEqual(last["personal"]["deductible"], 40000)
        self.assertEqual(self.stay("d", "2024-03-12", "1.00", same_unit={"claim_id": "a", **one}, **three)["error"], "C0119")

    def test_a_unit_still_counts_once(self):
        self.start("deductible: {per: each_settlement, amount: {by: occurrence, cases: {1: 500, 2+: 200}}}, ratio: 50%",
                   in_plan="merges: {visits: readmission, within_days: 15},")
        one = {"fixmedins_code": "H1", "begntime": "2024-03-01", "endtime": "2024-03-05"}
        self.stay("a", "2024-03-05", "100.00", **one)
        self.stay("b", "2024-03-09", "100.00", same_unit={"claim_id": "a", **one}, **{**one, "begntime": "2024-03-08", "endtime": "2024-03-09"})
        self.assertEqual(self.refund("a", "2024-03-10")["accounts"], {"stay.occurrences": 1, "stay.pool.unit.deductible": 10000})
        self.assertEqual(self.refund("b", "2024-03-10", id="r2")["accounts"], {"stay.occurrences": 0, "stay.pool.unit.deductible": 0})
        self.assertNotIn("error", self.stay("a", "2024-03-10", "1.00"))  # the id is free again

    def test_distances_and_channels(self):
        for listed, code in (("distances: [cross_province]", "C0143"), ("distances: [local]", None), ("channels: [manual]", "C0143"), ("channels: [direct]", None)):
            self.start(refunds=f"refunds: {{visits: [inpatient], {listed}, allows: [last], source: 测试}}\n")
            self.stay("a", "2024-03-01", "1.00")
            self.assertEqual(self.refund("a", "2024-03-01").get("error"), code)

    def test_a_stay_across_years(self):
        self.start(more="stay_across_years: {settled: by_days, source: 测试}\n")
        self.stay("a", "2024-03-01", "100.00", begntime="2024-03-01", endtime="2024-03-01")
        split = self.stay("b", "2025-01-06", "900.00", begntime="2024-12-22", endtime="2025-01-06")
        self.assertEqual((split["accounts_before"], split["accounts"]), ({"spent": 50000}, {"spent": 30000}))
        result = self.refund("b", "2025-01-07")
        self.assertEqual((result["accounts_before"], result["accounts"]), ({"spent": 10000}, {"spent": 0}))

    def test_balances_of_a_year_that_nobody_told_of(self):
        self.start(more="stay_across_years: {settled: by_days, source: 测试}\n")
        days = {"begntime": "2024-12-22", "endtime": "2025-01-06"}
        self.stay("a", "2025-01-02", "100.00", accounts={"spent": "50"}, begntime="2025-01-01", endtime="2025-01-02")
        self.assertEqual(self.stay("b", "2025-01-06", "900.00", **days)["error"], "C0112")
        split = self.stay("b", "2025-01-06", "900.00", accounts_before={"spent": "480"}, **days)
        self.assertEqual((split["accounts_before"], split["accounts"]), ({"spent": 50000}, {"spent": 45000}))
        self.assertEqual(self.stay("c", "2025-01-06", "900.00", accounts_before={"spent": "480"}, **days)["error"], "C0125")
        result = self.refund("b", "2025-01-07")
        self.assertEqual((result["accounts_before"], result["accounts"]), ({"spent": 48000}, {"spent": 15000}))

    def test_a_first_claim_brings_both_years(self):
        self.start(more="stay_across_years: {settled: by_days, source: 测试}\n")
        self.stay("a", "2025-01-06", "900.00", begntime="2024-12-22", endtime="2025-01-06", accounts_before={"spent": "480"}, accounts={"spent": "50"})
        self.assertEqual(self.stay("b", "2025-01-07", "100.00", begntime="2025-01-06", endtime="2025-01-07")["accounts"], {"spent": 45000})
        result = self.refund("a", "2025-01-07")
        self.assertEqual((result["accounts_before"], result["accounts"]), ({"spent": 48000}, {"spent": 15000}))


if __name__ == "__main__":
    unittest.main()
