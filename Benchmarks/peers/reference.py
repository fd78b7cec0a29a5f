"""What the benchmark's rules pay, in exact fractions, one claim at a time: docs/semantics.md 3.5 for these rules and no
others, written to be read. Everything that is timed has to agree with it.

    reference.settle("inpatient", {"total": …, "in_scope": …, …})   # the answer columns, whole fen
"""

from fractions import Fraction

INFINITE = 10**18
YUAN = 100


def percent(*values):
    return [Fraction(value, 100) for value in values]


INPATIENT_RATIOS = {3: percent(85, 90, 95), 2: percent(87, 92, 97), 1: percent(90, 95, 97)}
POINTS = percent(0, 0, 10, 10, 20)
OUTPATIENT_RATIOS = {
    (0, 3): percent(70, 60), (0, 2): percent(70, 60), (0, 1): percent(90, 60),
    (1, 3): percent(85, 80), (1, 2): percent(85, 80), (1, 1): percent(90, 80),
}  # fmt: skip
CHRONIC_DEDUCTIBLE = {3: 600 * YUAN, 2: 400 * YUAN, 1: 200 * YUAN}
CHRONIC_RATIO = {3: Fraction(75, 100), 2: Fraction(80, 100), 1: Fraction(85, 100)}
DISEASE_CAPS = [3000 * YUAN, 4000 * YUAN, 5000 * YUAN, 100000 * YUAN]
RESIDENT_DEDUCTIBLE = {3: (1300, 650), 2: (800, 400), 1: (300, 150)}
RESIDENT_RATIO = {3: Fraction(65, 100), 2: Fraction(75, 100), 1: Fraction(85, 100)}


def half_up(amount):
    return int((amount + Fraction(1, 2)) // 1)


def room(cap, so_far):
    return max(0, cap - so_far)


def paid_until(base, deductible, start, columns, room_paid, room_expense=INFINITE):
    """S and z of 3.5.3 d. `columns`: (upper end on the axis, ratio); the claim begins at `start` on the axis."""
    end = max(deductible, min(base, room_expense))
    paid, position = Fraction(0), Fraction(deductible)
    for upper, ratio in columns:
        here = min(end, upper - start) - position
        if here <= 0:
            continue
        if paid + here * ratio > room_paid:
            return Fraction(room_paid), position + (room_paid - paid) / ratio
        paid, position = paid + here * ratio, position + here
    return paid, Fraction(end)


def shown(claim, payments, deductible, over_cap):
    """The answer: causes in fen, the ratio share takes the remainder (3.6)."""
    fund = sum(payments.values())
    over = half_up(over_cap)
    return payments | {
        "person": claim["total"] - fund,
        "deductible": deductible,
        "over_cap": over,
        "ratio_share": claim["in_scope"] - fund - deductible - over,
        "out_of_scope": claim["total"] - claim["in_scope"],
        "fund": fund,
    }


def inpatient(claim):
    base, start = claim["in_scope"], claim["pool_expense"]
    deductible = min(base, (1300 if claim["stays"] == 0 else 650) * YUAN)
    ratios = INPATIENT_RATIOS[claim["level"]]
    if claim["retired"]:
        ratios = [1 - (1 - ratio) * Fraction(60, 100) for ratio in ratios]
    points = POINTS[claim["filing"]]
    columns = list(zip((30000 * YUAN, 40000 * YUAN, INFINITE), (ratio - points for ratio in ratios)))
    paid, reached = paid_until(
        base, deductible, start, columns, room(100000 * YUAN, claim["pool_paid"]), room(100000 * YUAN, start)
    )
    large_ratio = Fraction(90 if claim["retired"] else 85, 100) - points
    rest = base - reached
    large, reached = paid_until(rest, 0, 0, [(INFINITE, large_ratio)], room(400000 * YUAN, claim["large_paid"]))
    return shown(claim, {"pool": half_up(paid), "large": half_up(large)}, deductible, rest - reached)


def outpatient(claim):
    base, start = claim["in_scope"], claim["year_expense"]
    standard = (1300 if claim["retired"] else 1800) * YUAN
    deductible = min(base, room(standard, claim["deductible_charged"]))
    columns = list(zip((20000 * YUAN, INFINITE), OUTPATIENT_RATIOS[claim["retired"], claim["level"]]))
    paid, reached = paid_until(base, deductible, start, columns, room(20000 * YUAN, claim["year_paid"]))
    return shown(claim, {"pool": half_up(paid)}, deductible, base - reached)


def chronic(claim):
    base = claim["in_scope"]
    deductible = min(base, room(CHRONIC_DEDUCTIBLE[claim["level"]], claim["deductible_charged"]))
    ratio = CHRONIC_RATIO[claim["level"]] + Fraction(5 * claim["retired"], 100)
    left = room(DISEASE_CAPS[claim["disease"]], claim["disease_paid"])
    paid, reached = paid_until(base, deductible, 0, [(INFINITE, ratio)], left)
    return shown(claim, {"pool": half_up(paid)}, deductible, base - reached)


def major_illness(base, hardship):
    above = max(0, base - (15000 if hardship else 30000) * YUAN)
    first, second = percent(65, 75) if hardship else percent(60, 70)
    return min(above, 50000 * YUAN) * first + max(0, above - 50000 * YUAN) * second


def five_layers(claim):
    base, hardship = claim["in_scope"], claim["hardship"]
    deductible = min(base, RESIDENT_DEDUCTIBLE[claim["level"]][min(1, claim["stays"])] * YUAN)
    columns = [(INFINITE, RESIDENT_RATIO[claim["level"]])]
    paid, reached = paid_until(base, deductible, 0, columns, room(150000 * YUAN, claim["pool_paid"]))
    payments = {"pool": half_up(paid)}
    rest = base - reached
    columns = [(INFINITE, Fraction(60, 100))]
    paid, reached = paid_until(rest, 0, 0, columns, room(200000 * YUAN, claim["supplement_paid"]))
    payments["supplement"] = half_up(paid)
    causes = {"deductible": Fraction(deductible), "over_cap": rest - reached}
    causes["ratio_share"] = base - sum(payments.values()) - deductible - causes["over_cap"]

    def pay(layer, order, amount):
        payments[layer] = amount
        for cause in order:
            taken = min(causes[cause], amount)
            causes[cause] -= taken
            amount -= taken

    everything = ("deductible", "ratio_share", "over_cap")
    before, now = claim["major_base"], sum(causes.values())
    pay("major", everything, half_up(major_illness(before + now, hardship) - major_illness(before, hardship)))
    left = room(50000 * YUAN, claim["assistance_paid"])
    share = sum(causes.values()) * Fraction(70, 100)
    pay("assistance", everything, min(half_up(share), left) if hardship else 0)
    pay("other", everything[1:], half_up((causes["ratio_share"] + causes["over_cap"]) * Fraction(10, 100)))
    return shown(claim, payments, int(causes["deductible"]), causes["over_cap"])


SETTLE = {"inpatient": inpatient, "outpatient": outpatient, "chronic": chronic, "five_layers": five_layers}


def settle(shape, claim):
    return SETTLE[shape](claim)
