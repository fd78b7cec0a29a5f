"""Fixtures on which the program does not yet do what is expected, by name, with the reason."""

KNOWN_ISSUES: dict[str, str] = {
    "sub-kinds-without-source": "sub_kinds needs no source, and what it decides then cites an empty clause",
}
