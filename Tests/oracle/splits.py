"""3.2, 6 to 8: whether the channel is open, by which catalogue fees were split, and what their lines belong to."""
from tables import Refusal


def check_channel(decision, facts):
    """6: a claim that says `direct`, or nothing, where only `manual` is open."""
    if decision.channel == "manual" and facts.values["channel"] == "direct":
        raise Refusal("C0131")


def check_catalogue(rules, claim, facts):
    """7: only elsewhere; a region that says nothing accepts the catalogue of the place of treatment."""
    if facts.values["distance"] == "local":
        return
    split_by = claim.get("catalogue", "treatment")
    if rules is None or not rules.catalogue:
        if split_by != "treatment":
            raise Refusal("C0140", "catalogue")
    elif split_by != rules.catalogue[facts.values["channel"]]:
        raise Refusal("C0133")


def check_diseases(rules, claim, facts):
    """8: lines of a chronic claim are for its disease, which can be settled directly."""
    if facts.values["visit"] != "chronic":
        return
    disease = claim.get("dise_codg")
    if any(line.get("dise_codg", disease) != disease for line in claim.get("feedetail", [])):
        raise Refusal("C0135")
    if facts.values["distance"] == "local" or not rules or rules.direct_diseases is None:
        return
    if disease is None:
        raise Refusal("C0112", "dise_codg")
    if facts.values["channel"] == "direct" and disease not in rules.direct_diseases:
        raise Refusal("C0134")


def check_examinations(rules, claim, facts):
    """8: lines of an outside examination are part of a stay, where the region says so."""
    if not any(line.get("etip_flag") == "1" for line in claim.get("feedetail", [])):
        return
    if rules is None or rules.outside_examination is None:
        raise Refusal("C0140", "outside_examination")
    if facts.values["visit"] != "inpatient" or rules.outside_examination == "apart":
        raise Refusal("C0136")


def check_splits(rules, decision, claim, facts):
    check_channel(decision, facts)
    check_catalogue(rules, claim, facts)
    check_diseases(rules, claim, facts)
    check_examinations(rules, claim, facts)
