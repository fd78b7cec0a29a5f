"""DuckDB, file to file: one COPY statement that reads claims as NDJSON, checks them, settles them, writes NDJSON.

    python file_duckdb.py IN OUT THREADS whole|few RULES

`whole`: every member that `policy settle` writes; RULES is the text of the last one. `few`: the claim's id and the eight
amounts. Where the check of a claim fails (its parts do not add up, an unknown code) the statement ends with an error.
"""

import json
import sys

import duckdb

import answer
from engines import duckdb_engine


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def source(path):
    """The claims with the columns that the rules ask for; amounts in fen."""
    accounts = ", ".join(
        f'"{name}" {"BIGINT" if column == "stays" else "DOUBLE"}' for name, column in answer.ACCOUNTS.items()
    )
    types = {name: "VARCHAR" for name in answer.TEXTS} | {name: "DOUBLE" for name in answer.AMOUNTS}
    types["accounts"] = f"STRUCT({accounts})"
    typed = ", ".join(f"{name}: {quoted(kind)}" for name, kind in types.items())
    fen = lambda value: f"CAST(round({value} * 100) AS BIGINT)"
    columns = [f"{fen(name)} AS {column}" for name, column in zip(answer.AMOUNTS, list(answer.SETLINFO.values()))]
    for name, column in answer.ACCOUNTS.items():
        value = f'accounts."{name}"'
        columns.append(f"{value if column == 'stays' else fen(value)} AS {column}")
    columns.append("CASE psn_type WHEN '11' THEN 0 WHEN '12' THEN 1 END AS retired")
    levels = " ".join(f"WHEN {quoted(code)} THEN {level}" for code, level in answer.LEVELS.items())
    columns.append(f"CASE hosp_lv {levels} END AS level")
    standings = " ".join(f"WHEN '{name}' THEN {number}" for number, name in enumerate(answer.STANDINGS))
    columns.append(f"CASE coalesce(standing, 'local') {standings} END AS filing")
    read = f"read_json({quoted(path)}, format = 'newline_delimited', columns = {{{typed}}})"
    taken = f"(SELECT *, {', '.join(columns)} FROM {read})"
    return f"(SELECT *, CASE WHEN {VALID} THEN 1 ELSE error('claim ' || claim_id) END AS checked FROM {taken})"


VALID = """insutype = '310' AND insuplc_admdvs = '999901' AND med_type = '21' AND mdtrtarea_admvs IN ('999901', '999902')
  AND retired IS NOT NULL AND level IS NOT NULL AND filing IS NOT NULL AND TRY_CAST(begntime AS DATE) IS NOT NULL
  AND TRY_CAST(endtime AS DATE) IS NOT NULL AND TRY_CAST(setl_time AS DATE) IS NOT NULL
  AND least(self_paid, over_limit, first_self_pay, in_scope) >= 0
  AND total = self_paid + over_limit + first_self_pay + in_scope"""


def yuan(column):
    return "0.0::DOUBLE" if column is None else f"{column} / 100"


def packed(members):
    return "struct_pack(" + ", ".join(f'"{name}" := {value}' for name, value in members.items()) + ")"


def whole(rules):
    """The members of an answer, as SQL over the settled columns."""
    detail = ", ".join(
        packed({"fund_pay_type": quoted(code), "fund_payamt": yuan(layer)}) for layer, code in answer.FUND_TYPES.items()
    )
    grown = {
        "employee_inpatient.occurrences": "stays + 1",
        "pool_expense": f"(pool_expense + (2 * (in_scope * parts - rest) + parts) // (2 * parts)) / 100",
        "pool_year": "(pool_paid + pool) / 100",
        "large_year": "(large_paid + large) / 100",
    }
    literal = {name: quoted(value) if isinstance(value, str) else str(value).lower() for name, value in rules.items()}
    return [
        "claim_id",
        "psn_no",
        packed({name: yuan(column) for name, column in answer.SETLINFO.items()}) + " AS setlinfo",
        f"list_filter([{detail}], lambda part: part.fund_payamt > 0) AS setldetail",
        packed({name: yuan(column) for name, column in answer.LAYERS.items()}) + " AS layers",
        packed({name: yuan(column) for name, column in answer.PERSONAL.items()}) + " AS personal",
        f"{quoted(answer.PLAN)} AS plan",
        "coalesce(standing, 'local') AS standing",
        packed(grown) + " AS accounts",
        packed(literal) + " AS rules",
    ]


def few():
    return ["claim_id", *(f"{yuan(name)} AS {name}" for name in answer.FEW)]


def main():
    taken, written, threads, mode, rules = sys.argv[1:]
    connection = duckdb.connect(config={"threads": int(threads)})
    duckdb_engine.add_figures(connection)
    columns = few() if mode == "few" else whole(json.loads(rules))
    query = duckdb_engine.settled(source(taken), columns) + " WHERE checked = 1"
    connection.execute(f"COPY ({query}) TO {quoted(written)} (FORMAT json)")


if __name__ == "__main__":
    main()
