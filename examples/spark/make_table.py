"""Turns a file of claims, one JSON a line in the order of time, into Parquet by year and person.

    python3 make_table.py claims.ndjson claims.parquet

`claims.parquet/year=2024/persons-03.parquet` has the claims settled in 2024 of one share of all persons, still in the order
of time. Columns:

    position  the line's number, from 1: the order of time, and what refusals are told by
    person    what claims are brought together by; none where a line does not tell
    claim     the line itself, byte for byte, whether it can be read or not
"""
import argparse
import json
import pathlib
import re
import zlib

import pyarrow as pa
import pyarrow.parquet as pq

SCHEMA = pa.schema([("position", pa.int64()), ("person", pa.string()), ("claim", pa.binary())])
PERSON_SHARES = 8
ROWS = 20_000
NO_YEAR = 0
_YEAR = re.compile("[0-9]{4}(?=-)")


def person_and_year(line):
    """Lines that say neither are kept: they get an answer too."""
    try:
        claim = json.loads(line, parse_int=str)
        person, day = claim.get("psn_no"), claim.get("setl_time")
    except (ValueError, AttributeError, RecursionError):
        return None, NO_YEAR
    year = _YEAR.match(day) if isinstance(day, str) else None
    # Only persons that are alike have to come together; that two odd names become one does no harm.
    person = person.encode("utf-8", "replace").decode() if isinstance(person, str) and person else None
    return person, int(year[0]) if year else NO_YEAR


class Share:
    """One file, written in portions."""

    def __init__(self, folder, year, share):
        path = pathlib.Path(folder) / f"year={year}" / f"persons-{share:02d}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        self._writer = pq.ParquetWriter(path, SCHEMA, compression="zstd")
        self._rows = []

    def add(self, row):
        self._rows.append(row)
        if len(self._rows) == ROWS:
            self._write()

    def close(self):
        self._write()
        self._writer.close()

    def _write(self):
        columns = [pa.array(column, field.type) for column, field in zip(zip(*self._rows), SCHEMA)]
        if columns:
            self._writer.write_table(pa.Table.from_arrays(columns, schema=SCHEMA))
        self._rows = []


def make_table(lines, folder):
    """Writes the table; how many claims it has."""
    shares, position = {}, 0
    for position, line in enumerate(lines, 1):
        line = line.removesuffix(b"\n")
        person, year = person_and_year(line)
        key = year, zlib.crc32((person or "").encode()) % PERSON_SHARES
        if key not in shares:
            shares[key] = Share(folder, *key)
        shares[key].add((position, person, line))
    for share in shares.values():
        share.close()
    return position


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("claims", help="file of claims")
    options.add_argument("folder", help="folder for the table; must not exist")
    options = options.parse_args()
    pathlib.Path(options.folder).mkdir()
    with open(options.claims, "rb") as lines:
        print(f"{make_table(lines, options.folder)} claims")


if __name__ == "__main__":
    main()
