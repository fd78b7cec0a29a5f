"""The section `filing` of a region's rules, read once (3.2)."""
from tables import Table


def word(leaf):
    """A word of a table, perhaps with a source beside it."""
    return leaf["is"] if isinstance(leaf, dict) else leaf


class Kind:
    """What holds for filings of one kind: who may file, how long it lasts, when it may change."""

    def __init__(self, raw):
        self.sub_kinds = raw.get("sub_kinds")
        lasts = raw["lasts"]
        if isinstance(lasts, dict):
            self.lasts = next(key for key in ("months", "at_least_months") if key in lasts)
            self.months = int(lasts[self.lasts])
        else:
            self.lasts, self.months = lasts, None
        change = raw.get("change", {})
        self.blocked_months = int(change["blocked_months"]) if "blocked_months" in change else None
        self.only_promised = change.get("of") == "promised"
        self.sooner_with_papers = change.get("sooner_with_papers") == "allowed"


class FilingRules:
    """A key that the region leaves out is None: it does not say."""

    def __init__(self, raw, since):
        def part(section, key):
            return raw.get(section, {}).get(key)

        self.since = since  # first day in force of the file that holds the section
        self.needed = Table(raw["needed"], word)
        self.kinds = {name: Kind(one) for name, one in raw["kinds"].items() if name != "source"}
        self.refiling = part("ended_by", "refiling")
        self.change_of = part("ended_by", "change_of") or []
        self.area, self.linking = part("scope", "area"), part("scope", "provincial_level_and_capital")
        self.chronic = "chronic" in raw
        self.institutions_at_most = int(part("chronic", "institutions_at_most") or 0) or None
        self.covered = part("stays", "covered")
        self.before_discharge, self.after_discharge = part("late", "before_discharge"), part("late", "after_discharge")
        self.without_filing = part("emergency", "without_filing")
        self.third_party, self.no_third_party = part("trauma", "third_party"), part("trauma", "no_third_party")
        self.back_home, self.until_papers = part("back_home", "as"), part("back_home", "until_papers")
        self.channel = Table(raw["channel"], word) if "channel" in raw else None
        self.catalogue = raw.get("catalogue", {})
        self.direct_diseases = part("direct_diseases", "list")
        self.outside_examination = part("outside_examination", "in_stay")
        self.standing = Table(raw["standing"], word)
