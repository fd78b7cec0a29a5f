"""Settlement of one claim under one plan: design 3.5 and 3.6, clause by clause."""
from fractions import Fraction

from tables import Refusal


def rounded(amount, mode="half_up", unit=1):
    """3: half up to fen unless the region's `rounding` says otherwise."""
    if type(amount) is int and unit == 1:
        return amount
    amount = Fraction(amount) / unit
    whole = amount.numerator // amount.denominator
    rest = amount - whole
    half = Fraction(1, 2)
    if mode == "half_up":
        up = rest >= half
    elif mode == "half_even":
        up = rest > half or (rest == half and whole % 2 == 1)
    else:
        up = mode == "up" and rest > 0
    return (whole + up) * unit


def clamp(share):
    return min(max(share, 0), 1)


class Ledger:
    """Causes of what the person pays, each part with the layer that left it (3.5, 3g and 4)."""

    def __init__(self, first_self_pay):
        self.parts = {(None, "first_self_pay"): first_self_pay}

    def add(self, layer, cause, amount):
        self.parts[layer, cause] = self.parts.get((layer, cause), 0) + amount

    def keys(self, references):
        """The parts that references name, each once, in the order of the references."""
        found = {}
        for layer, cause in references:
            for key in self.parts:
                if key[1] == cause and (layer is None or key[0] == layer):
                    found[key] = True
        return list(found)

    def take_all(self, references):
        keys = self.keys(references)
        amount = sum(self.parts[key] for key in keys)
        for key in keys:
            self.parts[key] = 0
        return amount

    def reduce(self, references, amount):
        """3g: reduces only the named causes, in their order; what rounding leaves goes to ratio_share (3.6)."""
        for key in self.keys(references):
            part = min(amount, max(self.parts[key], 0))
            self.parts[key] -= part
            amount -= part
        if amount:
            self.add(None, "ratio_share", -amount)

    def cause(self, name):
        return sum(part for (_, cause), part in self.parts.items() if cause == name)


class Columns:
    """What a layer pays on the axis of its columns (3.5, 3c), for one expense and deductible."""

    def __init__(self, ratio, shares, x0, d, expense):
        self.slab, self.d = ratio.slab, d
        # Spans of the claim's own expense from d on: (first, last, ratio).
        self.spans = []
        position = d
        if ratio.counted == "paid":
            paid = x0
            for end, share in zip(ratio.ends, shares):
                if position >= expense:
                    break
                if end is not None and end <= paid:
                    continue
                if end is None or share == 0:
                    last = expense
                else:
                    last = min(expense, position + (end - paid) / Fraction(share))
                    paid = end
                self.spans.append((position, last, share))
                position = last
            return
        shift = x0 if ratio.counted == "expense_with_deductible" else x0 - d
        for end, share in zip(ratio.ends, shares):
            last = expense if end is None else min(expense, end - shift)
            if last > position:
                self.spans.append((position, last, share))
                position = last

    def up_to(self, z):
        """S(z), before any cap on paid."""
        if self.slab:
            for first, last, share in self.spans:
                if first < z <= last:
                    return share * (z - self.d)
            return 0
        return sum((min(last, z) - first) * share for first, last, share in self.spans if first < z)

    def pieces(self, z):
        """What each column pays up to z, for `per: column` (3.6)."""
        if self.slab:
            return [self.up_to(z)]
        return [(min(last, z) - first) * share for first, last, share in self.spans if first < z]

    def uses_up(self, room, z):
        """3d: the first position before or at z where the payment reaches the room; None if it does not."""
        if room == 0:
            return self.d
        paid = 0
        for first, last, share in self.spans:
            if first >= z:
                return None
            start = share * (first - self.d) if self.slab else paid
            if self.slab and start >= room:
                return first  # the slab's jump point
            end = start + share * (last - first)
            if end >= room:
                position = first + (room - start) / Fraction(share)
                return position if position <= z else None
            paid = end
        return None


class Evaluation:
    def __init__(self, rules, plan, facts, change, parts, accounts):
        self.rules, self.plan, self.facts, self.change = rules, plan, facts, change
        self.accounts = accounts
        self.total, self.full, self.over, first_self_pay, self.expense = parts
        self.untaken = True
        self.ledger = Ledger(first_self_pay)
        self.paid = {layer.id: 0 for layer in plan.layers}
        self.charged = 0
        self.first_layer = True

    def round(self, amount):
        return rounded(amount, self.rules.mode, self.rules.unit)

    def settle(self):
        ordinals = {scope: self.accounts[self.plan.counter_for(scope, self.facts)] + 1 for scope in self.plan.scopes}
        for layer in self.plan.layers:
            scope = layer.deductible.counted_within if layer.deductible else "all"
            self.facts.occurrence = ordinals.get(scope)
            if layer.exists_for(self.facts):
                self.settle_layer(layer)
        for scope in self.plan.scopes:  # 3h: the occurrence, by 1; every settled stay counts
            self.accounts[self.plan.counter_for(scope, self.facts)] += 1

    def settle_layer(self, layer):
        reached = self.change is not None and layer.id in self.rules.non_local.layers
        change = self.change if reached else None
        share = change.first_self_pay if change and self.first_layer else None
        self.first_layer = False
        after = share is not None and self.rules.non_local.after_deductible
        if share is not None and not after:  # 2: before the deductible
            self.take_first_self_pay(self.round(self.expense * share))
        if layer.in_scope:
            base = self.expense if self.untaken else 0
        else:
            base = sum(self.ledger.parts[key] for key in self.ledger.keys(layer.sources))
        shares = self.shares(layer, change)
        if layer.cumulative:
            self.settle_cumulative(layer, change, shares, base)
            return
        d = self.deductible(layer, change, base)
        if after:  # 2: right after the first layer's deductible
            self.take_first_self_pay(min(self.round((self.expense - d) * share), self.expense - d))
            base = self.expense
        self.pay(layer, change, shares, base, d)

    def take_first_self_pay(self, amount):
        self.ledger.add(None, "non_local_self_pay", amount)
        self.expense -= amount

    def deductible(self, layer, change, base):
        """3a; charged is d, never D."""
        rule = layer.deductible
        amount = self.threshold(layer, change)
        if rule and rule.account:
            amount = max(amount - self.accounts[rule.account], 0)
        if rule and rule.ceiling:
            account, limit = rule.ceiling
            amount = min(amount, max(limit(self.facts) - self.accounts[account], 0))
        return min(base, amount)

    def threshold(self, layer, change):
        """D: the table's amount, or the standing's own, rounded."""
        if change and change.deductible is not None:
            return self.round(change.deductible)
        if not layer.deductible:
            return 0
        amount = layer.deductible.amount(self.facts)
        if not isinstance(amount, int):
            amount = amount.of_claim(self.total, self.expense)
        return self.round(amount)

    def shares(self, layer, change):
        """3b: table, adjust, the standing's change, its bounds, the benefit factor."""
        shares = layer.ratio.table(self.facts)
        adjust = [one for one in layer.ratio.adjust if one.applies(self.facts)]
        if not adjust and not change:
            return shares
        return [self.share(share, adjust, change) for share in shares]

    def share(self, share, adjust, change):
        for one in adjust:
            if one.plus:
                share += one.plus(self.facts)
            if one.self_pay_times is not None:
                share = 1 - (1 - share) * one.self_pay_times
            share = clamp(bounded(share, one.at_least, one.at_most))
        if change:
            if change.lower_by is not None:
                share -= change.lower_by
            if change.ratio_factor is not None:
                share *= change.ratio_factor
            if change.ratio_instead is not None:
                share = change.ratio_instead
            share = bounded(share, change.at_least, change.at_most)
            if change.benefit_factor is not None:
                share *= change.benefit_factor
        return clamp(share)

    def rooms(self, layer):
        """3d: (measure, room) of each cap, not below 0."""
        return [(cap.measures, max(cap.amount(self.facts) - (self.accounts[cap.account] if cap.account else 0), 0))
                for cap in layer.caps]

    def pay(self, layer, change, shares, base, d):
        x0 = self.accounts[layer.ratio.account] if layer.ratio.account else 0
        columns = Columns(layer.ratio, shares, x0, d, base)
        rooms = self.rooms(layer)
        z = base
        for measure, room in rooms:
            if measure == "expense":
                z = min(z, max(d, room))
            elif measure == "expense_above_deductible":
                z = min(z, d + room)
        paid_room = min((room for measure, room in rooms if measure == "paid"), default=None)
        stop = columns.uses_up(paid_room, z) if paid_room is not None else None
        if stop is not None:
            z, exact = max(d, stop), paid_room
        else:
            exact = columns.up_to(z)
        if self.rules.round_columns and stop is None:
            # 3.6: `per: column` rounds what the columns decide; where a cap stopped them, R wins.
            exact = sum(self.round(piece) for piece in columns.pieces(z))
        if change and change.minimum:  # 3e
            of, share = change.minimum
            exact = max(exact, share * (z - d if of == "above_deductible" else z))
        payment = min([self.round(exact), rounded(base)] + [room for _, room in rooms])  # 3f
        self.causes(layer, change, base, d, z, payment)
        self.paid[layer.id] = payment
        self.grow(layer, d, z, payment)

    def causes(self, layer, change, base, d, z, payment):
        """3g, and 3e for what a guaranteed minimum takes out of the deductible."""
        if layer.is_list:
            self.ledger.reduce(layer.sources, payment)
            return
        if layer.in_scope:
            self.untaken = False
        else:
            self.ledger.take_all(layer.sources)
        left = z - d - payment
        from_deductible = max(-left, 0) if change and change.minimum else 0
        self.ledger.add(layer.id, "deductible", d - from_deductible)
        self.ledger.add(layer.id, "over_cap", base - z)
        self.ledger.add(layer.id, "ratio_share", left + from_deductible)
        self.charged += d

    def grow(self, layer, d, z, payment):
        """3h; an account named twice for the same measure grows once."""
        measures = {"expense": z, "expense_with_deductible": z, "expense_above_deductible": z - d, "paid": payment}
        additions = {}
        if layer.deductible and layer.deductible.account:
            additions[layer.deductible.account, "d"] = d
        if layer.deductible and layer.deductible.ceiling:
            additions[layer.deductible.ceiling[0], "d"] = d
        if layer.ratio.account:
            additions[layer.ratio.account, layer.ratio.counted] = measures[layer.ratio.counted]
        for cap in layer.caps:
            if cap.account:
                additions[cap.account, cap.measures] = measures[cap.measures]
        for (account, _), amount in additions.items():
            self.accounts[account] += rounded(amount)

    def settle_cumulative(self, layer, change, shares, base):
        """5: F(before + now) - F(before), the threshold inside F; caps on paid through their own account."""
        threshold = self.threshold(layer, change)

        def benefit(amount):
            return Columns(layer.ratio, shares, 0, min(amount, threshold), amount).up_to(amount)

        before, now = self.accounts[layer.cumulative], rounded(base)
        paid_account = f"{layer.cumulative}.paid" if layer.against_paid else None
        exact = benefit(before + now) - (self.accounts[paid_account] if paid_account else benefit(before))
        payment = min(max(self.round(max(exact, 0)), 0), now, rounded(base))
        for measure, room in self.rooms(layer):
            if measure != "paid":
                raise Refusal("UNSUPPORTED", "a cap on expense of a cumulative layer")
            payment = min(payment, room)
        self.ledger.reduce(layer.sources, payment)
        self.paid[layer.id] = payment
        self.accounts[layer.cumulative] += now
        if paid_account:
            self.accounts[paid_account] += payment
        for account in {cap.account for cap in layer.caps if cap.account}:
            self.accounts[account] += payment

    def personal(self):
        """3.6: all causes but `ratio_share` half up to fen; `ratio_share` takes the remainder."""
        shown = {
            "out_of_scope": rounded(self.full + self.over + self.ledger.cause("first_self_pay")),
            "non_local_self_pay": rounded(self.ledger.cause("non_local_self_pay")),
            "deductible": rounded(self.ledger.cause("deductible")),
            "over_cap": rounded(self.ledger.cause("over_cap")),
        }
        rest = self.total - sum(self.paid.values()) - sum(shown.values())
        # 3.7: no part is negative. Where several halves were rounded up, the fen comes off the last of them.
        for name in reversed(shown):
            give = min(max(-rest, 0), shown[name])
            shown[name] -= give
            rest += give
        return {**shown, "ratio_share": rest}


def bounded(share, at_least, at_most):
    if at_least is not None:
        share = max(share, at_least)
    return share if at_most is None else min(share, at_most)
