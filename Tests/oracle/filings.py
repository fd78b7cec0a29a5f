"""One filing of a claim, the visit it is asked about, and what its own days must be (3.2, 4)."""
from days import plus_days, plus_months
from tables import Refusal

NEVER = "2099"  # an `enddate` of that year or later is none
FOREVER = "9999-12-31"


class Filing:
    def __init__(self, raw, index):
        self.index = index
        self.kind, self.sub_kind = raw["kind"], raw.get("sub_kind")
        self.filed_on = raw["filed_on"][:10]
        self.first = raw.get("begndate", self.filed_on)[:10]
        self.written_end = raw["enddate"][:10] if "enddate" in raw else None
        self.enddate = None if self.written_end is None or self.written_end[:4] >= NEVER else self.written_end
        self.ended_on = raw["ended_on"][:10] if "ended_on" in raw else None
        self.areas = set(raw["areas"])
        self.institutions, self.diseases = set(raw.get("institutions", [])), set(raw.get("diseases", []))
        self.insurance, self.employer = raw.get("insutype"), raw.get("emp_no")
        self.promised, self.agreed = bool(raw.get("promised")), bool(raw.get("agreed"))
        self.papers_on = raw["papers_on"][:10] if "papers_on" in raw else None
        self.order = self.filed_on, index

    def papers_by(self, day):
        return self.papers_on is not None and self.papers_on <= day

    def own_end(self, kind):
        """4 g: the last day by `ended_on` and by what its kind's rules say; FOREVER when there is none."""
        ends = [FOREVER]
        if self.ended_on:
            ends.append(plus_days(self.ended_on, -1))
        if kind.lasts == "months" and not self.written_end:
            ends.append(plus_days(plus_months(self.first, kind.months), -1))
        elif kind.lasts != "open" and self.enddate:
            ends.append(self.enddate)
        return min(ends)


class Visit:
    """What a claim says of the visit; a day that is asked for has to be told."""

    def __init__(self, claim, kind, settled):
        self.claim, self.kind, self.settled = claim, kind, settled

    def told(self, field):
        if field not in self.claim:
            raise Refusal("C0112", field)
        return self.claim[field]

    @property
    def first(self):
        return self.told("begntime")[:10]

    @property
    def last(self):
        """Its last day; the first when not told, but a stay has to tell it."""
        if self.kind == "inpatient" or "endtime" in self.claim:
            return self.told("endtime")[:10]
        return self.first

def check_filing(filing, rules):
    """Errors of a filing, whatever becomes of it."""
    if any(day and day < filing.first for day in (filing.written_end, filing.ended_on)):
        raise Refusal("C0129", filing.index)
    at_most = rules.institutions_at_most
    if at_most is not None and len(filing.institutions) > at_most * max(len(filing.diseases), 1):
        raise Refusal("C0137", filing.index)
    kind = rules.kinds.get(filing.kind)
    if kind and filing.filed_on >= rules.since and not keeps_to(filing, kind):
        raise Refusal("C0128", filing.index)


def keeps_to(filing, kind):
    """What `lasts` asks of the days of a filing made since the rules came into force."""
    if kind.lasts == "chosen":
        return filing.written_end is not None
    if kind.lasts == "open":
        return filing.enddate is None
    due = plus_months(filing.first, kind.months)
    if kind.lasts == "months":
        return filing.written_end in (None, due, plus_days(due, -1))
    return filing.enddate is None or filing.enddate >= plus_days(due, -1)
