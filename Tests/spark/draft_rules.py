"""The other rule set of the test: policies/ with some figures changed, one region gone."""
import shutil

CHANGES = {
    # Beijing: a lower deductible for stays, a lower cap for a year of outpatient visits.
    "110000-beijing/2023-01-01.yaml": [
        ("cases: {1: 1300, 2+: 650}", "cases: {1: 1200, 2+: 600}"), ("    amount: 4500\n", "    amount: 4400\n")],
    "110000-beijing/2024-01-01.yaml": [("was: 4500, now: 5000", "was: 4400, now: 4600")],
}
GONE = "650100-urumqi"


def write_draft(rules, draft):
    """Copies a folder of rules and changes the copy."""
    shutil.copytree(rules, draft)
    shutil.rmtree(draft / GONE)
    for name, changes in CHANGES.items():
        text = (draft / name).read_text(encoding="utf-8")
        for old, new in changes:
            if text.count(old) != 1:
                raise ValueError(f"{name}: {old!r} is there {text.count(old)} times")
            text = text.replace(old, new)
        (draft / name).write_text(text, encoding="utf-8")
