"""Which filings count, and for what reason others do not (3.2, 4)."""
from areas import holds_area
from days import plus_days, plus_months
from filings import FOREVER

COUNTS = ("filed", "late", "late_agreed")


class NotSaid:
    """A filing that does not count because the region's rules lack the one that decides."""

    def __init__(self, rule):
        self.rule = rule


class Counting:
    """The filings of one claim under a region's rules: a word of COUNTS or a reason for each."""

    def __init__(self, rules, visit, filings, place_of, treated):
        self.rules, self.visit, self.filings = rules, visit, filings
        self.place_of, self.treated = place_of, treated
        self.effective, self.without_effect = [], {}
        for filing in sorted(filings, key=lambda one: one.order):
            reason = self.unfit(filing) or self.blocked(filing)
            if reason:
                self.without_effect[filing.index] = reason
            else:
                self.effective.append(filing)

    def verdict(self, filing):
        """How a filing counts, or the first reason why it does not."""
        if filing.index in self.without_effect:
            return self.without_effect[filing.index]
        counts = self.lateness(filing)
        if counts not in COUNTS:
            return counts
        return self.not_begun(filing) or self.ended(filing) or self.elsewhere(filing) or self.chronic(filing) or counts

    # a, b, c

    def unfit(self, filing):
        kind = self.rules.kinds.get(filing.kind)
        if kind is None:
            return "kind_not_offered"
        if filing.sub_kind and kind.sub_kinds is not None and filing.sub_kind not in kind.sub_kinds:
            return "sub_kind_not_listed"
        if filing.filed_on > self.visit.settled:
            return "filed_after_settlement"
        if "insurance" in self.rules.change_of and filing.insurance not in (None, self.visit.claim["insutype"]):
            return "other_insurance"
        if "employer" in self.rules.change_of and filing.employer and filing.employer != self.visit.told("emp_no"):
            return "other_employer"
        return None

    # d

    def blocked(self, filing):
        """An effective filing of the same kind for other areas may not be changed yet."""
        kind = self.rules.kinds[filing.kind]
        former = [one for one in self.effective if one.kind == filing.kind and one.areas != filing.areas]
        blocked = kind.blocked_months is not None and any(self.blocks(one, filing, kind) for one in former)
        return "change_blocked" if blocked else None

    def blocks(self, one, filing, kind):
        papers = any(each.papers_by(self.visit.settled) for each in (one, filing))
        if kind.sooner_with_papers and papers or kind.only_promised and not one.promised:
            return False
        return filing.filed_on < plus_months(one.first, kind.blocked_months) and self.ending(one)[0] >= filing.filed_on

    # e

    def lateness(self, filing):
        rules, visit = self.rules, self.visit
        if filing.filed_on <= visit.first:
            return "filed"
        if rules.before_discharge is None:
            return NotSaid("late")
        if filing.filed_on <= visit.last:
            return rules.before_discharge
        if rules.after_discharge == "not_filed":
            return "filed_after_discharge"
        return "late_agreed" if filing.agreed else "late"

    # f

    def not_begun(self, filing):
        """By the first day of the visit; one made after that and before discharge, by the last."""
        before_discharge = self.visit.first < filing.filed_on <= self.visit.last
        return "not_begun" if filing.first > (self.visit.last if before_discharge else self.visit.first) else None

    # g

    def ending(self, filing):
        """The last day and the reason when it is over."""
        own = filing.own_end(self.rules.kinds[filing.kind])
        following = [one for one in self.effective if one.order > filing.order and self.ends(one, filing)]
        refiled = min((plus_days(one.first, -1) for one in following), default=FOREVER)
        return min((own, "ended"), (refiled, "refiled"))

    def ends(self, later, filing):
        if self.rules.refiling is None or self.rules.refiling == "same_kind" and later.kind != filing.kind:
            return False
        if later.diseases or filing.diseases:
            disease = self.visit.claim.get("dise_codg")
            return bool(filing.diseases) and disease in later.diseases
        return True

    def ended(self, filing):
        last, reason = self.ending(filing)
        if last < max(self.visit.first, filing.first):
            return reason
        if last < self.visit.last and self.rules.covered != "to_their_end":
            return "ended_before_discharge" if self.rules.covered else NotSaid("stays")
        return None

    # h

    def elsewhere(self, filing):
        held = holds_area(self.rules, self.place_of, filing.areas, self.treated)
        return NotSaid("scope") if held is None else None if held else "other_area"

    # i

    def chronic(self, filing):
        reason = self.other_disease(filing)
        if reason or not self.rules.chronic or self.visit.kind != "chronic":
            return reason
        here = filing.institutions and self.visit.told("fixmedins_code") in filing.institutions
        return None if here else "other_institution"

    def other_disease(self, filing):
        chronic = self.visit.kind == "chronic"
        if not self.rules.chronic:
            return NotSaid("chronic") if filing.diseases else None
        if not chronic:
            return "only_for_diseases" if filing.diseases else None
        return None if filing.diseases and self.visit.told("dise_codg") in filing.diseases else "other_disease"

    # Back home (3.2, 2)

    def at_home(self):
        """The long-term filings that count on the day the visit begins, without lateness, place and institutions; one
        that names diseases is not about where the person lives."""
        if not self.filings:
            return []
        day = self.visit.first
        return [one for one in self.effective
                if one.kind == "long_term" and one.filed_on <= day and one.first <= day
                and self.ending(one)[0] >= day and not one.diseases]
