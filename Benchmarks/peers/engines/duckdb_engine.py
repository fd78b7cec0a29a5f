"""DuckDB: BIGINT arithmetic in one statement over a table in memory; the figures are in tables that are joined, which is
faster than CASE."""

import duckdb
import numpy

import shapes
from engines.figures import *

SHAPE = shapes.SHAPES["inpatient"]
STOPPED = "pays > pool_left * 1000"
# Each step is a SELECT over the one before; the last one has the answers.
STEPS = (
    f"""*, least(in_scope, CASE WHEN stays = 0 THEN {FIRST_STAY} ELSE {LATER_STAY} END) AS deductible,
        r0 - points AS ratio_0, r1 - points AS ratio_1, r2 - points AS ratio_2, r3 - points AS large_ratio,
        greatest({POOL_CAP} - pool_paid, 0) AS pool_left, greatest({LARGE_CAP} - large_paid, 0) AS large_left,
        pool_expense + in_scope AS ends""",
    "*, pool_expense + deductible AS begins",
    f"*, greatest(least(ends, {EXPENSE_CAP}), begins) AS reaches",
    f"""*, greatest(least(reaches, {FIRST_END}) - begins, 0) AS length_0,
        greatest(least(reaches, {SECOND_END}) - greatest(begins, {FIRST_END}), 0) AS length_1""",
    """*, length_0 * ratio_0 AS full_0, length_1 * ratio_1 AS full_1,
        (reaches - begins - length_0 - length_1) * ratio_2 AS full_2""",
    "*, full_0 + full_1 + full_2 AS pays",
    f"""*, CASE WHEN NOT ({STOPPED}) THEN 0 WHEN pool_left * 1000 < full_0 THEN 1
        WHEN pool_left * 1000 < full_0 + full_1 THEN 2 ELSE 3 END AS stop""",
    """*, CASE stop WHEN 0 THEN (pays + 500) // 1000 ELSE pool_left END AS pool,
        CASE stop WHEN 0 THEN 1 WHEN 1 THEN ratio_0 WHEN 2 THEN ratio_1 ELSE ratio_2 END AS parts,
        CASE stop WHEN 0 THEN ends - reaches WHEN 1 THEN (ends - begins) * ratio_0 - pool_left * 1000
        WHEN 2 THEN (ends - begins - length_0) * ratio_1 - pool_left * 1000 + full_0
        ELSE (ends - begins - length_0 - length_1) * ratio_2 - pool_left * 1000 + full_0 + full_1 END AS rest""",
    "*, rest * large_ratio AS large_pays, large_left * 1000 * parts AS large_room",
    """*, CASE WHEN large_pays > large_room THEN large_left
        ELSE (2 * large_pays + 1000 * parts) // (2000 * parts) END AS large,
        CASE WHEN large_pays > large_room THEN (2 * (large_pays - large_room) + large_ratio * parts)
        // (2 * large_ratio * parts) ELSE 0 END AS over_cap""",
    "*, pool + large AS fund",
    """*, total - fund AS person, in_scope - fund - deductible - over_cap AS ratio_share,
        total - in_scope AS out_of_scope""",
)


def add_figures(connection):
    """The tables that claims are joined with."""
    rows = [
        (retired, level, *RATIOS[retired][level - 1], LARGE_RATIOS[retired]) for retired in (0, 1) for level in (1, 2, 3)
    ]
    connection.execute(
        "CREATE TABLE ratios (retired BIGINT, level BIGINT, r0 BIGINT, r1 BIGINT, r2 BIGINT, r3 BIGINT)"
    )
    connection.executemany("INSERT INTO ratios VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.execute("CREATE TABLE reductions (filing BIGINT, points BIGINT)")
    connection.executemany("INSERT INTO reductions VALUES (?, ?)", list(enumerate(POINTS)))


def settled(source, columns):
    """SQL for some columns of every settled claim of `source`."""
    query = f"{source} JOIN ratios USING (retired, level) JOIN reductions USING (filing)"
    for step in STEPS:
        query = f"(SELECT {step} FROM {query})"
    return f"SELECT {', '.join(columns)} FROM {query}"


class DuckDB:
    name = f"DuckDB {duckdb.__version__}, BIGINT, joins"
    most = None

    def __init__(self, columns):
        self.connection = duckdb.connect(config={"threads": 1})
        add_figures(self.connection)
        # A dictionary of arrays can be registered as a table; rows are numbered to be put in order when they are compared.
        numbered = columns | {"row_number": numpy.arange(len(columns["total"]))}
        self.connection.register("numbered", numbered)
        self.connection.execute("CREATE TABLE claims AS SELECT * FROM numbered")
        self.statement = f"CREATE OR REPLACE TABLE settled AS {settled('claims', ('row_number', *SHAPE.answers))}"

    def run(self):
        self.connection.execute(self.statement)

    def answers(self):
        return self.connection.execute(f"SELECT {', '.join(SHAPE.answers)} FROM settled ORDER BY row_number").fetchnumpy()
