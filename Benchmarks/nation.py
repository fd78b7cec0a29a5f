"""Makes a policy set as large as a nation from the shapes of the shipped one, to see how checking grows.

One nation, provinces below it, pooling regions below those, a file for each region and year. Shapes are whole rule files
of policies/ with their codes, days and figures replaced; figures are drawn from a seed, so the same arguments give the
same bytes. Nothing in the result is the rule of any region.

    python3 Benchmarks/nation.py FOLDER [--regions 400] [--versions 5] [--seed 1]
    policy check FOLDER
"""

import argparse
import pathlib
import random
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "policies"
NATION = "100000"
FIRST_YEAR = 2020
# A nation's provinces have about so many pooling regions each.
REGIONS_OF_A_PROVINCE = 20
# Numbers under these keys are days, months or times, not money.
COUNTS = {"within_days", "again_every_days", "cycle_days", "months", "at_least_months", "blocked_months", "beyond", "institutions_at_most"}

PERCENT = re.compile(r"(?<![\d.])(\d{2})(\.\d+)?%")
AMOUNT = re.compile(r"(?P<key>[\w/+.\"]+): (?P<number>\d{3,})(?P<fraction>\.\d+)?(?=[,}\s\]]|$)")
COLUMN = re.compile(r"(?P<key>\bto) (?P<number>\d{3,})(?P<fraction>\.\d+)?(?=[,\]])")


def shapes():
    """Texts of whole rule files: the nation's, a province's, and those of regions with benefits of their own."""
    whole = {path: path.read_text(encoding="utf-8") for path in sorted(SHIPPED.glob("[0-9]*/*.yaml"))}
    whole = {path: text for path, text in whole.items() if "\nchanges:" not in text}
    nation = next(text for path, text in whole.items() if path.parent.name.startswith(NATION))
    province = next(text for path, text in whole.items() if path.parent.name.startswith("150000"))
    regions = [text for text in whole.values() if "\nplans:" in text and "\nregion:" in text]
    if not regions:
        sys.exit("no shapes in policies/")
    return nation, province, regions


def money(match, factor):
    """An amount of money changed by a factor; larger ones stay larger."""
    if match["key"].strip('"') in COUNTS:
        return match[0]
    number = int(match["number"])
    changed = round(number * factor / 10) * 10 if number >= 1000 else round(number * factor)
    separator = " " if match["key"] == "to" else ": "
    return f"{match['key']}{separator}{changed}{match['fraction'] or ''}"


def percent(match, points):
    """A ratio some points higher or lower; small shares and full coverage stay as they are."""
    value = int(match[1])
    return f"{value + points}{match[2] or ''}%" if 50 <= value <= 95 else match[0]


def with_figures(text, draw):
    """The text with deductibles, columns, caps and ratios drawn anew, in proportion to each other."""
    factor = draw.choice([0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.25])
    points = draw.choice([-2, -1, 0, 1, 2])
    lines = []
    for line in text.split("\n"):
        if not re.match(r"\s*(#|title:|number:|url:|read:|issue|region:|in_force:|inherits:|-? ?(at|question|assumed|otherwise):)", line):
            value, mark, source = line.partition("source:")
            value = AMOUNT.sub(lambda match: money(match, factor), value)
            value = COLUMN.sub(lambda match: money(match, factor), value)
            line = PERCENT.sub(lambda match: percent(match, points), value) + mark + source
        lines.append(line)
    return "\n".join(lines)


def as_version(text, region, title, parent, year, versions, draw):
    """A shape as the rules of a region for a year; those of the last year stay in force."""
    days = f'from: "{year}-01-01"'
    if year < FIRST_YEAR + versions - 1:
        days += f', to: "{year}-12-31"'
    text = re.sub(r"^(inherits: |issued: |status: |review_by: |# yaml-language-server).*\n", "", text, flags=re.MULTILINE)
    head = {
        r"^region: .*$": f'region: "{region}"',
        r"^title: .*$": f"title: {title}（{year}）",
        r"^in_force: .*$": f"in_force: {{{days}}}" + (f'\ninherits: "{parent}"' if parent else ""),
    }
    for pattern, replacement in head.items():
        text = re.sub(pattern, replacement, text, count=1, flags=re.MULTILINE)
    return with_figures(text, draw)


def plan_of(count):
    """Every region but the nation: code, name, parent, and whether it is a province."""
    provinces = max(1, min(88, round((count - 1) / REGIONS_OF_A_PROVINCE)))
    found = [(f"{11 + index}0000", f"第{index + 1}省", NATION, True) for index in range(provinces)]
    for index in range(count - 1 - provinces):
        province, number = index % provinces, index // provinces + 1
        if number > 98:
            sys.exit("too many regions: a province has room for 98")
        found.append((f"{11 + province}{number:02d}00", f"第{province + 1}省第{number}市", f"{11 + province}0000", False))
    return sorted(found)


def write_catalogue(folder, regions):
    folder.mkdir(parents=True)
    for name in ("national-codes.yaml", "diseases.yaml"):
        shutil.copyfile(SHIPPED / "catalogue" / name, folder / name)
    lines = ['format: "1"', "title: 虚构的区划", "regions:", f'  "{NATION}": {{name: 全国, level: nation}}']
    for code, name, _, is_province in regions:
        level = "province" if is_province else "pooling_region"
        lines.append(f'  "{code}": {{name: {name}, level: {level}}}')
    (folder / "regions.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write(folder, count, versions, seed):
    nation, province, shapes_of_regions = shapes()
    regions = plan_of(count)
    write_catalogue(folder / "catalogue", regions)
    files = 0
    everything = [(NATION, "全国", None, None)] + regions
    for number, (code, name, parent, is_province) in enumerate(everything):
        shape = nation if parent is None else province if is_province else shapes_of_regions[number % len(shapes_of_regions)]
        place = folder / f"{code}-region"
        place.mkdir()
        for year in range(FIRST_YEAR, FIRST_YEAR + versions):
            draw = random.Random(f"{seed} {code} {year}")
            text = as_version(shape, code, name, parent, year, versions, draw)
            (place / f"{year}-01-01.yaml").write_text(text, encoding="utf-8")
            files += 1
    return files


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path, help="an empty or new folder")
    arguments.add_argument("--regions", type=int, default=400, help="regions, the nation and provinces included")
    arguments.add_argument("--versions", type=int, default=5, help="versions of each, a year apart")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    if options.regions < 3 or not 1 <= options.versions <= 100:
        sys.exit("at least 3 regions, and 1 to 100 versions")
    if options.folder.exists() and any(options.folder.iterdir()):
        sys.exit(f"{options.folder} is not empty")
    options.folder.mkdir(parents=True, exist_ok=True)
    print(f"{write(options.folder, options.regions, options.versions, options.seed)} rule files in {options.folder}")


if __name__ == "__main__":
    main()
