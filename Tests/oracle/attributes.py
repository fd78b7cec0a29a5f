"""Further facts that a region's claims carry, each a dimension under its own id (additions, A)."""
from tables import Refusal

MOST = 9999


class Attribute:
    def __init__(self, raw):
        self.numeric = raw["kind"] == "number"
        self.values = list(raw.get("values", {}))

    def read(self, text):
        """The value of a claim: a whole number 0...9999, or one of the list."""
        if not self.numeric:
            if text not in self.values:
                raise Refusal("C0117", text)
            return text
        if not text.isascii() or not text.isdigit() or int(text) > MOST:
            raise Refusal("C?", text)
        return int(text)


def read_attributes(attributes, claim):
    """Every declared attribute that the claim carries, asked for or not; others belong to `classes`."""
    given = claim.get("attributes", {})
    return {id: one.read(given[id]) if id in given else None for id, one in attributes.items()}
