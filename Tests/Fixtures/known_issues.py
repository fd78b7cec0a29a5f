"""Fixtures on which the program does not yet do what is expected, by name, with the reason."""

KNOWN_ISSUES: dict[str, str] = {}
