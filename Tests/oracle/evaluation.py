"""Settlement of one claim under one plan: design 3.5 and 3.6, clause by clause."""
from columns import Columns
from deductibles import is_share
from ledger import Ledger
from rounding import rounded
from tables import UNLIMITED, Refusal


class Evaluation:
    def __init__(self, rules, plan, facts, change, parts, accounts, stay, continuing=False):
        self.rules, self.plan, self.facts, self.change = rules, plan, facts, change
        self.accounts, self.continuing = accounts, continuing
        self.stay = stay  # 3.3: what a part of a stay has of the whole
        self.total, self.full, self.over, first_self_pay, self.expense = parts
        self.untaken = True
        self.ledger = Ledger(first_self_pay)
        self.paid = {layer.id: 0 for layer in plan.layers}
        self.charged = 0
        self.first_layer = True
        self.marks = set()  # expenses at which a layer changes course, for the claim generator

    def round(self, amount):
        return rounded(amount, self.rules.mode, self.rules.unit)

    def amounts(self):
        return {"total": self.total, "in_scope": self.expense}

    def of_the_stay(self, layer, own):
        """3.3: deductibles that have a period of their own are not, nor those that are a share of the claim."""
        rule = layer.deductible
        if layer.cumulative or rule and not rule.each_settlement:
            return False
        return not is_share(own, rule, self.facts)

    def settle(self):
        ordinals = {scope: self.ordinal(scope) for scope in self.plan.scopes}
        ordinals.update(self.stay.given_ordinals or {})
        self.stay.ordinals = ordinals
        for layer in self.plan.layers:
            scope = layer.deductible.counted_within if layer.deductible else "all"
            self.facts.occurrence = ordinals.get(scope)
            if layer.exists_for(self.facts):
                self.settle_layer(layer)
        if self.continuing or not self.stay.counts:
            return
        for scope in self.plan.scopes:  # 3h: the occurrence, by 1; every settled stay counts
            self.accounts.add(self.plan.counter_for(scope, self.facts), 1)

    def ordinal(self, scope):
        """3a; H: a later claim of a unit keeps the unit's."""
        before = self.accounts[self.plan.counter_for(scope, self.facts)]
        return max(before, 1) if self.continuing else before + 1

    def settle_layer(self, layer):
        reached = self.change is not None and layer.id in self.rules.non_local.layers
        change = self.change if reached else None
        share = None
        if layer.in_scope and self.first_layer:  # 3.9: the first on in-scope amount that exists for the person
            share = change.first_self_pay if change else None
            self.first_layer = False
        after = share is not None and self.rules.non_local.after_deductible
        if share is not None and not after:  # 2: before the deductible
            self.take_first_self_pay(self.round(self.expense * share))
        if layer.in_scope:
            base = self.expense if self.untaken else 0
        else:
            base = max(sum(self.ledger.parts[key] for key in self.ledger.keys(layer.sources)), 0)
        shares = layer.ratio.shares(self.facts, change)
        if layer.cumulative:
            self.settle_cumulative(layer, shares, base)
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
        given = self.stay.given is not None and self.of_the_stay(layer, self.own_deductible(layer, change))
        due = self.stay.given.get(layer.id, 0) if given else self.standard(layer, change)
        account, standards = layer.charged_in(self.facts), layer.standards()
        if standards:  # D, highest: set to the larger, not added
            due = self.accounts.raise_to(standards.member(self.facts), due)
        if account:
            due = max(due - self.accounts[account], 0)
        if rule and rule.ceiling:
            name, limit = rule.ceiling
            due = min(due, max(limit(self.facts) - self.accounts[name], 0))
        self.marks.add(due)
        d = min(base, due)
        self.stay.left[layer.id] = due - d
        return d

    def standard(self, layer, change):
        """D before accounts and ceilings: the layer's, or the standing's own, for every N days."""
        own = self.own_deductible(layer, change)
        if own:
            due = own(layer.deductible, self.facts, self.amounts(), self.round)
        else:
            due = self.at_home(layer)
        if not layer.deductible or is_share(own, layer.deductible, self.facts):
            return due  # 3.10: a share of the claim is charged once, however long the stay
        return due * layer.deductible.charges(self.facts)

    def own_deductible(self, layer, change):
        """The standing's own; 3.9: thresholds of other layers stay."""
        return change.deductible if change and layer.in_scope else None

    def at_home(self, layer):
        return layer.deductible.at_home(self.facts, self.amounts(), self.round) if layer.deductible else 0

    def account_of(self, account):
        return account and account.member(self.facts)

    def rooms(self, layer):
        """3d: (measure, room) of each cap, not below 0; G: an unlimited one leaves all room."""
        rooms = []
        for cap in layer.caps:
            limit, account = cap.limit(self.facts), self.account_of(layer.cap_accounts[cap.name])
            if limit != UNLIMITED:
                rooms.append((cap.measures, max(limit - (self.accounts[account] if account else 0), 0)))
        return rooms

    def pay(self, layer, change, shares, base, d):
        axis = self.account_of(layer.axis)
        columns = Columns(layer.ratio, shares, self.accounts[axis] if axis else 0, d, base)
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
        guaranteed = self.guaranteed(change, z, d)
        limits = [room for _, room in rooms]
        exact = min([max(exact, guaranteed)] + limits)  # 3e: not above any R
        # 3.9: no rounding pays more than z - d, unless a guaranteed minimum does.
        limits += [rounded(base), rounded(max(z - d, guaranteed)), self.left()]
        payment = min([self.round(exact)] + limits)  # 3f
        self.marks.update([z, *(last for _, last, _ in columns.spans)])
        self.causes(layer, change, base, d, z, payment)
        self.paid[layer.id] = payment
        self.grow(layer, d, z, payment)

    def left(self):
        """3.7: halves of a fen that several layers round up never make the funds pay more than the claim."""
        return self.total - sum(self.paid.values())

    def guaranteed(self, change, z, d):
        """3e."""
        if not change or not change.minimum:
            return 0
        of, share = change.minimum
        return share * (z - d if of == "above_deductible" else z)

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
        if layer.charged:
            additions[layer.charged_in(self.facts), "d"] = d
        if layer.deductible and layer.deductible.ceiling:
            additions[layer.deductible.ceiling[0], "d"] = d
        if layer.axis:
            additions[self.account_of(layer.axis), layer.ratio.counted] = measures[layer.ratio.counted]
        for cap in layer.caps:
            account = self.account_of(layer.cap_accounts[cap.name])
            if account:
                additions[account, cap.measures] = measures[cap.measures]
        for (account, _), amount in additions.items():
            self.accounts.add(account, rounded(amount))

    def settle_cumulative(self, layer, shares, base):
        """5: F(before + now) - F(before), the threshold inside F; caps on paid through their own account."""
        threshold = self.at_home(layer)

        def benefit(amount):
            return Columns(layer.ratio, shares, 0, min(amount, threshold), amount).up_to(amount)

        before, now = self.accounts[layer.cumulative], rounded(base)
        paid_account = f"{layer.cumulative}.paid" if layer.against_paid else None
        exact = benefit(before + now) - (self.accounts[paid_account] if paid_account else benefit(before))
        limits = [now, self.left()]
        for measure, room in self.rooms(layer):
            if measure != "paid":
                raise Refusal("UNSUPPORTED", "a cap on expense of a cumulative layer")
            limits.append(room)
        exact = min([max(exact, 0)] + limits)  # the difference, which is then rounded
        payment = min([self.round(exact)] + limits)
        self.ledger.reduce(layer.sources, payment)
        self.paid[layer.id] = payment
        self.accounts.add(layer.cumulative, now)
        if paid_account:
            self.accounts.add(paid_account, payment)
        for account in {self.account_of(one) for one in layer.cap_accounts.values() if one}:
            self.accounts.add(account, payment)

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

