"""Named caps: what they measure, their limit and their account (3.5.3 d; additions, G)."""
from periods import period
from tables import UNLIMITED, Table, fen


class Several:
    """One limit for a person with several diseases (3.5.6; V-C5)."""

    def __init__(self, raw):
        self.others_up_to = fen(raw["main_plus_others_up_to"]) if isinstance(raw, dict) else None

    def limit(self, table, facts):
        main, *others = [facts.for_disease(code, table) for code in facts.person_diseases]
        if self.others_up_to is None:
            return UNLIMITED if UNLIMITED in [main, *others] else max([main, *others])
        if main == UNLIMITED:
            return UNLIMITED
        return main + min(self.others_up_to, sum(self.others_up_to if one == UNLIMITED else one for one in others))


class Cap:
    def __init__(self, name, raw):
        self.name = name
        self.measures = raw["measures"]
        self.each_settlement = raw["per"] == "each_settlement"
        self.period = period(raw, raw["per"])
        self.amount = Table(raw["amount"], lambda leaf: UNLIMITED if leaf == UNLIMITED else fen(leaf))
        self.separately_for = raw.get("separately_for")
        self.several = Several(raw["several"]) if "several" in raw else None

    def asks(self):
        """3.9: every fact that its table goes by, with `several` the claim's own disease too."""
        return set(self.amount.by) | ({"disease"} if self.separately_for else set())

    def limit(self, facts):
        return self.several.limit(self.amount, facts) if self.several else self.amount(facts)
