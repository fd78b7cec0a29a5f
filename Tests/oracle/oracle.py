"""An independent settlement of claims, written from docs/semantics.md alone.

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
from reading import REPOSITORY, PolicyFolder, day_before
from rounding import rounded
from rules import Rules
from splits import check_splits
from standing import standing_of
from stays import Part, boundary, check_plan, check_two_years, days_of_parts, split_amounts
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
    """3.1: total = the four parts, and the sums of the lines; nothing is guessed. Gives the sums, and the lines."""
    parts = [fen(claim[name]) for name in PARTS]
    if parts[0] != sum(parts[1:]):
        raise Refusal("C0103")
    if not claim.get("feedetail"):
        return parts, [parts]
    lines = [[fen(line[name]) for name in LINE_PARTS] for line in claim["feedetail"]]
    if any(line[0] != sum(line[1:]) for line in lines):
        raise Refusal("C0103")
    if [sum(column) for column in zip(*lines)] != parts:
        raise Refusal("C0104")
    return parts, lines


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


class Settled:
    """One claim, or one part of a stay, after its evaluation."""

    def __init__(self, evaluation, facts, decision, claim):
        self.evaluation, self.decision = evaluation, decision
        self.accounts = evaluation.accounts
        self.standing = facts.lineage("standing")[0]
        self.visit, self.unit = facts.values["visit"], claim.get("same_unit")


class Settlement:
    """One claim on its way from the checks of its form to its answer."""

    def __init__(self, policies, claim):
        self.policies, self.claim = policies, claim
        self.codes, self.values = coded(policies, claim)
        self.sums, self.lines = check_parts(claim)
        if claim.get("endtime", "9999") < claim.get("begntime", ""):
            raise Refusal("C0114")
        self.region = policies.folder.region_of(claim["insuplc_admdvs"])
        self.treated = claim.get("mdtrtarea_admvs", claim.get("mdtrtarea_admdvs"))
        self.values["distance"] = distance_of(policies, claim["insuplc_admdvs"], self.treated)
        self.settled = []

    def rules(self, day):
        rules = self.policies.rules(self.region, day)
        if rules.draft:
            raise Refusal("S0207")
        return rules

    def answer(self):
        """3.3: whole, on the day of settlement, or a stay across years by days."""
        day = self.claim["setl_time"][:10]
        rules = self.rules(day)
        later = boundary(self.claim, self.values["visit"], rules)
        if later:
            return self.by_days(rules, later)
        if "accounts_before" in self.claim:
            raise Refusal("C0139")
        return self.result(self.settle(rules, self.claim, Part(day), self.sums))

    def by_days(self, rules, later):
        check_two_years(self.claim, later, rules)
        before, last = day_before(later), self.claim["endtime"][:10]
        ways = [self.rules(day).across_years for day in (before, last)]
        if not all(way and way.by_days for way in ways):
            raise Refusal("C0138", "rules of one year settle whole")
        days = days_of_parts(self.claim, later)
        sums = split_amounts(self.lines, *days)
        way, whole_days = ways[0], sum(days)
        lengths = [max(one, 1) for one in ([whole_days] * 2 if way.once else days)]
        both = before, last
        one = Part(before, way.counts[0], lengths[0], both)
        first = self.settle_first(one, sums[0])
        two = Part(last, way.counts[1], lengths[1], both, one if way.once else None)
        second = self.settle_part(two, sums[1], self.claim.get("accounts"))
        return added([first, second])

    def settle_first(self, part, sums):
        """Accounts that the earlier year needs and the claim does not tell at all are a missing field."""
        try:
            return self.settle_part(part, sums, self.claim.get("accounts_before"))
        except Refusal as refusal:
            if refusal.code == "C0106" and "accounts_before" not in self.claim:
                raise Refusal("C0112", "accounts_before") from None
            raise

    def settle_part(self, part, sums, accounts):
        claim = {**self.claim, "setl_time": part.settled}
        claim.pop("accounts", None)
        if accounts is not None:
            claim["accounts"] = accounts
        claim.update(zip(PARTS, (f"{one // 100}.{one % 100:02d}" for one in sums)))
        return {**self.result(self.settle(self.rules(part.settled), claim, part, sums), claim), "setl_time": part.settled}

    def decide(self, rules, claim):
        """3.2, 1 to 6."""
        values = dict(self.values)
        facts = facts_of(claim, rules, self.codes, values)
        settled = self.claim["setl_time"][:10]  # 3.3: a part of a stay has the version of its day, also for the standing, and no more
        decision = standing_of(rules.filing, claim, facts, settled, self.policies.place, self.treated)
        values["standing"] = decision.standing
        return facts, decision

    def settle(self, rules, claim, part, sums):
        """3.2, 3.4 and 3.5 of a claim or part."""
        facts, decision = self.decide(rules, claim)
        check_splits(rules.filing, decision, claim, facts)
        values, plan = facts.values, plan_for(rules, facts)
        if part.both_days:
            check_plan(plan, *part.both_days, rules.year_starts)
        facts.days = part.days or facts.days
        change, non_local = None, None
        if rules.non_local and values["visit"] in rules.non_local.visits:
            non_local = rules.non_local
            change = non_local.change(facts)
        check_facts(plan, facts, non_local)
        continuing = continues(plan, claim)
        facts = facts.under(plan.classes)
        accounts = accounts_of(claim, rules.chart, plan, facts, continuing)
        if decision.standing != "local" and not rules.non_local:
            raise Refusal("S0209")  # 3.9: rules that say nothing of other places
        if change and change.refused:
            raise Refusal("S0205")
        if change:
            facts.treat_as(change.treat_as)
        evaluation = Evaluation(rules, plan, facts, change, sums, accounts, part, continuing)
        evaluation.settle()
        settled = Settled(evaluation, facts, decision, claim)
        self.settled.append(settled)
        return settled

    def result(self, settled, claim=None):
        return result(self.policies, claim or self.claim, settled.evaluation, settled.standing, self.values["insurance"])


def added(parts):
    """3.3: the results are the sums of the parts; the accounts those of the second part's year, and of the first's."""
    first, second = parts
    sums = {}
    for name in ("setlinfo", "setldetail", "layers", "personal"):
        keys = {**first[name], **second[name]}
        sums[name] = {key: first[name].get(key, 0) + second[name].get(key, 0) for key in keys}
    whole = {**second, **sums, "accounts_before": first["accounts"], "parts": parts}
    return {name: one for name, one in whole.items() if name != "setl_time"}


def answer(policies, claim):
    """The answer, and the evaluation of the claim or of the first part of a stay."""
    settlement = Settlement(policies, claim)
    return settlement.answer(), settlement.settled[0].evaluation


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
