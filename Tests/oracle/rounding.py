"""Rounding of exact amounts (3.6)."""
from fractions import Fraction


def rounded(amount, mode="half_up", unit=1):
    """Half up to fen unless the region's `rounding` says otherwise."""
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
