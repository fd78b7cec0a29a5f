"""Claims that the schema of claims has to accept, and claims with one fault of form each that it has to reject."""

CLAIM = {
    "claim_id": "1", "insutype": "390", "psn_type": "16", "insuplc_admdvs": "330100", "med_type": "14",
    "dise_codg": "M03900", "setl_time": "2024-06-15", "medfee_sumamt": 1000, "fulamt_ownpay_amt": 0, "overlmt_selfpay": 0,
    "preselfpay_amt": 0, "inscp_scp_amt": 1000,
}
UNIT = {"claim_id": "0", "fixmedins_code": "H33010000001", "begntime": "2024-06-01", "endtime": "2024-06-05"}


def claim(**fields):
    return {**CLAIM, **fields}


def unit(**fields):
    return claim(same_unit={**UNIT, **fields})


def without(fields, name):
    return {key: value for key, value in fields.items() if key != name}


GOOD_CLAIMS = [
    ("a claim", CLAIM),
    ("several diseases", claim(diseases=["M01600", "M03900"])),
    ("a birthday", claim(brdy="1950-02-28")),
    ("a birthday with a time of day", claim(brdy="1950-02-28 00:00:00")),
    ("attributes, numbers and words", claim(attributes={"contribution_years": 12, "treatment": "chemo", "参保档次": "一档"})),
    ("a number as text", claim(attributes={"contribution_years": "12"})),
    ("an earlier visit", unit()),
    ("an earlier visit by its end alone", claim(same_unit={"endtime": "2024-06-05"})),
    ("accounts of families and units", claim(accounts={"cap.M03900": 10, "cap.*": 0, "plan.pool.unit.deductible": "300.00"})),
    ("no accounts yet", claim(accounts={})),
]

BROKEN_CLAIMS = [
    ("one disease without brackets", claim(diseases="M03900")),
    ("no disease in brackets", claim(diseases=[])),
    ("a disease as a number", claim(diseases=[3900])),
    ("a disease by name", claim(diseases=["高血压病"])),
    ("a code that is too long", claim(diseases=["M039000000000"])),
    ("a disease with its title", claim(diseases={"M03900": "高血压病"})),
    ("one more field for diseases", claim(disease="M03900")),
    ("a birthday with slashes", claim(brdy="1950/02/28")),
    ("a birthday as a number", claim(brdy=19500228)),
    ("a birthday without a day", claim(brdy="1950-02")),
    ("the birthday under another name", claim(birthday="1950-02-28")),
    ("a negative age", claim(age=-1)),
    ("an age in quotes", claim(age="74")),
    ("an age with months", claim(age=74.5)),
    ("attributes in brackets", claim(attributes=["chemo"])),
    ("an attribute with a list", claim(attributes={"treatment": ["chemo", "other"]})),
    ("an attribute with nothing", claim(attributes={"treatment": None})),
    ("an attribute that is true", claim(attributes={"treatment": True})),
    ("an attribute's name with a dash", claim(attributes={"contribution-years": 12})),
    ("an attribute beside the others", claim(contribution_years=12)),
    ("the id of the earlier claim alone", claim(same_unit="0")),
    ("an earlier visit in brackets", claim(same_unit=[UNIT])),
    ("an earlier visit without its end", claim(same_unit=without(UNIT, "endtime"))),
    ("an earlier visit of nothing", claim(same_unit={})),
    ("an earlier visit with its amounts", unit(medfee_sumamt=1000)),
    ("an earlier visit's end with slashes", unit(endtime="2024/06/05")),
    ("an earlier visit's end as a number", unit(endtime=20240605)),
    ("an earlier visit's institution as a number", unit(fixmedins_code=33010000001)),
    ("two earlier visits", claim(same_units=[UNIT, UNIT])),
    ("accounts in brackets", claim(accounts=["cap.*"])),
    ("an account with accounts inside", claim(accounts={"cap": {"M03900": 10}})),
    ("an account with nothing", claim(accounts={"cap.*": None})),
    ("an account without a name", claim(accounts={"": 0})),
]
