"""Times `policy check` over generated nations of growing size, everything it looks for included.

The rule files are made by nation.py from shipped shapes. Each size is checked several times and the median is shown: wall
clock, processor time of all cores, and the largest memory. It says what one machine did on one day.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import machine

VERSIONS = 5
# 5 versions each: 100, 200, 500, 1000 and 2000 rule files.
REGIONS = (20, 40, 100, 200, 400)


def check(policy: str, folder: str) -> tuple[float, float, int]:
    """Seconds by the clock and of the processors, and the largest memory in KiB."""
    start = time.monotonic()
    child = subprocess.Popen([policy, "check", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - start
    # Figures drawn at random break rules that shipped ones keep; what cannot be read would end with 2.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"policy check {folder} failed: nothing measured")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--policy", required=True, help="the release build of the program")
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--regions", type=int, nargs="*", default=REGIONS)
    options = arguments.parse_args()

    print("\n".join(machine.lines()))
    print(f"command  policy check FOLDER, {options.runs} runs each, medians; FOLDER by nation.py --regions N --versions {VERSIONS}")
    print(f"{'files':>7}  {'seconds':>8}  {'ms a file':>9}  {'processor s':>11}  {'memory MB':>9}")
    nation = pathlib.Path(__file__).with_name("nation.py")
    for regions in options.regions:
        with tempfile.TemporaryDirectory() as folder:
            made = [sys.executable, str(nation), folder, "--regions", str(regions), "--versions", str(VERSIONS)]
            subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
            files = len(list(pathlib.Path(folder).glob("[0-9]*/*.yaml")))
            runs = [check(options.policy, folder) for _ in range(options.runs)]
        seconds, processor, memory = (statistics.median(values) for values in zip(*runs))
        print(
            f"{files:>7}  {seconds:>8.2f}  {1000 * seconds / files:>9.1f}  {processor:>11.2f}  {memory / 1024:>9.0f}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
