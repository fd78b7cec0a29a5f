"""One run of a program, and what the runs of several rounds come to."""

import os
import statistics
import subprocess
import sys
import time


def once(command, good_exits=(0,)):
    """Seconds by the clock, seconds of the processors, and the largest memory in MiB; output is thrown away.

    The memory is at least that of this Python itself, from which the program was started: it imports nothing large.
    """
    start = time.monotonic()
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in good_exits:
        sys.exit(f"{' '.join(map(str, command))} ended with {child.returncode}: nothing measured")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def medians(commands, rounds, good_exits=(0,)):
    """The medians of each command's figures, by the commands' names; the commands take turns."""
    found = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(once(command, good_exits))
    return {name: tuple(statistics.median(column) for column in zip(*runs)) for name, runs in found.items()}
