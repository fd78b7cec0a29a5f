"""What the claim generator aims at: every combination that a folder's rules can meet."""
from oracle import STANDINGS
from points import Points
from tables import Filter

ANY_CLAIM = "(any)"


class Stratum:
    """One region, span of days, plan (or refused benefit, or claims of any kind) and standing."""

    def __init__(self, policies, region, span, name, standing):
        self.region, self.first, self.last, self.version = region, *span
        self.name, self.standing = name, standing
        self.rules = policies.rules(region, self.first)
        self.plan = next((plan for plan in self.rules.plans if plan.name == name), None)
        self.filter = self.plan.applies if self.plan else self.rules.refusals.get(name, Filter({}))
        self.key = region, self.first, name, standing
        self.points = Points(self.plan, self.rules) if self.plan else None
        self.asks = self.plan.asks | {d for d, _ in self.filter.conditions} if self.plan else set()
        if self.rules.non_local:
            self.asks = self.asks | set(self.rules.non_local.change.by)


def strata(policies):
    """Every combination that the folder's rules can meet."""
    found = []
    for region in sorted(policies.spans):
        for span in policies.spans[region]:
            rules = policies.rules(region, span[0])
            for name in [plan.name for plan in rules.plans] + list(rules.refusals) + [ANY_CLAIM]:
                found += [Stratum(policies, region, span, name, standing) for standing in ("local", *STANDINGS)]
    return found
