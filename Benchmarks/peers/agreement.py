"""Whether everything that is timed says the same, to the fen. A difference ends the run: nothing is timed then."""

import decimal
import json
import subprocess
import sys

import claims
import reference

REFERENCE_SAMPLE = 20_000
SETTLE_SAMPLE = 2_000


def differ(who, number, ours, theirs):
    sys.exit(f"{who} and the reference differ on claim {number}, nothing timed:\n  {theirs}\n  {ours}")


def row(shape, columns, number):
    return {name: int(columns[name][number]) for name in shape.columns}


def kernel_with_reference(shape, columns, answers):
    """The C kernel with exact fractions, on the first claims; gives how many."""
    count = min(REFERENCE_SAMPLE, len(columns["total"]))
    for number in range(count):
        expected = reference.settle(shape.name, row(shape, columns, number))
        got = {name: int(answers[name][number]) for name in shape.answers}
        if got != expected:
            differ("C", number, expected, got)
    return count


def columns_with_columns(who, shape, expected, got):
    """All answers of a peer with the C kernel's, on as many claims as the peer settled."""
    for name in shape.answers:
        count = len(got[name])
        wrong = (got[name] != expected[name][:count]).nonzero()[0]
        if len(wrong):
            number = int(wrong[0])
            differ(f"{who}, {name}", number, int(expected[name][number]), int(got[name][number]))
    return count


def fen(text):
    return int(decimal.Decimal(text) * 100)


def settlement_columns(shape, settlement):
    """The answer columns that a line of `policy settle` stands for; its amounts were read as text."""
    amounts, causes, paid = settlement["setlinfo"], settlement["personal"], settlement["layers"]
    return {name: fen(paid.get(name, "0")) for name in shape.layers} | {
        "person": fen(amounts["psn_part_amt"]),
        "fund": fen(amounts["fund_pay_sumamt"]),
        **{name: fen(causes[name]) for name in ("deductible", "over_cap", "ratio_share", "out_of_scope")},
    }


def settle_with_reference(shape, columns, policy, policies, folder):
    """`policy settle` with exact fractions, on the first claims; gives how many."""
    sample = folder / f"sample-{shape.name}.ndjson"
    claims.write_ndjson(sample, shape, columns, SETTLE_SAMPLE)
    command = [policy, "settle", "--policies", policies, sample]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    for number, line in enumerate(told):
        settlement = json.loads(line, parse_float=str)
        expected = reference.settle(shape.name, row(shape, columns, number))
        got = settlement if "errors" in settlement else settlement_columns(shape, settlement)
        if got != expected:
            differ("policy settle", number, expected, got)
    if len(told) != min(SETTLE_SAMPLE, len(columns["total"])):
        sys.exit(f"policy settle gave {len(told)} lines, nothing timed")
    return len(told)
