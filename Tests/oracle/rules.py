"""Raw sections -> plans, layers, caps and non-local rules ready to evaluate (design 2.3 to 2.6)."""
from tables import Filter, RuleError, Table, fen, points, ratio

LEVELS = ("tertiary", "secondary", "primary", "unrated")
CAUSES = ("deductible", "ratio_share", "over_cap", "first_self_pay", "non_local_self_pay")
UNITS = {"fen": 1, "jiao": 10, "yuan": 100}


class Cap:
    def __init__(self, name, raw):
        self.name = name
        self.measures = raw["measures"]
        self.account = None if raw["per"] == "each_settlement" else name
        self.amount = Table(raw["amount"], fen)


class Share:
    """A deductible as a share of an amount, clamped (V-D8)."""

    def __init__(self, raw):
        self.of = raw["percent_of"]
        self.share = ratio(raw["share"])
        self.at_least = fen(raw["at_least"]) if "at_least" in raw else None
        self.at_most = fen(raw["at_most"]) if "at_most" in raw else None

    def of_claim(self, total, in_scope):
        amount = self.share * (total if self.of == "total" else in_scope)
        if self.at_least is not None:
            amount = max(amount, self.at_least)
        return amount if self.at_most is None else min(amount, self.at_most)


class Deductible:
    def __init__(self, raw):
        self.amount = Table(raw["amount"], lambda leaf: Share(leaf) if isinstance(leaf, dict) else fen(leaf))
        self.counted_within = raw.get("counted_within", "all")
        self.account = raw.get("account")
        if raw["per"] == "year" and not self.account:
            raise RuleError("a yearly deductible needs an account")
        self.ceiling = None
        if "ceiling" in raw:
            self.ceiling = (raw["ceiling"]["account"], Table(raw["ceiling"]["amount"], fen))


class Adjustment:
    def __init__(self, raw):
        self.applies = Filter(raw.get("for"))
        self.plus = Table(raw["plus"], points) if "plus" in raw else None
        self.self_pay_times = ratio(raw["self_pay_times"]) if "self_pay_times" in raw else None
        self.at_most = ratio(raw["at_most"]) if "at_most" in raw else None
        self.at_least = ratio(raw["at_least"]) if "at_least" in raw else None


class Ratio:
    def __init__(self, raw):
        keys = raw if isinstance(raw, dict) else {}
        self.counted = keys.get("counted", "expense_with_deductible")
        self.account = keys.get("account") if keys.get("restarts") == "each_year" else None
        self.slab = keys.get("how", "marginal") == "slab"
        if self.slab and self.counted == "paid":
            raise RuleError("a slab cannot count its own payment")
        # The upper end of each column, None above; what stands at an end belongs to the lower column.
        ends = keys.get("columns", ["above"])
        self.ends = [None if end == "above" else fen(end.removeprefix("to ")) for end in ends]

        def leaf(value):
            ratios = [ratio(one) for one in ([value] if isinstance(value, str) else value)]
            return ratios * len(self.ends) if len(ratios) == 1 else ratios

        self.table = Table(raw, leaf)
        self.adjust = [Adjustment(one) for one in keys.get("adjust", [])]


class Layer:
    def __init__(self, id, raw, caps):
        self.id = id
        self.exists_for = Filter(raw.get("for"))
        self.fund = raw["fund"]
        source = raw["pays_from"]
        self.is_list = isinstance(source, list)
        self.in_scope = source == "in_scope"
        self.sources = [] if self.in_scope else [reference(one) for one in (source if self.is_list else [source])]
        if not self.is_list and not self.in_scope and self.sources[0][1] != "over_cap":
            raise RuleError(f"layer {id} pays from {source}")
        self.deductible = Deductible(raw["deductible"]) if "deductible" in raw else None
        self.ratio = Ratio(raw["ratio"])
        self.caps = [Cap(name, caps[name]) for name in raw.get("caps", [])]
        cumulative = raw.get("cumulative")
        self.cumulative = cumulative["account"] if cumulative else None
        self.against_paid = bool(cumulative) and cumulative.get("settle_against", "base") == "paid"

    def tables(self):
        yield self.ratio.table
        yield from (cap.amount for cap in self.caps)
        yield from (one.plus for one in self.ratio.adjust if one.plus)
        if self.deductible:
            yield self.deductible.amount
            if self.deductible.ceiling:
                yield self.deductible.ceiling[1]

    def filters(self):
        yield self.exists_for
        yield from (one.applies for one in self.ratio.adjust)


def reference(text):
    """`pool.ratio_share` is what that layer left, `ratio_share` the claim's current cause (3.5, 4)."""
    layer, _, cause = text.rpartition(".")
    if cause not in CAUSES:
        raise RuleError(f"unknown reference {text}")
    return layer or None, cause


class Plan:
    def __init__(self, name, raw, sections):
        self.name = name
        self.applies = Filter(raw["for"])
        self.classes = Classes(sections.get("classes", {}))
        self.layers = []
        for one in raw["layers"]:
            if "use" in one:
                self.layers.append(Layer(one["use"], sections["layers"][one["use"]], sections.get("caps", {})))
            else:
                self.layers.append(Layer(one["id"], one, sections.get("caps", {})))
        self.counter = raw.get("occurrence_account", f"{name}.occurrences")
        self.scopes = self._scopes("occurrence_account" in raw)
        self.counters = [account for scope in self.scopes for account in self.counters_of(scope)]
        self.asks = {d for layer in self.layers for table in layer.tables() for d in table.by}
        self.asks |= {d for layer in self.layers for one in layer.filters() for d, _ in one.conditions}
        self.accounts = list(dict.fromkeys(self.counters + [a for layer in self.layers for a in money_accounts(layer)]))

    def _scopes(self, named):
        """Over what the plan counts: only a plan that asks for the ordinal, or names its counter, counts."""
        scopes = []
        for layer in self.layers:
            asks = any("occurrence" in table.by for table in layer.tables())
            asks = asks or any(d == "occurrence" for f in layer.filters() for d, _ in f.conditions)
            scope = layer.deductible.counted_within if layer.deductible else "all"
            if asks and scope not in scopes:
                scopes.append(scope)
        return scopes or (["all"] if named else [])

    def counters_of(self, scope):
        if scope == "all":
            return [self.counter]
        finer = [name for name, of, _, _ in self.classes.entries if of == "hospital_level"] if scope == "class" else []
        return [f"{self.counter}.{value}" for value in list(LEVELS) + finer]

    def counter_for(self, scope, facts):
        """3.5, 3a: "same level" compares the finest class, or the fixed level."""
        if scope == "all":
            return self.counter
        return f"{self.counter}.{facts.lineage('hospital_level')[0 if scope == 'class' else -1]}"


def money_accounts(layer):
    """2.6: whatever depends on earlier claims of the period has a named account."""
    if layer.deductible:
        if layer.deductible.account:
            yield layer.deductible.account
        if layer.deductible.ceiling:
            yield layer.deductible.ceiling[0]
    if layer.ratio.account:
        yield layer.ratio.account
    yield from (cap.account for cap in layer.caps if cap.account)
    if layer.cumulative:
        yield layer.cumulative
        if layer.against_paid:
            yield f"{layer.cumulative}.paid"


class Classes:
    """2.3 `classes`: finer values of a dimension."""

    def __init__(self, raw):
        self.entries = [(name, one["of"], one["is"], one["members"]) for name, one in raw.items()]

    def lineage(self, dimension, value, institution, attributes):
        """The value refined as often as a class takes it in, finest first."""
        found = [value]
        while True:
            finer = next((name for name, of, parent, members in self.entries
                          if of == dimension and parent == found[0] and belongs(members, institution, attributes)), None)
            if finer is None:
                return found
            found.insert(0, finer)


def belongs(members, institution, attributes):
    if "institutions" in members:
        return institution in members["institutions"]
    return attributes.get(members["attribute"]) == members["equals"]


class Change:
    """What a standing changes in a layer it reaches (3.5, 1)."""

    def __init__(self, raw):
        raw = {} if raw == "as_at_home" else raw
        get = lambda key, read: read(raw[key]) if key in raw else None
        self.refused = "refused" in raw
        self.lower_by = get("lower_by", points)
        self.ratio_factor = get("pays_of_home_ratio", ratio)
        self.ratio_instead = get("ratio_instead", ratio)
        self.benefit_factor = get("pays_of_home_benefit", ratio)
        self.first_self_pay = get("first_self_pay", ratio)
        self.deductible = get("deductible", fen)
        self.treat_as = raw.get("treat_as")
        self.minimum = (raw["minimum"]["of"], ratio(raw["minimum"]["ratio"])) if "minimum" in raw else None
        self.at_most = get("at_most", ratio)
        self.at_least = get("at_least", ratio)


class NonLocal:
    def __init__(self, raw):
        self.visits = raw["reaches"]["visits"]
        self.layers = raw["reaches"]["layers"]
        self.after_deductible = raw.get("first_self_pay_taken") == "after_deductible"
        self.change = Table(raw, Change)


class Rules:
    """One region's rules on a day."""

    def __init__(self, sections):
        self.region, self.version, self.draft = sections.region, sections.version, sections.draft
        raw = sections.sections
        self.classes = Classes(raw.get("classes", {}))
        self.refusals = {name: Filter(one["for"]) for name, one in sections.refusals.items()}
        self.plans = [Plan(name, *one) for name, one in sections.plans.items()]
        self.non_local = NonLocal(raw["non_local"]) if "non_local" in raw else None
        rounding = raw.get("rounding", {})
        self.mode = rounding.get("mode", "half_up")
        self.unit = UNITS[rounding.get("unit", "fen")]
        self.round_columns = rounding.get("per") == "column"
        self.accounts = list(dict.fromkeys(account for plan in self.plans for account in plan.accounts))
        self.counters = {counter for plan in self.plans for counter in plan.counters}
