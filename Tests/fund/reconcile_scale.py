#!/usr/bin/env python3
"""Reconciles two sides of a generated nation that differ in exactly so many seeded places, and looks for exactly those."""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(__file__))
import nation  # noqa: E402

KINDS = ("missing at treatment", "missing at home", "doubled", "amount", "day", "place")


def sides(folder, count, differences, seed):
    """Writes both sides, each in an order of its own, and returns what has to be found: (id, kind, side or field)."""
    random_ = random.Random(seed)
    # One record of each id.
    changed = set(random_.sample(range(count), differences))
    expected = set()
    treatment, home = (os.path.join(folder, name + ".ndjson") for name in ("treatment", "home"))
    with open(treatment, "w", encoding="utf-8") as first, open(home, "w", encoding="utf-8") as second:
        held = []
        for number, item in enumerate(distinct(count, seed)):
            own, other = [dict(item)], [dict(item)]
            if number in changed:
                expected.add(change(random_, item["setl_id"], own, other))
            for record in own:
                first.write(line(record))
            # The other side has them in another order.
            held += other
            if len(held) > 5000:
                random_.shuffle(held)
                for record in held:
                    second.write(line(record))
                held = []
        for record in held:
            second.write(line(record))
    return treatment, home, expected


def distinct(count, seed):
    seen = 0
    last = None
    for item in nation.records(count * 2, seed):
        # The generator doubles some; both stand next to each other.
        if item["setl_id"] == last or seen == count:
            continue
        last = item["setl_id"]
        seen += 1
        yield item


def line(record):
    return json.dumps(record, separators=(",", ":")) + "\n"


def change(random_, name, own, other):
    kind = random_.choice(KINDS)
    if kind == "missing at treatment":
        own.clear()
        return name, "missing", "treatment"
    if kind == "missing at home":
        other.clear()
        return name, "missing", "home"
    if kind == "doubled":
        side = random_.choice(("treatment", "home"))
        (own if side == "treatment" else other).append(dict(own[0]))
        return name, "doubled", side
    if kind == "amount":
        other[0]["fund_pay_sumamt"] = "0.01" if other[0].get("fund_pay_sumamt") != "0.01" else "0.02"
        return name, "differs", "fund_pay_sumamt"
    if kind == "day":
        other[0]["setl_time"] = "2023-12-31"
        return name, "differs", "setl_time"
    other[0]["mdtrtarea_admvs"] = "660000"
    return name, "differs", "mdtrtarea_admvs"


def run(options, count):
    with tempfile.TemporaryDirectory() as folder:
        treatment, home, expected = sides(folder, count, min(options.differences, count), options.seed)
        size = (os.path.getsize(treatment) + os.path.getsize(home)) >> 20
        found, began, total = set(), time.monotonic(), None
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        process = subprocess.Popen(
            [options.policy, "reconcile", treatment, home, "--policies", options.policies, "--format", "json"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        lines = 0
        for text in process.stdout:
            item = json.loads(text)
            if item["table"] == "difference":
                lines += 1
                found.add((item["setl_id"], item["kind"], item.get("side") or item["field"]))
            elif item["table"] == "reconciled":
                total = item
            assert item["table"] != "refused", item
        message = process.stderr.read()
        code = process.wait()
    seconds = time.monotonic() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert code == (1 if expected else 0), (code, message[:2000])
    assert found == expected and lines == len(expected), list(found ^ expected)[:10]
    assert total["differences"] == len(expected), total
    print(
        f"reconcile: {total['treatment_count']} and {total['home_count']} records, {size} MiB (seed {options.seed}): "
        f"{len(found)} differences, exactly the seeded ones; {seconds:.1f} s, peak "
        f"{max(peak, before) // 1024} MiB")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--policy", required=True)
    parser.add_argument("--policies", default="policies")
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--differences", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    # The smaller one first: the peak is of all that ran so far.
    for count in (options.records // 10, options.records):
        run(options, count)


if __name__ == "__main__":
    main()
