"""The list of diseases, its groups, and what a claim says about them (additions, C)."""
from tables import Refusal


class Diseases:
    def __init__(self, raw, national=()):
        self.national = national
        self.group_of = {code: one.get("group") for code, one in raw.get("list", {}).items()}

    def lineage(self, code):
        """A code is finer than its group."""
        group = self.group_of[code]
        return [code, group] if group else [code]

    def key(self, kind, lineage):
        """`separately_for`: the code, or its group; a code without group stands for itself."""
        return lineage[0] if kind == "disease" else lineage[-1]

    def keys(self, kind):
        """Every member that a family of accounts may have (I)."""
        return {self.key(kind, self.lineage(code)) for code in self.group_of}

    def of_claim(self, claim, visit):
        """The claim's disease, when it is listed; a chronic claim needs one."""
        code = claim.get("dise_codg")
        self.check_known([code] if code is not None else [])
        if visit == "chronic" and self.group_of:
            if code is None:
                raise Refusal("C0112", "dise_codg")
            if code not in self.group_of:
                raise Refusal("S0212", code)
        return code if code in self.group_of else None

    def check_known(self, codes):
        """On the region's list, or at least on the national one."""
        for code in codes:
            if code not in self.group_of and code not in self.national:
                raise Refusal("C0105", code)

    def of_person(self, claim):
        """Certified diseases, the main one first: all listed, none twice, the claim's own among them."""
        codes = claim.get("diseases")
        if codes is None or not self.group_of:
            return codes
        self.check_known(codes)
        if any(code not in self.group_of for code in codes):
            raise Refusal("S0212", "diseases")
        if len(set(codes)) < len(codes) or "dise_codg" in claim and claim["dise_codg"] not in codes:
            raise Refusal("C0123", "diseases")
        return codes
