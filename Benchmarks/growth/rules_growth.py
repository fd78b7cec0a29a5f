"""Time and memory by the number of rule files: a nation by nation.py, of which nobody, one claim, or a claim of each region
asks for rules, or which is read, checked and compiled whole, as `policy serve` does."""

import json
import pathlib
import statistics
import subprocess
import sys

import measure
import svg

NATION = pathlib.Path(__file__).resolve().parents[1] / "nation.py"
# Versions of each region, and how many regions.
SIZES = {1: (3, 10, 40, 100, 400), 5: (4, 10, 20, 40, 100, 200, 400)}
# nation.py's last year.
DAY = "2024-03-12"
ASKED = ("none", "one", "all")
WHOLE = "whole"

HEAD = [
    "文件 files",
    "地区 regions",
    "版本 versions",
    "可以结算，毫秒 ready, ms",
    "第一笔的结果 first answer, ms",
    "每个地区一笔 a claim of each region, ms",
    "同上，毫秒/文件 same, ms a file",
    "同上，内存 same, peak MiB",
    "整体读完，毫秒 whole, ms",
    "整体，毫秒/文件 whole, ms a file",
    "整体，处理器毫秒 whole, CPU ms",
]


def claim(region):
    """Whether it settles depends on the region's rules; they are read to find out."""
    codes = {"insutype": "310", "psn_type": "11", "insuplc_admdvs": region, "mdtrtarea_admvs": region, "med_type": "21"}
    amounts = {"fulamt_ownpay_amt": 0, "overlmt_selfpay": 0, "preselfpay_amt": 0, "inscp_scp_amt": 60000}
    return {"claim_id": region} | codes | {"hosp_lv": "02", "setl_time": DAY, "medfee_sumamt": 60000} | amounts


def claims_of(rules):
    """Files of claims by who asks for rules."""
    regions = sorted(folder.name[:6] for folder in rules.iterdir() if folder.name[:6].isdigit())
    files = {}
    for asked, chosen in zip(ASKED, ([], [regions[len(regions) // 2]], regions)):
        files[asked] = rules.with_name(f"{rules.name}-{asked}.ndjson")
        files[asked].write_text("".join(json.dumps(claim(region)) + "\n" for region in chosen), encoding="utf-8")
    return files


def sizes(most_files):
    return [(regions, versions) for versions, counts in SIZES.items() for regions in counts if regions * versions <= most_files]


def read_whole(options, rules):
    """Seconds by the clock and of the processors for all rules of a folder, on all cores; the program times itself."""
    command = [options.evaluate_bench, "--policies", rules, "--loading", "--rounds", str(options.rounds + 1)]
    told = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    # The first one is not counted, as the first reading of the files is not counted elsewhere.
    return tuple(statistics.median(told[name][1:]) for name in ("seconds", "processor_seconds"))


def measure_growth(options, folder):
    """Figures by regions and versions, and there by who asks or `WHOLE`; under `None` those of a program that only starts."""
    found = {None: measure.medians({None: [options.policy, "--version"]}, options.rounds * 3)[None]}
    for regions, versions in sizes(options.most_files):
        print(f"{regions} regions, {versions} versions", file=sys.stderr)
        rules = folder / f"{regions}-{versions}"
        made = [sys.executable, NATION, rules, "--regions", str(regions), "--versions", str(versions), "--seed", str(options.seed)]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        commands = {asked: [options.policy, "settle", "--policies", rules, file] for asked, file in claims_of(rules).items()}
        # Read once before it counts: whether the disk's pages are in memory is another question.
        measure.once(commands["none"])
        # 1: some region has no such benefit.
        found[regions, versions] = measure.medians(commands, options.rounds, good_exits=(0, 1))
        found[regions, versions][WHOLE] = read_whole(options, rules)
    return found


def alone(found, size, asked):
    """Milliseconds without starting the program."""
    return max(found[size][asked][0] - found[None][0], 1e-5) * 1000


def rows(found):
    for size in filter(None, found):
        regions, versions = size
        files, all_read, memory = regions * versions, alone(found, size, "all"), found[size]["all"][2]
        asked = [f"{alone(found, size, asked):.0f}" for asked in ASKED] + [f"{all_read / files:.2f}", f"{memory:.0f}"]
        seconds, processor = found[size][WHOLE]
        whole = [f"{seconds * 1000:.0f}", f"{seconds * 1000 / files:.2f}", f"{processor * 1000:.0f}"]
        yield [str(files), str(regions), str(versions), *asked, *whole]


def plots(found):
    title = ("读规则的时间（毫秒，不算启动程序）", "Reading the rules (milliseconds, start of the program not counted)")
    series = {}
    for versions, counts in SIZES.items():
        measured = [(regions, versions) for regions in counts if (regions, versions) in found]
        for words, milliseconds in (
            ("可以结算 ready", lambda size: alone(found, size, "none")),
            ("整体读完 whole", lambda size: found[size][WHOLE][0] * 1000),
        ):
            if measured:
                points = [(regions * versions, milliseconds((regions, versions))) for regions, versions in measured]
                series[f"{words}, {versions} 版 version{'s' if versions > 1 else ''}"] = points
    return {"rules-loading.svg": (svg.Plot(title, "规则文件 rule files", "ms"), series)}
