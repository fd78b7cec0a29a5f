"""What is known of one claim: the value of each dimension (2.4), finest class first."""
from tables import Refusal


class Facts:
    def __init__(self, values, classes, diseases, identity):
        self.values, self.classes, self.diseases, self.identity = values, classes, diseases, identity
        self.occurrence = None
        self.days = None  # of the stay, for `again_every_days`
        self.person_diseases = None
        self.unlisted = False  # whether the claim names a disease that the region does not list
        self.lineages = {}

    def under(self, classes):
        """The same facts under the classes of the file that a plan was written in."""
        if classes is self.classes:
            return self
        facts = Facts(self.values, classes, self.diseases, self.identity)
        facts.days, facts.person_diseases, facts.unlisted = self.days, self.person_diseases, self.unlisted
        return facts

    def lineage(self, dimension):
        found = self.lineages.get(dimension)
        if found is None:
            value = self.values[dimension]
            if value is None:
                raise self.missing(dimension)
            if dimension == "disease":
                found = self.diseases.lineage(value)
            else:
                found = self.classes.lineage(dimension, value, self.identity)
            self.lineages[dimension] = found
        return found

    def missing(self, dimension):
        """The refusal of a claim that lacks a fact; a disease that is not listed is none."""
        return Refusal("S0212" if dimension == "disease" and self.unlisted else "C0112", dimension)

    def number(self, dimension):
        value = self.occurrence if dimension == "occurrence" else self.values[dimension]
        if value is None:
            raise Refusal("C0112", dimension)
        return value

    def check_told(self, dimension, words):
        self.classes.check_told(dimension, words, self.lineage(dimension), self.identity)

    def treat_as(self, level):
        """3.5, 1: a mapped hospital level replaces `hospital_level` in every look-up and ordinal."""
        if level is not None:
            self.lineages["hospital_level"] = self.classes.upwards(level)

    def disease_key(self, kind):
        return self.diseases.key(kind, self.lineage("disease"))

    def for_disease(self, code, look_up):
        """A look-up as if the claim were for another of the person's diseases (additions, G)."""
        own = self.lineages.pop("disease", None)
        self.lineages["disease"] = self.diseases.lineage(code)
        try:
            return look_up(self)
        finally:
            del self.lineages["disease"]
            if own:
                self.lineages["disease"] = own
