"""Causes of what the person pays (3.5, 3g and 4)."""


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
