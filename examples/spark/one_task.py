"""Does what one Spark task does, without Spark, and keeps nothing: to be measured by sizing.py.

    python3 one_task.py --claims claims.parquet --policy ./policy --before policies --after draft
"""
import argparse

import pyarrow.dataset

from settling import settle_under

BATCH = 10_000  # what Spark puts into a batch


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--claims", "--policy", "--before", "--after"):
        options.add_argument(name, required=True)
    options.add_argument("--catalogue")
    options = options.parse_args()
    start = [options.policy, "settle", "--carry-accounts", *(["--catalogue", options.catalogue] if options.catalogue else [])]
    files = pyarrow.dataset.dataset(options.claims, partitioning="hive")
    # Year by year: within a person's years the order of time holds.
    parts = sorted(files.get_fragments(), key=lambda file: file.path)
    batches = (batch for part in parts for batch in part.to_batches(columns=["position", "claim"], batch_size=BATCH))
    count = sum(batch.num_rows for batch in settle_under([[*start, "--policies", rules] for rules in (options.before, options.after)])(batches))
    print(f"{count} claims")


if __name__ == "__main__":
    main()
