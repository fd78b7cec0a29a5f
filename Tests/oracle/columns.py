"""What a layer pays along the axis of its columns (3.5, 3c and 3d)."""
from fractions import Fraction


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
