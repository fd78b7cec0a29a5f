"""Folder of rule files -> what is in force in a region on a day (design 2.1, 2.2)."""
import copy
import datetime
import pathlib

import yaml

from names import english
from parameters import fixed
from tables import Refusal, RuleError

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
IDENTITY = ("format", "region", "title", "in_force", "issued", "status", "open_questions")
ITEM_KEYS = ("id", "use", "代号", "用")
FAR = "9999-12-31"


def load(path):
    """Every scalar stays the text it is, so that no float can appear."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=loader)


def replace(root, at, was, now):
    """2.1: one `changes` entry, in the language of the version before; list items go by their `id` (or `use`)."""
    steps, node = at.split("."), root
    for number, step in enumerate(steps):
        if isinstance(node, list):
            key = next((i for i, item in enumerate(node) if step in [item.get(one) for one in ITEM_KEYS]), None)
        else:
            key = step if step in node else None
        if key is None:
            raise RuleError(f"changes: no {at}")
        if number == len(steps) - 1:
            if node[key] != was:
                raise RuleError(f"changes: {at} was {node[key]}, not {was}")
            node[key] = now
        else:
            node = node[key]


class Version:
    """One file: its own sections, after `changes` were applied to the version before."""

    def __init__(self, written, before):
        raw = english(written)
        changes = "changes" in raw
        self.written = written  # in its own language, for the paths of later changes
        if changes:
            self.written = copy.deepcopy(before.written)
            for entry in raw["changes"]:
                replace(self.written, entry["at"], entry["was"], entry["now"])
            own = {key: one for key, one in english(self.written).items() if key not in IDENTITY}
            own.update({key: raw[key] for key in IDENTITY if key in raw})
            raw = own
        self.raw = raw
        self.region = raw["region"]
        self.first = raw["in_force"]["from"]
        self.filing_since = before.filing_since if changes else self.first  # of the file that writes the section out
        self.last = raw["in_force"].get("to", FAR)


class Catalogue:
    """Code lists: the folder's own, and another folder's where it lacks one."""

    def __init__(self, folder, fallback):
        lists = {}
        for place in (fallback, folder):
            found = {}
            for path in sorted(pathlib.Path(place).glob("*.yaml")):
                document = load(path)
                for name in ("regions", "codes", "funds", "diseases"):
                    found.setdefault(name, {}).update(document.get(name, {}))
            lists.update({name: entries for name, entries in found.items() if entries})
        self.regions, self.codes, self.funds = lists["regions"], lists["codes"], lists["funds"]
        self.diseases = set(lists["diseases"])
        self.treated_at = {e["treated_at"]: code for code, e in self.regions.items() if "treated_at" in e}

    def place(self, code):
        """The pooling region that a district's, city's or region's code stands for.

        A province counts only where it pools as a whole; a code the catalogue lacks stands for its city.
        """
        exact, city, province = widening(code)
        for candidate in (exact, city):
            candidate = self.treated_at.get(candidate, candidate)
            if candidate in self.regions:
                return candidate
        return province if self.regions.get(province, {}).get("level") == "pooling_region" else city


def widening(code):
    """The exact code, the city's, the province's."""
    return code, code[:4] + "00", code[:2] + "0000"


class Sections:
    """What holds in a region on a day: its own sections over the inherited ones."""

    def __init__(self, version, parent):
        inherited = parent.sections if parent else {}
        # B: a file's amounts are fixed by its own parameters, or by the inherited ones where it has none.
        own = fixed(version.raw, version.raw.get("parameters", inherited.get("parameters", {})))
        self.region, self.version, self.draft = version.region, version.first, own.get("status") == "draft"
        self.sections = {**inherited, **own}
        # 3.2, 4: a section `filing` is replaced as a whole; what it asks of a filing's days holds since its file is in force.
        self.filing_since = version.filing_since if "filing" in own else parent.filing_since if parent else None
        if "attributes" in own:  # A: merged by id, nearest first
            self.sections["attributes"] = {**inherited.get("attributes", {}), **own["attributes"]}
        # A plan keeps the file it was written in: ids are resolved there.
        self.plans = dict(parent.plans) if parent else {}
        for refusals in ("not_known", "not_offered"):
            for name in own.get(refusals, {}):
                self.plans.pop(name, None)
        for name, raw in own.get("plans", {}).items():
            self.plans[name] = (raw, self.sections)
        self.refusals = {**self.sections.get("not_known", {}), **self.sections.get("not_offered", {})}


class PolicyFolder:
    """All versions of all regions of a folder."""

    def __init__(self, folder, catalogue=REPOSITORY / "policies" / "catalogue"):
        folder = pathlib.Path(folder)
        self.catalogue = Catalogue(folder / "catalogue", catalogue)
        self.versions = {}
        for path in sorted(folder.glob("*/*.yaml")):
            if path.parent.name == "catalogue":
                continue
            raw = load(path)
            versions = self.versions.setdefault(raw.get("region", raw.get("统筹地区")), [])
            versions.append(Version(raw, versions[-1] if versions else None))

    def region_of(self, code):
        """The rules' region that a place of insurance belongs to."""
        for candidate in widening(code):
            if candidate in self.versions:
                return candidate
        raise Refusal("S0201", code)

    def in_force(self, region, day):
        for version in self.versions.get(region, []):
            if version.first <= day <= version.last:
                return version
        raise Refusal("S0202", f"{region} {day}")

    def sections(self, region, day):
        """2.2: the parent's version in force on the same day."""
        version = self.in_force(region, day)
        parent = version.raw.get("inherits")
        return Sections(version, self.sections(parent, day) if parent else None)

    def slices(self, region):
        """Spans of days on which the same files hold: (first day, last day, version)."""
        starts = set()
        line, open_regions = [], [region]
        while open_regions:
            for version in self.versions.get(open_regions.pop(), []):
                line.append(version)
                starts.add(version.first)
                if version.last != FAR:
                    starts.add(day_after(version.last))
                if "inherits" in version.raw:
                    open_regions.append(version.raw["inherits"])
        starts = sorted(starts)
        result = []
        for first, following in zip(starts, starts[1:] + [None]):
            try:
                version = self.in_force(region, first)
            except Refusal:
                continue
            result.append((first, day_before(following) if following else version.last, version.first))
        return result


def day_after(day):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()


def day_before(day):
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()
