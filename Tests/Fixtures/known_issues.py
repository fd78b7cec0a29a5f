"""Fixtures on which the program does not yet do what is expected, by name, with the reason."""

KNOWN_ISSUES: dict[str, str] = {
    "disease-code-unquoted-in-cases": "codes are only looked at for quotes where the list defines them",
    "disease-code-unquoted-in-for": "codes are only looked at for quotes where the list defines them",
    "disease-group-named-like-code": "a group and a disease may have one name, which then means the group's cases",
    "no-diseases-separately": "P0369 stands at the account, not at `separately_for`",
    "no-diseases-cap": "P0369 stands at the cap, not at `separately_for`",
    "no-diseases-several": "P0369 stands at the cap, not at `several`",
    "no-diseases-any": "a table by disease without a list of diseases is not found when its only case is `any`",
    "deductible-bounds-reversed-adjust": "the bounds of an adjusted deductible are not compared",
    "deductible-bounds-reversed-chinese": "the bounds of an adjusted deductible are not compared",
    "separately-cap-each-settlement": "`separately_for` is ignored at a cap for each settlement",
    "separately-cap-each-settlement-chinese": "`separately_for` is ignored at a cap for each settlement",
}
