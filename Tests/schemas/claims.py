"""Claims and refunds that their schemas have to accept, and ones with one fault of form each that they have to reject."""

CLAIM = {
    "claim_id": "1", "insutype": "390", "psn_type": "16", "insuplc_admdvs": "330100", "med_type": "14",
    "dise_codg": "M03900", "setl_time": "2024-06-15", "medfee_sumamt": 1000, "fulamt_ownpay_amt": 0, "overlmt_selfpay": 0,
    "preselfpay_amt": 0, "inscp_scp_amt": 1000,
}
UNIT = {"claim_id": "0", "fixmedins_code": "H33010000001", "begntime": "2024-06-01", "endtime": "2024-06-05"}

FILING = {"kind": "referral", "filed_on": "2024-06-01", "areas": ["130200"]}
REFUND = {"claim_id": "r-1", "refund_of": "1", "psn_no": "P1", "insuplc_admdvs": "330100", "setl_time": "2024-06-16"}


def claim(**fields):
    return {**CLAIM, **fields}


def unit(**fields):
    return claim(same_unit={**UNIT, **fields})


def filed(**fields):
    return claim(filings=[{**FILING, **fields}])


def line(**fields):
    amounts = {"det_item_fee_sumamt": 1000, "fulamt_ownpay_amt": 0, "overlmt_amt": 0, "preselfpay_amt": 0, "inscp_scp_amt": 1000}
    return claim(feedetail=[{**amounts, **fields}])


def refund(**fields):
    return {**REFUND, **fields}


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
    ("no filing yet", claim(filings=[])),
    ("a filing", claim(filings=[FILING])),
    ("two filings", claim(filings=[FILING, {**FILING, "kind": "temporary", "enddate": "2024-12-31"}])),
    ("a filing with all its fields", filed(
        filing_id="F1", kind="long_term", sub_kind="retired_settled", begndate="2024-06-02", enddate="2099-12-31", areas=["130200", "120000"],
        institutions=["H13020000001"], diseases=["M03900"], insutype="310", emp_no="E1", promised=True, papers_on="2024-06-30",
        ended_on="2024-12-31", agreed=False)),
    ("a filing at a time of day", filed(filed_on="2024-06-01 08:30:00")),
    ("flags", claim(er_flag="1", trum_flag="1", rel_ttp_flag="0", trauma_commitment=True, emp_no="E1")),
    ("split by the catalogue at home", claim(catalogue="home", channel="manual")),
    ("a stay over two years", claim(accounts={}, accounts_before={"pool_year": "100.00"})),
    ("a line with its disease", line(dise_codg="M03900")),
    ("a line of another institution", line(etip_flag="1")),
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
    ("a filing without brackets", claim(filings=FILING)),
    ("filings as a word", claim(filings="none")),
    ("filings as nothing", claim(filings=None)),
    ("a filing that is a word", claim(filings=["referral"])),
    ("the section of the rules instead of the filings", claim(filing=[FILING])),
    ("a filing of nothing", claim(filings=[{}])),
    ("a filing without its kind", claim(filings=[without(FILING, "kind")])),
    ("a filing without its day", claim(filings=[without(FILING, "filed_on")])),
    ("a filing without its places", claim(filings=[without(FILING, "areas")])),
    ("a filing for no place", filed(areas=[])),
    ("a filing for a place without brackets", filed(areas="130200")),
    ("a filing for a place as a number", filed(areas=[130200])),
    ("a filing for a place by name", filed(areas=["唐山市"])),
    ("a filing for a place that is too short", filed(areas=["1302"])),
    ("an emergency as a kind of filing", filed(kind="emergency")),
    ("a kind of filing in Chinese", filed(kind="异地转诊")),
    ("a kind of person that does not exist", filed(sub_kind="student")),
    ("a filing's day with slashes", filed(filed_on="2024/06/01")),
    ("a filing's day as a number", filed(filed_on=20240601)),
    ("a filing's last day as a word", filed(enddate="长期")),
    ("a filing's first day as nothing", filed(begndate=None)),
    ("a filing ended in a month", filed(ended_on="2024-12")),
    ("papers as a flag", filed(papers_on=True)),
    ("a promise as 1", filed(promised=1)),
    ("a promise as text", filed(promised="true")),
    ("an agreement as a word", filed(agreed="yes")),
    ("one institution without brackets", filed(institutions="H13020000001")),
    ("no institution in brackets", filed(institutions=[])),
    ("an institution as a number", filed(institutions=[13020000001])),
    ("one disease of a filing without brackets", filed(diseases="M03900")),
    ("no disease of a filing in brackets", filed(diseases=[])),
    ("a disease of a filing by name", filed(diseases=["高血压病"])),
    ("a filing's insurance as a number", filed(insutype=310)),
    ("a filing's employer as a number", filed(emp_no=1)),
    ("a filing with the place of treatment", filed(mdtrtarea_admvs="130200")),
    ("a filing with the wire name of its first day", filed(begin_date="2024-06-01")),
    ("a filing with a standing", filed(standing="referral")),
    ("an emergency as a number", claim(er_flag=1)),
    ("an emergency as true", claim(er_flag=True)),
    ("an emergency as a word", claim(er_flag="yes")),
    ("an injury as 2", claim(trum_flag="2")),
    ("a third party as true", claim(rel_ttp_flag=True)),
    ("a commitment as 1", claim(trauma_commitment=1)),
    ("a commitment as text", claim(trauma_commitment="1")),
    ("a catalogue that does not exist", claim(catalogue="insurance")),
    ("an employer as a number", claim(emp_no=1)),
    ("a standing that is none", claim(standing="not_payable")),
    ("a channel that is none", claim(channel="either")),
    ("accounts of the year before in brackets", claim(accounts_before=[])),
    ("accounts of the year before as nothing", claim(accounts_before=None)),
    ("a line's disease by name", line(dise_codg="高血压病")),
    ("a line's flag as true", line(etip_flag=True)),
    ("a line's flag as a number", line(etip_flag=1)),
    ("a flag of a line at the claim", claim(etip_flag="1")),
    ("a claim that is a refund too", claim(refund_of="0")),
    ("a claim that was cleared", claim(cleared=True)),
]

GOOD_REFUNDS = [
    ("a refund", REFUND),
    ("a refund without an id of its own", without(REFUND, "claim_id")),
    ("a refund after clearing", refund(cleared=True)),
    ("a refund before clearing", refund(cleared=False)),
    ("a refund at a time of day", refund(setl_time="2024-06-16 09:00:00")),
]

BROKEN_REFUNDS = [
    ("a claim", CLAIM),
    ("a refund of nothing", without(REFUND, "refund_of")),
    ("a refund of nobody", without(REFUND, "psn_no")),
    ("a refund without the place of insurance", without(REFUND, "insuplc_admdvs")),
    ("a refund without its day", without(REFUND, "setl_time")),
    ("a refund of a number", refund(refund_of=1)),
    ("a refund of two claims", refund(refund_of=["1", "2"])),
    ("a person as a number", refund(psn_no=1)),
    ("a place of insurance as a number", refund(insuplc_admdvs=330100)),
    ("a place of insurance by name", refund(insuplc_admdvs="杭州市")),
    ("a refund's day with slashes", refund(setl_time="2024/06/16")),
    ("a refund's day as a number", refund(setl_time=20240616)),
    ("cleared as a number", refund(cleared=1)),
    ("cleared as text", refund(cleared="true")),
    ("cleared on a day", refund(cleared="2024-06-30")),
    ("a refund of a part", refund(medfee_sumamt=100)),
    ("a refund with the kind of visit", refund(med_type="11")),
    ("a refund with accounts", refund(accounts={})),
    ("the platform's word for a refund", refund(refd_setl_flag="1")),
]
