"""Scalars, tables and conditions of a rule file, read exactly (design 2.4).

Amounts become whole fen (int), shares and points become fractions; no float ever appears.
"""
import re
from fractions import Fraction

NUMBER_CASE = re.compile(r"\d+(\+|\.\.\d+)?$")
UNLIMITED = "unlimited"
MONEY = re.compile(r"(\d+)(?:\.(\d{1,2}))?$")
DECIMAL = re.compile(r"(\d+)(?:\.(\d+))?$")


class Refusal(Exception):
    """A claim that cannot be settled, with the code that the caller is told.

    `C?` and `S?` stand for an error of the claim, or a refusal by the rules, whose code the text does not set.
    """

    def __init__(self, code, why=""):
        super().__init__(f"{code} {why}")
        self.code = code


class RuleError(Exception):
    """A rule file that this program cannot read."""


def fen(text):
    """Yuan with at most two decimals, from its characters, as whole fen."""
    match = MONEY.match(str(text))
    if not match:
        raise ValueError(f"not an amount: {text!r}")
    return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))


def decimal(text):
    match = DECIMAL.match(text)
    if not match:
        raise RuleError(f"not a number: {text!r}")
    decimals = match[2] or ""
    return Fraction(int(match[1] + decimals), 10 ** len(decimals))


def ratio(text):
    """`85%`."""
    if not text.endswith("%"):
        raise RuleError(f"not a ratio: {text!r}")
    return decimal(text[:-1]) / 100


def points(text):
    """`10 points`: percentage points."""
    if not text.endswith(" points"):
        raise RuleError(f"not points: {text!r}")
    return decimal(text[: -len(" points")]) / 100


def number_range(text):
    """`3`, `60..69`, `2+` as (first, last); last is None when open."""
    if text.endswith("+"):
        return int(text[:-1]), None
    first, _, last = text.partition("..")
    return int(first), int(last or first)


def in_range(number, bounds):
    return bounds[0] <= number and (bounds[1] is None or number <= bounds[1])


def numeric(dimension, parts):
    """Whether cases are of numbers: the values of a choice never begin with a digit, codes of diseases may."""
    return dimension != "disease" and all(NUMBER_CASE.match(part) for part in parts)


class Node:
    """One level of a table: the cases of one dimension."""

    __slots__ = ("dimension", "named", "ranges", "otherwise")

    def __init__(self, dimension, cases, children):
        self.dimension = dimension
        self.named, self.ranges, self.otherwise = {}, [], None
        for (key, _), child in zip(cases.items(), children):
            parts = key.split("/")
            if key == "any":
                self.otherwise = child
            elif numeric(dimension, parts):
                self.ranges += [(number_range(part), child) for part in parts]
            else:
                self.named.update((part, child) for part in parts)

    def choose(self, facts):
        """A value without a case of its own uses the case of what it refines (2.3, `classes`)."""
        if self.otherwise is not None:
            return self.otherwise
        if self.ranges:
            number = facts.number(self.dimension)
            for bounds, child in self.ranges:
                if in_range(number, bounds):
                    return child
        else:
            for value in facts.lineage(self.dimension):
                if value in self.named:
                    return self.named[value]
        raise Refusal("S0210", f"{self.dimension} has no case")


class Table:
    """A value chosen by dimensions; `leaf` turns a YAML leaf into the value."""

    def __init__(self, raw, leaf):
        self.leaves = []

        def make(node):
            self.leaves.append(leaf(node))
            return self.leaves[-1]

        def build(node, dimensions):
            if not dimensions:
                return make(node)
            return Node(dimensions[0], node, [build(child, dimensions[1:]) for child in node.values()])

        self.by = []
        if isinstance(raw, dict) and "by" in raw:
            self.by = [raw["by"]] if isinstance(raw["by"], str) else list(raw["by"])
            self.root = build(raw["cases"], self.by)
        elif isinstance(raw, dict) and "value" in raw:
            self.root = make(raw["value"])
        else:
            self.root = make(raw)
        self.keys, self.words = {}, {}
        self._collect(self.root)

    def _collect(self, node):
        """Bounds of numeric cases, for the claim generator, and words of the others, by dimension."""
        if isinstance(node, Node):
            self.words.setdefault(node.dimension, set()).update(node.named)
            self.keys.setdefault(node.dimension, set()).update(n for bounds, _ in node.ranges for n in bounds if n is not None)
            children = [node.otherwise] if node.otherwise is not None else list(node.named.values())
            for child in children + [child for _, child in node.ranges]:
                self._collect(child)

    def __call__(self, facts):
        node = self.root
        while type(node) is Node:
            node = node.choose(facts)
        return node


class Filter:
    """`for: {insurance: employee, hospital_level: primary/tertiary, age: 70+}`."""

    def __init__(self, raw):
        self.conditions = []
        for dimension, value in (raw or {}).items():
            parts = [part for item in ([value] if isinstance(value, str) else value) for part in item.split("/")]
            if parts == ["any"]:
                continue
            if numeric(dimension, parts):
                parts = [number_range(part) for part in parts]
            self.conditions.append((dimension, parts))

    def __call__(self, facts):
        """False when a known fact says so; a fact that is missing then cannot be guessed (3.1)."""
        missing = None
        for dimension, allowed in self.conditions:
            try:
                if isinstance(allowed[0], tuple):
                    number = facts.number(dimension)
                    holds = any(in_range(number, bounds) for bounds in allowed)
                else:
                    holds = any(value in allowed for value in facts.lineage(dimension))
                    if not holds:
                        facts.check_told(dimension, allowed)
            except Refusal as refusal:
                missing = refusal
                continue
            if not holds:
                return False
        if missing:
            raise missing
        return True


def bounded(value, at_least, at_most):
    if at_least is not None:
        value = max(value, at_least)
    return value if at_most is None else min(value, at_most)
