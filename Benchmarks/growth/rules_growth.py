"""Time and memory by the number of rule files: a nation by nation.py, read by settling nothing."""

import pathlib
import subprocess
import sys

import measure
import svg

NATION = pathlib.Path(__file__).resolve().parents[1] / "nation.py"
# Versions of each region, and how many regions.
SIZES = {1: (3, 10, 40, 100, 400), 5: (4, 10, 20, 40, 100, 200, 400)}

HEAD = ["文件 files", "地区 regions", "版本 versions", "毫秒 ms", "不算启动 ms without the start", "毫秒/文件 ms a file", "处理器毫秒 CPU ms", "内存 peak MiB"]


def sizes(most_files):
    return [(regions, versions) for versions, counts in SIZES.items() for regions in counts if regions * versions <= most_files]


def measure_growth(options, folder):
    """Figures by regions and versions; under `None` those of a program that only starts."""
    found = {None: measure.medians({None: [options.policy, "--version"]}, options.rounds * 3)[None]}
    for regions, versions in sizes(options.most_files):
        print(f"{regions} regions, {versions} versions", file=sys.stderr)
        rules = folder / f"{regions}-{versions}"
        made = [sys.executable, NATION, rules, "--regions", str(regions), "--versions", str(versions), "--seed", str(options.seed)]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        # Read once before it counts: whether the disk's pages are in memory is another question.
        command = [options.policy, "settle", "--policies", rules, "/dev/null"]
        measure.once(command)
        found[regions, versions] = measure.medians({None: command}, options.rounds)[None]
    return found


def loading(found, size):
    """Milliseconds without starting the program."""
    return max(found[size][0] - found[None][0], 1e-5) * 1000


def rows(found):
    for size in filter(None, found):
        (regions, versions), (seconds, processor, memory) = size, found[size]
        files, alone = regions * versions, loading(found, size)
        times = [f"{seconds * 1000:.0f}", f"{alone:.0f}", f"{alone / files:.3f}", f"{processor * 1000:.0f}"]
        yield [str(files), str(regions), str(versions), *times, f"{memory:.0f}"]


def plots(found):
    title = ("读规则的时间（毫秒，不算启动程序）", "Reading the rules (milliseconds, start of the program not counted)")
    series = {
        f"每地区 {versions} 版 version{'s' if versions > 1 else ''} a region": [
            (regions * versions, loading(found, (regions, versions)))
            for regions in counts
            if (regions, versions) in found
        ]
        for versions, counts in SIZES.items()
    }
    series = {name: points for name, points in series.items() if points}
    return {"rules-loading.svg": (svg.Plot(title, "规则文件 rule files", "ms"), series)}
