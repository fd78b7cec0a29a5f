"""Writes random but valid rule files that combine what real regions never combine, to compare on.

    python3 Tests/oracle/rulesets.py FOLDER --regions 60 --seed 1
    python3 Tests/oracle/compare.py --policy BINARY --policies FOLDER --claims 50000
"""
import argparse
import pathlib
import random

from names import to_chinese
from ruleset_filing import RandomFiling
from ruleset_regions import Region
from ruleset_words import AMOUNTS, SOURCE, block, flow

PARENT = "990000"
PLAN_SECTIONS = ("plans", "待遇")


def identity(code, first, last=None):
    days = {"from": f'"{first}"', **({"to": f'"{last}"'} if last else {})}
    return {"format": '"1"', "region": f'"{code}"', "title": f"随机{code}", "in_force": flow(days),
            "sources": {"测试": {"title": "测试用", "basis": "assumed"}}}


def written(document, chinese):
    """Every fourth file has Chinese names."""
    if chinese:
        document = {**document, "in_force": flow(document["in_force"]).replace("from", "自").replace("to:", "至:")}
        document = to_chinese(document)
    return block(document, PLAN_SECTIONS)


def changed(code, region, rnd, chinese):
    """A later version that only changes the amount of a cap; None when no cap has a bare amount."""
    bare = [name for name, cap in region.caps.items() if isinstance(cap["amount"], str) and cap["amount"] != "unlimited"]
    if not bare:
        return None
    name = rnd.choice(bare)
    at = f"限额.{name}.金额" if chinese else f"caps.{name}.amount"
    entry = {"at": at, "was": region.caps[name]["amount"], "now": rnd.choice(AMOUNTS), "source": SOURCE}
    if entry["was"] == entry["now"]:
        return None
    document = {**identity(code, "2025-01-01"), "changes": [entry]}
    return written(document, chinese)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--regions", type=int, default=40)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--ambiguous", action="store_true", help="also combinations that the text does not decide")
    parser.add_argument("--without-filing", action="store_true", help="no filings, stays across years or refunds")
    options = parser.parse_args()
    codes = [f"99{number + 10:02d}00" for number in range(min(options.regions, 90))]
    (options.folder / "catalogue").mkdir(parents=True)
    names = [f'  "{code}": {{name: 随机{code}, level: pooling_region}}' for code in codes]
    (options.folder / "catalogue" / "regions.yaml").write_text(
        "\n".join(['format: "1"', "title: 随机", "regions:", *names,
                   '  "990000": {name: 测试省, level: province}', '  "310000": {name: 上海市, level: pooling_region}',
                   '  "990100": {name: 测试省会, level: pooling_region}', '  "999900": {name: 测试省本级, level: pooling_region}',
                   '  "370100": {name: 济南市, level: pooling_region}', '  "379900": {name: 山东省本级, level: pooling_region}']) + "\n", encoding="utf-8")
    parent = None
    for code in [PARENT] + codes:
        rnd = random.Random(f"{options.seed}/{code}")
        child = parent if parent and rnd.random() < 0.4 else None
        region = Region(code, rnd, options.ambiguous, child)
        parent = parent or region
        chinese = rnd.random() < 0.25
        more = {} if options.without_filing else RandomFiling(random.Random(f"{options.seed}/{code}/filing")).sections()
        own = region.sections()
        if "stay_across_years" in more and "benefit_year" in own:  # whether a month or quarter goes on in the other year is not written
            own["benefit_year"]["starts"] = '"07-01"'
        sections = {**({"inherits": f'"{PARENT}"'} if child else {}), **own, **more}
        later = changed(code, region, rnd, chinese) if rnd.random() < 0.3 else None
        folder = options.folder / f"{code}-random"
        folder.mkdir()
        if later:
            (folder / "2025-01-01.yaml").write_text(later, encoding="utf-8")
        document = {**identity(code, "2024-01-01", "2024-12-31" if later else None), **sections}
        (folder / "2024-01-01.yaml").write_text(written(document, chinese), encoding="utf-8")


if __name__ == "__main__":
    main()
