"""A program that breaks off is an error, never a shorter result; and what answers are told by.

    python3 -m unittest discover --start-directory Tests/spark --pattern '*_program_test.py'

Needs pyarrow, but neither Spark nor the rules.
"""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "examples" / "spark"))

import pyarrow as pa  # noqa: E402

import make_claims  # noqa: E402
from make_table import NO_YEAR, person_and_year  # noqa: E402
from rule_program import RuleProgram, RuleProgramFailed  # noqa: E402
from settling import in_the_whole, settle_under  # noqa: E402


def batches(count, size):
    """Claims of some length, so that they do not fit into a pipe."""
    for start in range(0, count, size):
        numbers = range(start, min(start + size, count))
        yield pa.RecordBatch.from_pydict(
            {"position": list(numbers), "claim": [b"%d " % number + b"x" * 500 for number in numbers]})


def run(first, second, count=5000, size=700):
    settled = list(settle_under([["sh", "-c", first], ["sh", "-c", second]])(batches(count, size)))
    return pa.Table.from_batches(settled).to_pydict()


class RuleProgramTest(unittest.TestCase):
    def test_answers_come_in_order_and_with_their_claims(self):
        found = run("cat", "sed s/x/y/g")
        self.assertEqual(found["position"], list(range(5000)))
        self.assertEqual(found["before"][4321], "4321 " + "x" * 500)
        self.assertEqual(found["after"][4321], "4321 " + "y" * 500)

    def test_sides_may_answer_at_different_times(self):
        """One side keeps everything back until the end, the other one fills every pipe."""
        found = run("sed 's/.*/&&&&&&&&/'", "sort -n")
        self.assertEqual([answer.split()[0] for answer in found["after"]], [str(number) for number in range(5000)])

    def test_refused_claims_are_no_failure(self):
        self.assertEqual(len(run("cat; exit 1", "cat")["before"]), 5000)

    def test_nothing_in_nothing_out(self):
        self.assertEqual(list(settle_under([["cat"], ["cat"]])(iter([]))), [])

    def test_a_program_that_breaks_off_fails(self):
        for program in ("exit 2", "cat; exit 2", "cat; kill -9 $$", "head -n 4999", "cat; echo more", "cat; printf more", "head -n 3; exit 1"):
            with self.subTest(program), self.assertRaises(RuleProgramFailed):
                run(program, "cat")

    def test_what_it_said_is_told(self):
        with self.assertRaisesRegex(RuleProgramFailed, "no such rules"):
            run("cat", "echo no such rules >&2; exit 2")

    def test_nothing_keeps_running(self):
        with RuleProgram(["sleep", "1000"]) as program:
            process = program._process
        self.assertIsNotNone(process.returncode)

    def test_a_claim_of_two_lines_fails(self):
        with self.assertRaisesRegex(ValueError, "claim 7 "):
            list(settle_under([["cat"], ["cat"]])([pa.RecordBatch.from_pydict({"position": [7], "claim": [b"{\n}"]})]))


class LineNumberTest(unittest.TestCase):
    def test_refusals_get_the_number_among_all_claims(self):
        for answer, wanted in {
            b'{"line": 3, "errors": []}': b'{"line": 70, "errors": []}',
            b'{"claim_id": "a\\"b", "line": 3, "errors": []}': b'{"claim_id": "a\\"b", "line": 70, "errors": []}',
        }.items():
            self.assertEqual(in_the_whole(answer, 70), wanted)

    def test_nothing_else_is_changed(self):
        for answer in (b'{"claim_id": "c", "setlinfo": {}}', b'{"claim_id": "\\"line\\": 3, \\"errors\\": [", "setlinfo": {}}'):
            self.assertEqual(in_the_whole(answer, 70), answer)


class TableTest(unittest.TestCase):
    def test_person_and_year(self):
        for line, wanted in {
            b'{"psn_no": "P1", "setl_time": "2024-03-01 08:00:00"}': ("P1", 2024),
            b'{"setl_time": "2024-03-01"}': (None, 2024), b'{"psn_no": "P1"}': ("P1", NO_YEAR),
            b"": (None, NO_YEAR), b"[]": (None, NO_YEAR), b"\xff": (None, NO_YEAR), b"[" * 100_000: (None, NO_YEAR),
            b'{"psn_no": 7, "setl_time": 7}': ("7", NO_YEAR), b'{"psn_no": "\\ud800"}': ("?", NO_YEAR),
        }.items():
            self.assertEqual(person_and_year(line), wanted)

    def test_claims_are_the_same_for_the_same_seed(self):
        self.assertEqual(make_claims.made(300, 1), make_claims.made(300, 1))
        self.assertNotEqual(make_claims.made(300, 1), make_claims.made(300, 2))


if __name__ == "__main__":
    unittest.main()
