"""An independent settlement of claims, written from design.md section 3 alone.

`settle(policies, claim)` returns what the claim's answer has to say, in whole fen, or its error code.

    python3 Tests/oracle/oracle.py CLAIMS.ndjson [--policies DIR]
"""
import argparse
import json
import sys

from accounts import accounts_of
from ages import age_of
from attributes import read_attributes
from classes import Identity
from evaluation import Evaluation
from facts import Facts
from reading import REPOSITORY, PolicyFolder
from rounding import rounded
from rules import Rules
from tables import Refusal, fen
from units import continues, days_between

PARTS = ("medfee_sumamt", "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt")
LINE_PARTS = ("det_item_fee_sumamt", "fulamt_ownpay_amt", "overlmt_amt", "preselfpay_amt", "inscp_scp_amt")
FUND_FIELDS = ("hifp_pay", "cvlserv_pay", "hifes_pay", "hifmi_pay", "hifob_pay", "hifdm_pay", "maf_pay", "oth_pay")
STANDINGS = ("exempt", "long_term", "referral", "emergency", "temporary", "unfiled")
CODED = {"insurance": "insutype", "visit": "med_type", "person": "psn_type", "hospital_level": "hosp_lv"}
INSURANCE_OF = {"employed": "employee", "retired": "employee", "minor": "resident", "adult": "resident", "elderly": "resident"}


class Policies:
    """The rules of a folder, compiled once for each region and span of days."""

    def __init__(self, folder, catalogue=REPOSITORY / "policies" / "catalogue"):
        self.folder = PolicyFolder(folder, catalogue)
        self.catalogue = self.folder.catalogue
        self.compiled = {}
        self.spans = {region: self.folder.slices(region) for region in self.folder.versions}
        self.places = {}

    def rules(self, region, day):
        """3.3: the version in force on the day of settlement."""
        for first, last, _ in self.spans[region]:
            if first <= day <= last:
                key = region, first
                if key not in self.compiled:
                    self.compiled[key] = Rules(self.folder.sections(region, first), self.catalogue.diseases)
                return self.compiled[key]
        raise Refusal("S0202", f"{region} {day}")

    def place(self, code):
        if code not in self.places:
            self.places[code] = self.catalogue.place(code)
        return self.places[code]


def check_parts(claim):
    """3.1: total = the four parts, and the sums of the lines; nothing is guessed."""
    parts = [fen(claim[name]) for name in PARTS]
    if parts[0] != sum(parts[1:]):
        raise Refusal("C0103")
    if claim.get("feedetail"):
        lines = [[fen(line[name]) for name in LINE_PARTS] for line in claim["feedetail"]]
        if any(line[0] != sum(line[1:]) for line in lines):
            raise Refusal("C0103")
        if [sum(column) for column in zip(*lines)] != parts:
            raise Refusal("C0104")
    return parts


def platform_code(codes, code):
    """L: a longer code of digits counts as its first two."""
    if code is None or code in codes:
        return code
    short = code[:2] if code.isascii() and code.isdigit() else code
    if short not in codes:
        raise Refusal("C0105", code)
    return short


def coded(policies, claim):
    """The platform's codes of the claim, and what they stand for."""
    codes = {d: platform_code(policies.catalogue.codes[d], claim.get(field)) for d, field in CODED.items()}
    values = {d: policies.catalogue.codes[d].get(code) for d, code in codes.items()}
    if INSURANCE_OF[values["person"]] != values["insurance"]:
        raise Refusal("C0115")
    return codes, values


def check_facts(plan, facts, non_local):
    """Every fact that the chosen rules go by has to be there, also where this claim's branch would not ask."""
    by = non_local.change.by if non_local else []
    for dimension in sorted(plan.asks | set(by), key=lambda one: one != "disease"):
        if dimension != "occurrence" and facts.values[dimension] is None:
            raise facts.missing(dimension)
    if plan.needs_days and facts.days is None or plan.needs_diseases and not facts.person_diseases:
        raise Refusal("C0112")
    for dimension, words in (non_local.change.words.items() if non_local else ()):
        facts.check_told(dimension, words)
    plan.check_told(facts.under(plan.classes))


def standing_of(claim, distance):
    """3.2: local when treated in the region of insurance; otherwise the caller says which."""
    standing = claim.get("standing")
    if distance == "local":
        if standing not in (None, "local"):
            raise Refusal("C0110")
        return "local"
    if standing is None:
        raise Refusal("C0109")
    if standing == "local":
        raise Refusal("C0110")
    return standing


def distance_of(policies, insured, treated):
    if treated is None or policies.place(insured) == policies.place(treated):
        return "local"
    return "in_province" if insured[:2] == treated[:2] else "cross_province"


def plan_for(rules, facts):
    """3.4: what is not known or not offered refuses first; then exactly one plan."""
    if any(applies(facts) for applies in rules.refusals.values()):
        raise Refusal("S0205")
    plans = [plan for plan in rules.plans if plan.applies(facts)]
    if len(plans) > 1:
        raise ValueError("two plans are for one claim; such rules do not compile")
    if not plans:
        # A frame that only other regions inherit from has no plans at all.
        raise Refusal("S0203" if rules.plans else "S0211")
    return plans[0]


def facts_of(claim, rules, codes, values):
    """2.4: every dimension of the region, attributes and the disease among them."""
    attributes = claim.get("attributes", {})
    values.update(channel=claim.get("channel", "direct"), hardship=claim.get("hardship"),
                  age=age_of(claim, rules.facts_as_of, rules.year_starts),
                  disease=rules.diseases.of_claim(claim, values["visit"]), **read_attributes(rules.attributes, claim))
    facts = Facts(values, rules.classes, rules.diseases, Identity(claim.get("fixmedins_code"), codes, attributes))
    facts.unlisted = "dise_codg" in claim and values["disease"] is None
    facts.person_diseases = rules.diseases.of_person(claim)
    if "begntime" in claim and "endtime" in claim:
        facts.days = max(days_between(claim["begntime"], claim["endtime"]), 1)
    return facts


def answer(policies, claim):
    codes, values = coded(policies, claim)
    parts = check_parts(claim)
    if claim.get("endtime", "9999") < claim.get("begntime", ""):
        raise Refusal("C0114")
    insured = claim["insuplc_admdvs"]
    distance = distance_of(policies, insured, claim.get("mdtrtarea_admvs", claim.get("mdtrtarea_admdvs")))
    standing = standing_of(claim, distance)
    rules = policies.rules(policies.folder.region_of(insured), claim["setl_time"][:10])
    if rules.draft:
        raise Refusal("S0207")
    values.update(distance=distance, standing=standing)
    facts = facts_of(claim, rules, codes, values)
    plan = plan_for(rules, facts)
    change, non_local = None, None
    if rules.non_local and values["visit"] in rules.non_local.visits:
        non_local = rules.non_local
        change = non_local.change(facts)
    check_facts(plan, facts, non_local)
    continuing = continues(plan, claim)
    facts = facts.under(plan.classes)
    accounts = accounts_of(claim, rules.chart, plan, facts, continuing)
    if standing != "local" and not rules.non_local:
        raise Refusal("S0209")  # 3.9: rules that say nothing of other places
    if change and change.refused:
        raise Refusal("S0205")
    if change:
        facts.treat_as(change.treat_as)
    evaluation = Evaluation(rules, plan, facts, change, parts, accounts, continuing)
    evaluation.settle()
    return result(policies, claim, evaluation, facts.lineage("standing")[0], values["insurance"]), evaluation


def result(policies, claim, evaluation, standing, insurance):
    """5: the platform's names; 3.7: fund total + person total = claim total."""
    funds = dict.fromkeys(FUND_FIELDS, 0)
    details = {}
    for layer in evaluation.plan.layers:
        fund, paid = policies.catalogue.funds[layer.fund], evaluation.paid[layer.id]
        funds[fund["field"]] += paid
        if paid:
            details[fund[insurance]] = details.get(fund[insurance], 0) + paid
    fund_total = sum(funds.values())
    return {
        "claim_id": claim.get("claim_id"),
        "setlinfo": {
            **{name: fen(claim[name]) for name in PARTS}, "act_pay_dedc": rounded(evaluation.charged), **funds,
            "fund_pay_sumamt": fund_total, "psn_part_amt": evaluation.total - fund_total,
        },
        "setldetail": details,
        "layers": evaluation.paid,
        "personal": evaluation.personal(),
        "plan": evaluation.plan.name,
        "standing": standing,
        "accounts": evaluation.accounts.listed(),
        "rules": {"region": evaluation.rules.region, "version": evaluation.rules.version},
    }


def settle(policies, claim):
    """The answer to one claim in whole fen, or `{"error": code}`."""
    try:
        return answer(policies, claim)[0]
    except Refusal as refusal:
        return {"claim_id": claim.get("claim_id"), "error": refusal.code}


def read_claim(line):
    """One claim of the wire; numbers stay the characters they are."""
    return json.loads(line, parse_float=str, parse_int=str)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=argparse.FileType(encoding="utf-8"))
    parser.add_argument("--policies", default=REPOSITORY / "policies")
    options = parser.parse_args()
    policies = Policies(options.policies)
    for line in options.claims:
        json.dump(settle(policies, read_claim(line)), sys.stdout, ensure_ascii=False)
        print()


if __name__ == "__main__":
    main()
