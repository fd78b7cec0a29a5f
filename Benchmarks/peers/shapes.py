"""The shapes of plans that are compared: which columns a claim has, what they are in the project's claim format, which
columns an answer has. Amounts are whole fen.

    shape = shapes.SHAPES["inpatient"]
    shape.columns      # names of the int64 columns, in the order of claims.i64
    shape.answers      # names of the answer columns, in the order of every answers file
"""

import dataclasses

REGION = "999901"
ELSEWHERE = "999902"
YEAR = 2024

AMOUNTS = ("total", "self_paid", "over_limit", "first_self_pay", "in_scope")
AMOUNT_FIELDS = dict(
    zip(AMOUNTS, ("medfee_sumamt", "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt"))
)
CAUSES = ("person", "deductible", "over_cap", "ratio_share", "out_of_scope", "fund")

LEVEL = {1: {"hosp_lv": "08"}, 2: {"hosp_lv": "05"}, 3: {"hosp_lv": "02"}}
RETIRED = {0: {"psn_type": "11"}, 1: {"psn_type": "12"}}
HARDSHIP = {0: {"hardship": "none"}, 1: {"hardship": "hardship"}}
FILING = {
    0: {"mdtrtarea_admvs": REGION},
    1: {"mdtrtarea_admvs": ELSEWHERE, "standing": "long_term"},
    2: {"mdtrtarea_admvs": ELSEWHERE, "standing": "referral"},
    3: {"mdtrtarea_admvs": ELSEWHERE, "standing": "temporary"},
    4: {"mdtrtarea_admvs": ELSEWHERE, "standing": "unfiled"},
}
DISEASES = ("M03900", "M01600", "M05300", "M00503")
DISEASE = {number: {"dise_codg": code} for number, code in enumerate(DISEASES)}


@dataclasses.dataclass(frozen=True)
class Shape:
    """`codes`: column → value → fields of the claim. `accounts`: column → account of the claim, in fen or, for
    `counts`, a number; `*` stands for the claim's disease. `layers`: the answer's payments by id of the layer."""

    name: str
    constants: dict
    codes: dict
    accounts: dict
    layers: tuple
    counts: tuple = ()

    @property
    def columns(self):
        return (*AMOUNTS, *self.codes, *self.accounts)

    @property
    def answers(self):
        return (*self.layers, *CAUSES)

    def described(self):
        """What the file beside claims.i64 says, for a program that reads the columns."""
        told = dataclasses.asdict(self)
        return told | {"amounts": AMOUNT_FIELDS, "columns": self.columns, "answers": self.answers, "year": YEAR}


EMPLOYEE = {"insutype": "310", "insuplc_admdvs": REGION}
AT_HOME = {"mdtrtarea_admvs": REGION}

SHAPES = {
    shape.name: shape
    for shape in (
        Shape(
            "inpatient",
            EMPLOYEE | {"med_type": "21"},
            {"level": LEVEL, "retired": RETIRED, "filing": FILING},
            {
                "stays": "employee_inpatient.occurrences",
                "pool_paid": "pool_year",
                "large_paid": "large_year",
                "pool_expense": "pool_expense",
            },
            ("pool", "large"),
            ("stays",),
        ),
        Shape(
            "outpatient",
            EMPLOYEE | AT_HOME | {"med_type": "11"},
            {"level": LEVEL, "retired": RETIRED},
            {
                "deductible_charged": "outpatient_deductible",
                "year_expense": "outpatient_expense",
                "year_paid": "outpatient_year",
            },
            ("pool",),
        ),
        Shape(
            "chronic",
            EMPLOYEE | AT_HOME | {"med_type": "14"},
            {"level": LEVEL, "retired": RETIRED, "disease": DISEASE},
            {"deductible_charged": "chronic_deductible", "disease_paid": "disease_year.*"},
            ("pool",),
        ),
        Shape(
            "five_layers",
            AT_HOME | {"insutype": "390", "psn_type": "15", "insuplc_admdvs": REGION, "med_type": "21"},
            {"level": LEVEL, "hardship": HARDSHIP},
            {
                "stays": "resident_inpatient.occurrences",
                "pool_paid": "resident_year",
                "supplement_paid": "supplement_year",
                "major_base": "major_base",
                "assistance_paid": "assistance_year",
            },
            ("pool", "supplement", "major", "assistance", "other"),
            ("stays",),
        ),
    )
}
