"""Makes the claims that are compared, from a seed: the same arguments give the same bytes.

    python3 Benchmarks/peers/claims.py FOLDER --claims 1000000 --seed 1 [--shape inpatient] [--ndjson]

FOLDER/claims.i64 has the columns one after the other, little-endian int64, amounts in fen; claims.json beside it names them.
`--ndjson` adds claims.ndjson, the same claims in the project's format. Every 16th claim is on the end of a column, on a cap
or on half a fen, the others are drawn.
"""

import argparse
import datetime
import json
import pathlib

import numpy

import shapes

YUAN = 100
EDGE_EVERY = 16
BLOCK = 100_000
# Logarithm of the median in-scope amount in fen: about 11 000 yuan for a stay, some hundreds for a visit.
MEDIAN = {"inpatient": 13.9, "outpatient": 10.8, "chronic": 11.3, "five_layers": 13.9}
SPREAD = 1.0
# What accounts hold at most, in yuan.
MOST = {
    "pool_paid": 100000, "large_paid": 400000, "pool_expense": 110000,
    "deductible_charged": 1800, "year_expense": 30000, "year_paid": 20000, "disease_paid": 5000,
    "supplement_paid": 200000, "major_base": 80000, "assistance_paid": 50000,
}  # fmt: skip
# Caps and other ends that accounts are put on, in yuan.
FULL = {
    "pool_paid": 100000, "large_paid": 400000, "pool_expense": 100000,
    "deductible_charged": 1300, "year_expense": 20000, "year_paid": 20000, "disease_paid": 4000,
    "supplement_paid": 200000, "major_base": 30000, "assistance_paid": 50000,
}  # fmt: skip
COLUMN_ENDS = numpy.array([0, 650, 1300, 1800, 15000, 20000, 30000, 40000, 80000, 100000]) * YUAN


def amounts(draw, count, median):
    """The five amounts of each claim: the four parts add up to the total."""
    in_scope = numpy.minimum(draw.lognormal(median, SPREAD, count), 9e7).astype(numpy.int64)
    parts = {"in_scope": in_scope}
    for name, most in (("self_paid", 0.15), ("over_limit", 0.05), ("first_self_pay", 0.12)):
        share = draw.uniform(0, most, count) * (draw.random(count) < 0.6)
        parts[name] = (in_scope * share).astype(numpy.int64)
    return parts | {"total": sum(parts.values())}


def so_far(draw, count, most):
    """What an account holds, in fen: often nothing, mostly little, seldom near the most."""
    drawn = (most * YUAN * draw.random(count) ** 3).astype(numpy.int64)
    return numpy.where(draw.random(count) < 0.3, 0, drawn)


def facts(shape, draw, count):
    """Codes and accounts of each claim."""
    columns = {name: draw.integers(min(codes), max(codes), count, endpoint=True) for name, codes in shape.codes.items()}
    for name in shape.accounts:
        if name in shape.counts:
            columns[name] = numpy.minimum(draw.geometric(0.6, count) - 1, 9)
        else:
            columns[name] = so_far(draw, count, MOST[name])
    return columns


def to_edges(shape, columns, draw, count):
    """Moves every 16th claim: in turn to half a fen, to the end of a column, to a cap that is full or lacks one fen, and
    to a cap that lacks some yuan."""
    place = numpy.arange(0, count, EDGE_EVERY)
    half, ends, full, nearly = (place[turn::4] for turn in range(4))
    in_scope = columns["in_scope"]
    accounts = [name for name in shape.accounts if name not in shape.counts]

    in_scope[half] = in_scope[half] // 1000 * 1000 + draw.choice([10, 30, 50, 250, 500], len(half))
    for name in accounts:
        columns[name][half] = columns[name][half] // 1000 * 1000

    start = columns.get("pool_expense", columns.get("year_expense", numpy.zeros(count, numpy.int64)))[ends]
    beside = draw.integers(-1, 1, len(ends), endpoint=True)
    in_scope[ends] = numpy.maximum(draw.choice(COLUMN_ENDS, len(ends)) - start + beside, 0)

    for claims, most in ((full, 1), (nearly, 5000 * YUAN)):
        which = draw.integers(0, len(accounts), len(claims))
        for number, name in enumerate(accounts):
            mine = claims[which == number]
            left = draw.integers(0, most, len(mine), endpoint=True)
            columns[name][mine] = numpy.maximum(FULL[name] * YUAN - left, 0)


def make(shape, count, seed):
    """Every column of `count` claims, in the shape's order."""
    draw = numpy.random.default_rng(seed)
    columns = amounts(draw, count, MEDIAN[shape.name]) | facts(shape, draw, count)
    to_edges(shape, columns, draw, count)
    columns["total"] = sum(columns[name] for name in shapes.AMOUNTS[1:])
    return {name: numpy.ascontiguousarray(columns[name], numpy.dtype("<i8")) for name in shape.columns}


def write(folder, shape, columns, seed):
    count = len(columns["total"])
    with open(folder / "claims.i64", "wb") as file:
        for name in shape.columns:
            columns[name].tofile(file)
    told = shape.described() | {"claims": count, "seed": seed}
    (folder / "claims.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def read(folder):
    """The shape and the columns of a folder that `write` wrote."""
    told = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
    values = numpy.fromfile(folder / "claims.i64", "<i8").reshape(len(told["columns"]), told["claims"])
    return shapes.SHAPES[told["name"]], dict(zip(told["columns"], values))


def yuan(fen):
    return f"{fen // 100}.{fen % 100:02d}"


def line(shape, number, row):
    """One claim in the project's own format, written as its callers write it."""
    day = datetime.date(shapes.YEAR, 1, 1) + datetime.timedelta(days=number % 300)
    fields = {"claim_id": f"c{number}", "psn_no": f"P{number // 3}"} | shape.constants
    for name, codes in shape.codes.items():
        fields |= codes[row[name]]
    fields |= {"begntime": str(day), "endtime": str(day + datetime.timedelta(days=7))}
    fields["setl_time"] = fields["endtime"]
    money = ", ".join(f'"{field}": {yuan(row[name])}' for name, field in shapes.AMOUNT_FIELDS.items())
    accounts = ", ".join(
        f'"{account.replace("*", fields.get("dise_codg", ""))}": {row[name] if name in shape.counts else yuan(row[name])}'
        for name, account in shape.accounts.items()
    )
    return f'{json.dumps(fields)[:-1]}, {money}, "accounts": {{{accounts}}}}}\n'


def write_ndjson(path, shape, columns, most=None):
    count = min(most or len(columns["total"]), len(columns["total"]))
    with open(path, "w", encoding="utf-8") as file:
        for begin in range(0, count, BLOCK):
            block = [columns[name][begin : min(begin + BLOCK, count)].tolist() for name in shape.columns]
            for number, values in enumerate(zip(*block), begin):
                file.write(line(shape, number, dict(zip(shape.columns, values))))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--claims", type=int, default=1_000_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--shape", choices=shapes.SHAPES, default="inpatient")
    arguments.add_argument("--ndjson", action="store_true")
    options = arguments.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    shape = shapes.SHAPES[options.shape]
    columns = make(shape, options.claims, options.seed)
    write(options.folder, shape, columns, options.seed)
    if options.ndjson:
        write_ndjson(options.folder / "claims.ndjson", shape, columns)


if __name__ == "__main__":
    main()
