"""3.2: facts of a claim -> standing and channel, in the order of the steps."""
from counting import COUNTS, Counting, NotSaid
from filings import Filing, Visit, check_filing
from tables import Refusal

RANK = ("long_term", "referral", "temporary")
NOT_PAYABLE = "not_payable"


class Decision:
    """What the steps came to: standing, channel, reason, filed, and the filing that decided."""

    def __init__(self, standing, channel="either", reason=None, filed=None, filing=None):
        self.standing, self.channel, self.reason, self.filed, self.filing = standing, channel, reason, filed, filing
        self.verdicts = {}


def trauma(rules, claim):
    """Step 1, whether filings are told or not."""
    if claim.get("trum_flag") != "1":
        return
    if rules is None or rules.third_party is None:
        raise Refusal("C0140", "trauma")
    if "rel_ttp_flag" not in claim:
        raise Refusal("C0112", "rel_ttp_flag")
    said = rules.third_party if claim["rel_ttp_flag"] == "1" else rules.no_third_party
    if said == NOT_PAYABLE or said == "with_commitment" and claim.get("trauma_commitment") is not True:
        raise Refusal("C0132", "trauma")


def latest(filings):
    return max(filings, key=lambda one: one.order)


def at_home(rules, counting):
    """Step 2."""
    counted = counting.at_home()
    if not counted:
        return Decision("local")
    if rules.back_home is None:
        raise Refusal("C0140", "back_home")
    one = latest(counted)
    standing = rules.back_home
    if one.promised and not one.papers_by(counting.visit.first) and rules.until_papers:
        standing = rules.until_papers
    if standing == NOT_PAYABLE:
        raise Refusal("C0132", "papers")
    return Decision(standing, filing=one)


def look_up(table, facts):
    """3.10: a class that decides something asks for its fact."""
    for dimension, words in table.words.items():
        facts.check_told(dimension, words)
    return table(facts)


def which(verdicts, filings):
    """Step 5: the filing that goes first of those that count; refused where a missing rule decided."""
    counted = [one for one in filings if verdicts[one.index] in COUNTS]
    if not counted:
        missing = [one for one in verdicts.values() if isinstance(one, NotSaid)]
        if missing:
            raise Refusal("C0140", missing[0].rule)
        return None
    return min(counted, key=lambda one: (verdicts[one.index] != "filed", RANK.index(one.kind), *map(invert, one.order)))


def invert(value):
    """The later first: days as numbers, turned around."""
    return -int(str(value).replace("-", ""))


def reason_and_filed(rules, claim, verdicts, one):
    """Step 5, second half."""
    resident = one and one.kind == "long_term" and verdicts[one.index] == "filed"
    emergency = claim.get("er_flag") == "1" and not resident
    reason = "emergency" if emergency else one.kind if one else "temporary"
    filed = verdicts[one.index] if one else "not_filed"
    if emergency:
        if filed == "not_filed" and rules.without_filing is None:
            raise Refusal("C0140", "emergency")
        if rules.without_filing == "deemed_filed":
            filed = "filed"
    return reason, filed


def ask_days(visit):
    """Step 4 goes by the days of the visit."""
    visit.told("begntime")
    if visit.kind == "inpatient":
        visit.told("endtime")


def decide(rules, claim, facts, settled, place_of, treated):
    """Steps 2 to 6 for a claim with `filings`."""
    filings = [Filing(raw, index) for index, raw in enumerate(claim["filings"])]
    visit = Visit(claim, facts.values["visit"], settled)
    for filing in filings:
        check_filing(filing, rules)
    if facts.values["distance"] == "local":
        return at_home(rules, Counting(rules, visit, filings, place_of, treated))
    if look_up(rules.needed, facts) == "not_needed":
        return Decision("exempt")
    ask_days(visit)
    counting = Counting(rules, visit, filings, place_of, treated)
    verdicts = {one.index: counting.verdict(one) for one in filings}
    one = which(verdicts, filings)
    reason, filed = reason_and_filed(rules, claim, verdicts, one)
    facts.values.update(reason=reason, filed=filed)
    channel = look_up(rules.channel, facts) if rules.channel else "either"
    decision = Decision(look_up(rules.standing, facts), channel, reason, filed, one)
    decision.verdicts = verdicts
    return decision


def stated(rules, claim, distance):
    """Without `filings` the claim states its standing; at home it need not, and may be one that `back_home` gives."""
    standing = claim.get("standing")
    if distance == "local":
        if standing not in (None, "local", *({rules.back_home, rules.until_papers} - {NOT_PAYABLE} if rules else ())):
            raise Refusal("C0110")
        return standing or "local"
    if standing is None:
        raise Refusal("C0109")
    if standing == "local":
        raise Refusal("C0110")
    return standing


def standing_of(rules, claim, facts, settled, place_of, treated):
    """3.2: what the facts give, or what the claim states; both may come if they agree."""
    trauma(rules, claim)
    if "filings" not in claim:
        return Decision(stated(rules, claim, facts.values["distance"]))
    if rules is None:
        raise Refusal("C0127")
    decision = decide(rules, claim, facts, settled, place_of, treated)
    if claim.get("standing", decision.standing) != decision.standing:
        raise Refusal("C0130")
    return decision
