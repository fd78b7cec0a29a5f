"""The Markdown tables of a run, in the style of docs/performance.md."""

import statistics

median = statistics.median


def grouped(number):
    return f"{number:,.0f}".replace(",", " ")


def rate(per_second):
    return f"{per_second / 1e6:.2f} M" if per_second >= 1e6 else f"{grouped(per_second / 1e3)} k"


def times(value):
    return f"{value:.2f}" if value < 10 else grouped(value)


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def in_memory(told):
    """One shape: claims a second of processor time, and how many times as long as C a claim takes."""
    limit = told["rows"][0]
    by_claim = [seconds / limit["claims"] for seconds in limit["seconds"]]
    rows = []
    for row in told["rows"]:
        ratios = [seconds / row["claims"] / one for seconds, one in zip(row["seconds"], by_claim)]
        seconds = median(row["seconds"]) / row["claims"]
        spread = f"{times(min(ratios))}–{times(max(ratios))}"
        nanoseconds = f"{seconds * 1e9:.1f}"
        rows.append([row["name"], grouped(row["claims"]), rate(1 / seconds), nanoseconds, times(median(ratios)), spread])
    head = ["内存中 in memory", "请求 claims", "每秒 claims/s", "纳秒 ns", "× C", "各轮 by round"]
    return table(head, rows)


def from_file(runs, claims):
    """File to file, by wall clock; × C against the C filter on as many cores."""
    limits = {run.threads: [figure["seconds"] for figure in run.figures] for run in runs if run.name == "C filter"}
    rows = []
    for run in runs:
        seconds = [figure["seconds"] for figure in run.figures]
        ratios = [mine / limit for mine, limit in zip(seconds, limits[run.threads])]
        rows.append([
            f"{run.name}, {run.mode}", str(run.threads), f"{median(seconds):.2f}", rate(claims / median(seconds)),
            times(median(ratios)), f"{median(figure['processor'] for figure in run.figures):.2f}",
            f"{median(figure['memory'] for figure in run.figures):.0f}", f"{run.megabytes:.0f}",
        ])  # fmt: skip
    head = ["文件到文件 file to file", "核 cores", "秒 s", "每秒 claims/s", "× C", "处理器秒 CPU s", "内存 peak MiB", "写出 MB out"]
    return table(head, rows)


def behind(names_and_speeds, ours):
    """Who is faster than ours, as a sentence."""
    faster = [name for name, speed in names_and_speeds if speed > ours]
    return f"比我们快 faster than ours: {'；'.join(faster) if faster else '没有 none'}"


def behind_in_memory(told, name):
    speeds = {row["name"]: row["claims"] / median(row["seconds"]) for row in told["rows"]}
    if name not in speeds:
        return "我们自己的没有计时 ours was not timed: evaluate-bench is missing (--evaluate-bench)"
    # Our other way of settling is not another engine.
    others = [(other, speed) for other, speed in speeds.items() if not other.startswith("RegionPolicy")]
    return behind(others, speeds[name])


def behind_from_file(runs):
    lines = []
    for threads in (1, 2):
        chosen = [run for run in runs if run.threads == threads]
        speeds = {f"{run.name}, {run.mode}": -median(one["seconds"] for one in run.figures) for run in chosen}
        lines.append(f"{threads} 核 cores: {behind(speeds.items(), speeds['policy settle, whole'])}")
    return lines
