#!/usr/bin/env python3
"""Clears a generated nation's year and holds it against a second computation, written apart from the first.

Every record has to be in exactly one month or refused for the expected reason; what every province owes every other one has
to be the same to the fen; what is payable has to be what is receivable, each month.
"""

import argparse
import collections
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(__file__))
import nation  # noqa: E402

# What the nation's rules say, by hand from the articles and not from the rule files.
DECLARED_BY, MOST_DELAY, YEAR_CLEARED_BY, MADE_ON = 20, 2, 3, 21


def fen(text):
    whole, _, part = text.partition(".")
    return int(whole) * 100 + int((part + "00")[:2])


def month(day):
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def name(number):
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def open_month(day):
    return month(day) - (1 if int(day[8:10]) <= DECLARED_BY else 0)


def expected(path):
    """The month or the code of each record, in the order of the file, and what is owed by month and pair."""
    items = [json.loads(line) for line in open(path, encoding="utf-8")]
    first, groups = {}, collections.defaultdict(list)
    outcome = [None] * len(items)
    for index, item in enumerate(items):
        if "init_setl_id" in item:
            groups[item["init_setl_id"]].append(index)
        elif item["setl_id"] in first:
            outcome[index] = "R0207"
        else:
            first[item["setl_id"]] = index
    for index in first.values():
        outcome[index] = settlement(items[index])
    for original, indices in groups.items():
        left = fen(items[first[original]].get("fund_pay_sumamt", "0")) if original in first else 0
        for index in sorted(indices, key=lambda i: (items[i]["setl_time"], items[i]["setl_id"])):
            outcome[index], left = taken_back(items[index], original, first, items, outcome, left)
    owed = collections.Counter()
    for item, place in zip(items, outcome):
        if isinstance(place, int):
            sign = -1 if "init_setl_id" in item else 1
            pair = (name(place), item["insuplc_admdvs"][:2] + "0000", item["mdtrtarea_admvs"][:2] + "0000")
            owed[pair] += sign * fen(item["fund_pay_sumamt"])
    return items, outcome, owed


def settlement(item):
    if item["insutype"] not in ("310", "390"):
        return "R0102"
    if item["insuplc_admdvs"][:2] == item["mdtrtarea_admvs"][:2]:
        return "R0204"
    if "declared_on" not in item:
        return "R0201"
    if "fund_pay_sumamt" not in item:
        return "R0206"
    own = month(item["setl_time"])
    period = max(own, open_month(item["declared_on"]))
    if period - own > MOST_DELAY:
        return "R0202"
    made = (period + 1, MADE_ON)
    if made > ((own // 12 + 1) * 12 + YEAR_CLEARED_BY - 1, 31):
        return "R0203"
    return period


def taken_back(item, original, first, items, outcome, left):
    if item["insuplc_admdvs"][:2] == item["mdtrtarea_admvs"][:2]:
        return "R0204", left
    if original not in first:
        return "R0208", left
    place, source = outcome[first[original]], items[first[original]]
    if not isinstance(place, int):
        return "R0209", left
    same = all(item[key] == source[key] for key in ("insuplc_admdvs", "mdtrtarea_admvs", "insutype"))
    if not same or item["setl_time"] < source["setl_time"]:
        return "R0210", left
    amount = fen(item["fund_pay_sumamt"])
    if amount > left:
        return "R0211", left
    if item["record_type"] == "refund" and amount < left:
        return "R0213", left
    period = open_month(item["declared_on"])
    if item["record_type"] == "refund":
        period = max(period, month(item["setl_time"]))
    return max(period, place), left - amount


def add_unreadable(path):
    """Lines that cannot be read as settlements at all: they have to be accounted for like any other."""
    lines = []
    with open(path, encoding="utf-8") as file:
        for number, line in zip(range(5), file):
            lines.append(json.dumps(json.loads(line) | {"setl_id": f"X{number}", "insutype": "999"}) + "\n")
    with open(path, "a", encoding="utf-8") as file:
        file.writelines(lines)
    return len(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--policy", required=True)
    parser.add_argument("--policies", default="policies")
    parser.add_argument("--settlements", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, assigned = os.path.join(folder, "nation.ndjson"), os.path.join(folder, "assigned.ndjson")
        count = nation.write(path, options.settlements, options.seed) + add_unreadable(path)
        began = time.monotonic()
        answer = os.path.join(folder, "answer.ndjson")
        with open(answer, "w", encoding="utf-8") as output:
            run = subprocess.run(
                [options.policy, "clear", path, "--policies", options.policies, "--format", "json", "--assigned", assigned],
                stdout=output, stderr=subprocess.PIPE, text=True, check=False)
        seconds = time.monotonic() - began
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        assert run.returncode == 1, (run.returncode, run.stderr[:2000])
        items, outcome, owed = expected(path)
        check_places(items, outcome, assigned)
        months = check_tables(answer, owed, outcome)
    refused = sum(isinstance(place, str) for place in outcome)
    codes = sorted(set(place for place in outcome if isinstance(place, str)))
    assert {name(12 * nation.YEAR + number) for number in range(12)} <= months, sorted(months)
    print(
        f"clear: {count} records of 31 provinces (seed {options.seed}): {count - refused} in {len(months)} months, "
        f"{refused} refused ({', '.join(codes)}); payables = receivables each month; the same to the fen as the second "
        f"computation; {seconds:.1f} s, peak {peak} MiB")


def check_places(items, outcome, assigned):
    """Each line of the file has one answer: the month or the code that is expected."""
    seen = [False] * len(items)
    for line in open(assigned, encoding="utf-8"):
        item = json.loads(line)
        assert ("month" in item) != ("code" in item), item
        index = item["line"] - 1
        place = outcome[index]
        assert not seen[index] and item["setl_id"] == items[index]["setl_id"], item
        assert (item.get("month") or item["code"]) == (name(place) if isinstance(place, int) else place), (item, place)
        seen[index] = True
    assert all(seen), [items[index] for index, was in enumerate(seen) if not was][:10]


def check_tables(answer, owed, outcome):
    nets, national, refused, moved = {}, collections.defaultdict(lambda: [0, 0]), 0, collections.Counter()
    for line in open(answer, encoding="utf-8"):
        item = json.loads(line, parse_float=str, parse_int=str)
        table = item["table"]
        if table == "cleared":
            amount = fen(item["amount"])
            nets[item["month"], item["insuplc_admdvs"], item["mdtrtarea_admvs"]] = -amount if item["returned"] else amount
        elif table == "clearing_national":
            national[item["month"]][0] += fen(item["payable"]) + fen(item["payable_returns"])
            national[item["month"]][1] += fen(item["receivable"]) + fen(item["receivable_returns"])
        elif table == "clearing_payment_notice":
            moved[item["month"], item["province"], item["partner"]] += fen(item["amount"])
        elif table == "clearing_collection_notice":
            moved[item["month"], item["partner"], item["province"]] -= fen(item["amount"])
        elif table == "refused":
            refused += 1
        assert "-" not in item.get("amount", ""), item
    different = {pair for pair in nets.keys() | owed.keys() if nets.get(pair) != owed.get(pair, 0)}
    assert not different, sorted(different)[:10]
    for month_name, (payable, receivable) in national.items():
        assert payable == receivable > 0, (month_name, payable, receivable)
    assert not +moved and not -moved, "what one province is told to pay another is not told to collect"
    assert refused == sum(isinstance(place, str) for place in outcome), refused
    return set(national)


if __name__ == "__main__":
    main()
