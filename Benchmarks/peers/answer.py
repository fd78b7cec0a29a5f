"""The members of an answer as `policy settle` writes it, in order: where each figure of employee inpatient goes."""

# Member of `setlinfo` → column, None for funds that this plan has not.
SETLINFO = {
    "medfee_sumamt": "total", "fulamt_ownpay_amt": "self_paid", "overlmt_selfpay": "over_limit",
    "preselfpay_amt": "first_self_pay", "inscp_scp_amt": "in_scope", "act_pay_dedc": "deductible",
    "hifp_pay": "pool", "cvlserv_pay": None, "hifes_pay": None, "hifmi_pay": None, "hifob_pay": "large",
    "hifdm_pay": None, "maf_pay": None, "oth_pay": None, "fund_pay_sumamt": "fund", "psn_part_amt": "person",
}  # fmt: skip
FUND_TYPES = {"pool": "310100", "large": "330100"}
LAYERS = {"pool": "pool", "large": "large"}
PERSONAL = {
    "out_of_scope": "out_of_scope", "non_local_self_pay": None, "deductible": "deductible", "over_cap": "over_cap",
    "ratio_share": "ratio_share",
}  # fmt: skip
PLAN = "employee_inpatient"
LEVELS = {"01": 3, "02": 3, "03": 3, "04": 3, "05": 2, "06": 2, "07": 2, "08": 1, "09": 1, "10": 1, "11": 1}
STANDINGS = ("local", "long_term", "referral", "temporary", "unfiled")
TEXTS = ("claim_id", "psn_no", "insutype", "insuplc_admdvs", "med_type", "hosp_lv", "psn_type", "mdtrtarea_admvs",
         "standing", "begntime", "endtime", "setl_time")  # fmt: skip
AMOUNTS = ("medfee_sumamt", "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt")
ACCOUNTS = {
    "employee_inpatient.occurrences": "stays", "pool_year": "pool_paid", "large_year": "large_paid",
    "pool_expense": "pool_expense",
}  # fmt: skip
FEW = ("pool", "large", "person", "deductible", "over_cap", "ratio_share", "out_of_scope", "fund")
