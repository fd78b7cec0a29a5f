"""How time and memory grow with the claims that are settled and with the rule files that are read.

    python3 Benchmarks/growth/growth.py --policy .build/release/policy --evaluate-bench .build/release/evaluate-bench \\
        --most 1e7 --rounds 5

Settles 10^3, 10^4 … claims, each of its own, on one thread and on two, and reads nations of 3 to 2 000 rule files. Prints
Markdown tables and draws docs/plots/*.svg. Says what one machine did on one day. Ten million claims are a file of 5 GB.
"""

import argparse
import pathlib
import shlex
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE.parent), str(HERE.parent / "peers")]

import environment  # noqa: E402
import machine  # noqa: E402

import claims_growth  # noqa: E402
import rules_growth  # noqa: E402
import svg  # noqa: E402

PLOTS = HERE.parents[1] / "docs" / "plots"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--policy", required=True, type=lambda path: pathlib.Path(path).resolve(), help="the release build")
    parser.add_argument("--evaluate-bench", required=True, type=lambda path: pathlib.Path(path).resolve(), help="reads all rules")
    parser.add_argument("--most", type=lambda text: int(float(text)), default=10_000_000, help="claims, such as 1e6")
    parser.add_argument("--most-files", type=int, default=2000, help="rule files")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plots", type=pathlib.Path, default=PLOTS, help="folder of the plots")
    parser.add_argument("--scratch", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()), help="where files go")
    parser.add_argument("--environment", type=pathlib.Path, default=pathlib.Path(".build/peers"))
    options = parser.parse_args()
    if options.most < 1000 or options.most_files < 3 or options.rounds < 1:
        parser.error("at least 1000 claims, 3 rule files and one round")
    return options


def print_table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---:|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)


def print_claims(options, folder):
    found = claims_growth.measure_growth(options, folder)
    print("\n### 请求增多 growing claims: policy settle FILE > /dev/null\n")
    print_table(claims_growth.HEAD, claims_growth.rows(found))
    print(f"\n{claims_growth.said_of_start(found)}")
    for name, (plot, series) in claims_growth.plots(found).items():
        svg.write(options.plots / name, plot, series)


def print_rules(options, folder):
    found = rules_growth.measure_growth(options, folder)
    print("\n### 规则增多 growing rules: policy settle --policies FOLDER FILE\n")
    print_table(rules_growth.HEAD, rules_growth.rows(found))
    for name, (plot, series) in rules_growth.plots(found).items():
        svg.write(options.plots / name, plot, series)


def main():
    options = arguments()
    environment.enter(options.environment)
    options.plots.mkdir(parents=True, exist_ok=True)
    print("\n".join(machine.lines()))
    print(f"command  python3 {shlex.join(sys.argv)}  ({options.rounds} rounds, medians; small sizes have more rounds)")
    for part in (print_claims, print_rules):
        with tempfile.TemporaryDirectory(dir=options.scratch) as folder:
            part(options, pathlib.Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
