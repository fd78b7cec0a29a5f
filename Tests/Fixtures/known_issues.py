"""Fixtures on which the program does not yet do what is expected, by name, with the reason; none at present."""

KNOWN_ISSUES: dict[str, str] = {}
