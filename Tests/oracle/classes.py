"""2.3 `classes`: finer values of a dimension, by institution, platform code or attribute."""
from tables import Refusal


class Identity:
    """What of a claim tells whether it belongs to a class."""

    def __init__(self, institution=None, codes=None, attributes=None):
        self.institution, self.codes, self.attributes = institution, codes or {}, attributes or {}

    def tells(self, dimension, members):
        """3.10: not telling is not a "no"."""
        if "institutions" in members:
            return self.institution is not None
        if "codes" in members:
            return self.codes.get(dimension) is not None
        return members["attribute"] in self.attributes

    def belongs(self, dimension, members):
        if "institutions" in members:
            return self.institution in members["institutions"]
        if "codes" in members:
            return self.codes.get(dimension) in members["codes"]
        return self.attributes.get(members["attribute"]) == members["equals"]


class Classes:
    def __init__(self, raw):
        self.entries = [(name, one["of"], one["is"], one["members"]) for name, one in raw.items()]
        self.parents = {name: parent for name, _, parent, _ in self.entries}

    def names(self, dimension):
        return [name for name, of, _, _ in self.entries if of == dimension]

    def lineage(self, dimension, value, identity):
        """The value refined as often as a class takes it in, finest first."""
        found = [value]
        while True:
            finer = [name for name, of, parent, members in self.entries
                     if of == dimension and parent == found[0] and identity.belongs(dimension, members)]
            if len(finer) > 1:
                raise Refusal("C0116", dimension)
            if not finer:
                return found
            found = finer + found

    def upwards(self, value):
        """A value or class and all that it refines."""
        found = [value]
        while found[-1] in self.parents:
            found.append(self.parents[found[-1]])
        return found

    def check_told(self, dimension, words, lineage, identity):
        """3.10: a class that one of the words names, and that may take the claim in, asks for its fact."""
        named = {name for word in words for name in self.upwards(word)}
        for name, of, parent, members in self.entries:
            if of == dimension and name in named and parent in lineage and not identity.tells(dimension, members):
                raise Refusal("C0112", name)
