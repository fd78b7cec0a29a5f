"""Random amounts and accounts, where readings differ: 0, one fen, deductibles, column ends, caps, what an
account has left, each with a fen more or less (for the claim generator)."""
from fractions import Fraction

from oracle import LINE_PARTS, PARTS, answer
from stays import boundary, days_of_parts
from tables import Refusal

TRIAL = 100000000  # fen in scope of the trial settlement


def yuan(amount):
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"


class Sums:
    def accounts(self, claim, stratum):
        """Nothing yet, or a state for every account of the plan, at times of the whole region."""
        rnd, plan = self.random, stratum.plan
        if not plan or not plan.accounts or rnd.random() < 0.2 and "same_unit" not in claim:
            claim.pop("same_unit", None)
            return {}
        every = plan.accounts if rnd.random() < 0.7 else [one for each in stratum.rules.plans for one in each.accounts]
        state = {}
        for account in every:
            if account.unit and "same_unit" not in claim and rnd.random() < 0.7:
                continue
            if account.family:
                self.family(claim, stratum, account, state)
            else:
                state[account.name] = self.content(stratum, account.name)
        names = list(state)
        rnd.shuffle(names)
        return {name: state[name] for name in names}

    def family(self, claim, stratum, account, state):
        """I: the own member, `.*`, or both, and some other members."""
        rnd, diseases = self.random, stratum.rules.diseases
        own = diseases.key(account.family, diseases.lineage(claim["dise_codg"])) if claim.get("dise_codg") in diseases.group_of else None
        kind = rnd.choice(["own", "both", "both", "star"]) if own else "star"
        keys = [own] if kind != "star" else []
        keys += [key for key in rnd.sample(stratum.rules.chart.families[account.name], 1) if key != own and rnd.random() < 0.4]
        for key in keys:
            state[f"{account.name}.{key}"] = self.content(stratum, account.name)
        if kind != "own":
            state[f"{account.name}.*"] = 0

    def content(self, stratum, name):
        rnd = self.random
        if name in stratum.rules.chart.counters:
            return rnd.randint(0, rnd.choice([2, 4, 9]))
        limits = stratum.points.limits
        limit = rnd.choice(limits.get(name) or limits.get(name.rpartition(".")[0]) or [0, 100000])
        return max(0, rnd.choice([
            0, limit, limit + 1, limit - 1, limit - rnd.randint(0, 200), rnd.randint(0, max(limit, 1)),
            rnd.randint(0, max(limit, 1)), limit + rnd.randint(0, 5000000)]))

    def written(self, stratum, name, value):
        if name in stratum.rules.chart.counters:
            return value
        return self.amount(value)

    def amount(self, value):
        text = yuan(value)
        if self.random.random() < 0.3 and text.endswith(".00"):
            text = text[:-3]
        return text if self.random.random() < 0.2 else f"#{text}"

    def amounts(self, claim, stratum, accounts, before=None):
        rnd = self.random
        in_scope = self.in_scope(claim, stratum, accounts, before)
        rest = [0 if rnd.random() < 0.5 else self.spread(5000000) for _ in range(3)]
        parts = [in_scope + sum(rest), *rest, in_scope]
        claim.update((name, self.amount(value)) for name, value in zip(PARTS, parts))
        if rnd.random() < (0.12 if stratum.rules.filing or before is not None else 0.05):
            first = [0, *(rnd.randint(0, part) for part in parts[1:])]
            first[0] = sum(first)
            lines = [first, [whole - part for whole, part in zip(parts, first)]]
            claim["feedetail"] = [dict(zip(LINE_PARTS, map(self.amount, line))) for line in lines]

    def in_scope(self, claim, stratum, accounts, before):
        rnd = self.random
        if not stratum.points or rnd.random() < 0.2:
            return self.spread(rnd.choice([500000, 10000000, 100000000]))
        points = stratum.points
        kind = rnd.random()
        if kind < 0.05:
            target = 0
        elif kind < 0.5:
            target = self.mark(claim, stratum, accounts, before)
        elif kind < 0.65:
            target = rnd.choice(points.amounts)
        elif kind < 0.75:
            target = rnd.choice(points.deductibles)
        else:  # where what an account, or a cap, has left is used up
            limits = [(limit, accounts.get(name, 0)) for name, some in points.limits.items() for limit in some]
            limit, used = rnd.choice(limits + [(cap, 0) for cap in points.caps] or [(0, 0)])
            room = max(limit - used, 0)
            target = rnd.choice(points.deductibles) + rnd.choice([room, int(room / rnd.choice(points.ratios))])
        if rnd.random() < 0.1:
            target = int(target / Fraction(rnd.choice([80, 90]), 100))
        return max(0, target + rnd.choice([0, 0, 1, -1, rnd.randint(-300, 300)]))

    def mark(self, claim, stratum, accounts, before):
        """Where this very claim changes course, from a trial settlement: the deductible after adjustments and
        accounts, column ends, where caps are used up."""
        trial = {**claim, **dict.fromkeys(PARTS[1:4], "0"), PARTS[0]: yuan(TRIAL), PARTS[4]: yuan(TRIAL)}
        trial = {key: str(value) if isinstance(value, int) else value for key, value in trial.items()}
        trial["attributes"] = {key: str(value) for key, value in claim.get("attributes", {}).items()}
        for field, state in (("accounts", accounts), ("accounts_before", before)):
            if state is not None:
                trial[field] = {name: str(value) if name in stratum.rules.chart.counters else yuan(value)
                                for name, value in state.items()}
        try:
            evaluation = answer(self.policies, trial)[1]
        except Refusal:
            return self.random.choice(stratum.points.amounts)
        mark = self.random.choice(sorted(evaluation.marks))
        share = evaluation.change and evaluation.change.first_self_pay
        mark = mark / (1 - share) if share and share < 1 else mark
        if before is not None and self.random.random() < 0.7:  # where the first part of the stay changes course
            later = boundary(claim, "inpatient", stratum.rules)
            first, second = days_of_parts(claim, later)
            mark = mark * (first + second) / first
        return int(mark)

    def spread(self, most):
        """Uniform or even over the orders of magnitude."""
        rnd = self.random
        return rnd.randint(0, most) if rnd.random() < 0.5 else int(most ** rnd.random())
