"""Raw sections -> plans and all else of one region on a day, ready to evaluate (design 2.3 to 2.6)."""
from accounts import Account, Chart
from attributes import Attribute
from classes import Classes
from diseases import Diseases
from filing_rules import FilingRules
from layers import LEVELS, Layer
from refunds import RefundRules
from standings import NonLocal
from stays import AcrossYears
from tables import Filter
from units import Merges

UNITS = {"fen": 1, "jiao": 10, "yuan": 100}


class Plan:
    def __init__(self, name, raw, sections):
        self.name = name
        self.applies = Filter(raw["for"])
        self.classes = Classes(sections.get("classes", {}))
        self.merges = Merges(raw["merges"]) if "merges" in raw else None
        self.layers = []
        for one in raw["layers"]:
            id, layer = (one["use"], sections["layers"][one["use"]]) if "use" in one else (one["id"], one)
            self.layers.append(Layer(id, layer, sections.get("caps", {}), name if self.merges else None))
        self.counter = raw.get("occurrence_account", f"{name}.occurrences")
        self.scopes = self.asked_scopes()
        self.asks = {d for layer in self.layers for d in layer.asks()}
        self.needs_days = any(layer.deductible and layer.deductible.again_every_days for layer in self.layers)
        self.needs_diseases = any(cap.several for layer in self.layers for cap in layer.caps)

    def asked_scopes(self):
        """Over what the plan itself asks for the ordinal."""
        asking = [layer for layer in self.layers if layer.asks_ordinal()]
        return list(dict.fromkeys(layer.deductible.counted_within if layer.deductible else "all" for layer in asking))

    def count_with(self, plans):
        """3.9: plans that name one occurrence account count in it as soon as one of them asks."""
        scopes = [scope for plan in plans if plan.counter == self.counter for scope in plan.asked_scopes()]
        self.scopes = list(dict.fromkeys(scopes))
        self.counters = [account for scope in self.scopes for account in self.counters_of(scope)]
        self.accounts = [Account(name) for name in self.counters]
        self.accounts += [account for layer in self.layers for account in layer.accounts()]

    def check_told(self, facts):
        """3.10: a class that a table, a condition or a counter names asks for its fact."""
        words = {}
        for layer in self.layers:
            for dimension, word in layer.words():
                words.setdefault(dimension, set()).add(word)
        if "class" in self.scopes:
            words.setdefault("hospital_level", set()).update(self.classes.names("hospital_level"))
        for dimension in words.keys() & {of for _, of, _, _ in self.classes.entries}:
            facts.check_told(dimension, words[dimension])

    def counters_of(self, scope):
        if scope == "all":
            return [self.counter]
        finer = self.classes.names("hospital_level") if scope == "class" else []
        return [f"{self.counter}.{value}" for value in list(LEVELS) + finer]

    def counter_for(self, scope, facts):
        """3.5, 3a: "same level" compares the finest class, or the fixed level."""
        if scope == "all":
            return self.counter
        return f"{self.counter}.{facts.lineage('hospital_level')[0 if scope == 'class' else -1]}"


class Rules:
    """One region's rules on a day."""

    def __init__(self, sections, national_diseases=()):
        self.region, self.version, self.draft = sections.region, sections.version, sections.draft
        raw = sections.sections
        self.classes = Classes(raw.get("classes", {}))
        self.attributes = {id: Attribute(one) for id, one in raw.get("attributes", {}).items()}
        self.diseases = Diseases(raw.get("diseases", {}), national_diseases)
        self.refusals = {name: Filter(one["for"]) for name, one in sections.refusals.items()}
        self.plans = [Plan(name, *one) for name, one in sections.plans.items()]
        for plan in self.plans:
            plan.count_with(self.plans)
        self.chart = Chart(self.plans, self.diseases)
        self.non_local = NonLocal(raw["non_local"]) if "non_local" in raw else None
        self.facts_as_of = raw.get("facts_as_of", "settlement")
        self.year_starts = raw.get("benefit_year", {}).get("starts", "01-01")
        self.filing = FilingRules(raw["filing"], sections.filing_since) if "filing" in raw else None
        self.across_years = AcrossYears(raw["stay_across_years"]) if "stay_across_years" in raw else None
        self.refunds = RefundRules(raw["refunds"]) if "refunds" in raw else None
        rounding = raw.get("rounding", {})
        self.mode = rounding.get("mode", "half_up")
        self.unit = UNITS[rounding.get("unit", "fen")]
        self.round_columns = rounding.get("per") == "column"

