"""2.3 `classes`: finer values of a dimension."""


def belongs(members, institution, attributes):
    if "institutions" in members:
        return institution in members["institutions"]
    return attributes.get(members["attribute"]) == members["equals"]


class Classes:
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

    def upwards(self, value):
        """A value or class and all that it refines."""
        parents = {name: parent for name, _, parent, _ in self.entries}
        found = [value]
        while found[-1] in parents:
            found.append(parents[found[-1]])
        return found
