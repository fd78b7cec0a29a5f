"""Times `policy settle` once: the demo claims over and over, one process, one thread, output thrown away.

The time includes starting the program and reading and checking the rules. It says what one machine did on one day.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

import machine


def write_claims(source: str, count: int, target) -> None:
    # Text stays text: reading and writing the numbers anew would change how they are spelled.
    with open(source, encoding="utf-8") as lines:
        claims = [(line.strip(), json.loads(line)["claim_id"]) for line in lines if line.strip()]
    for number in range(count):
        text, name = claims[number % len(claims)]
        target.write(text.replace(f'"{name}"', f'"bench-{number + 1}"', 1) + "\n")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--policy", required=True, help="the release build of the program")
    arguments.add_argument("--rules", default="policies")
    arguments.add_argument("--source", default="examples/claims/demo.ndjson")
    arguments.add_argument("--claims", type=int, default=200_000)
    options = arguments.parse_args()

    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".ndjson") as file:
        write_claims(options.source, options.claims, file)
        file.flush()
        size = os.path.getsize(file.name)
        command = [options.policy, "settle", "--policies", options.rules, "--threads", "1", file.name]
        start = time.monotonic()
        code = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
        seconds = time.monotonic() - start
    if code != 0:
        print(f"policy settle ended with {code}: nothing measured", file=sys.stderr)
        return 1
    print("\n".join(machine.lines()))
    print(f"command  {' '.join(command[:-1])} FILE  (one process, one thread, one run)")
    print(f"claims   {options.claims} ({size / 1e6:.1f} MB)")
    print(f"time     {seconds:.2f} s")
    print(f"speed    {options.claims / seconds:.0f} claims/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
