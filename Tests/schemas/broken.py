"""Checks that the committed schemas reject broken rule files and claims, with the tool that CI systems and editors use.

    python3 Tests/schemas/broken.py CHECK_JSONSCHEMA [SCHEMAS]

A schema cannot see everything `policy check` sees (sources, references, traps of YAML's typing), so only faults of form
are tried: each fixture of Tests/Fixtures/broken whose code is in FORM has to be rejected, and each broken claim and
refund of claims.py. The good rule files, claims and refunds have to be accepted.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

from claims import BROKEN_CLAIMS, BROKEN_REFUNDS, GOOD_CLAIMS, GOOD_REFUNDS  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
BROKEN = ROOT / "Tests/Fixtures/broken"
GOOD = ROOT / "Tests/Fixtures/good"
# Unknown, missing and empty keys, wrong kinds, unknown words, amounts, ratios, points, whole numbers and days in another
# form, codes of another form, `any` beside other cases, lists that are empty or repeat an item.
FORM = {
    "F0201", "F0202", "F0203", "F0205", "F0206", "F0210", "F0211", "F0213", "F0214", "F0215", "F0216", "F0217", "F0218",
    "F0222", "F0224", "F0226", "F0230", "F0234", "F0235", "F0236", "F0237", "F0239",
}

BOTH_LANGUAGES = "patterns know the words of both languages"
ANY_KIND = "a changed value may be of any kind"
YAML_NUMBER = "YAML reads a number, and the schema sees no more of it"
# What a schema cannot tell apart, by the name of the fixture without its number, each with its reason.
ACCEPTED = {
    "ratio-change-now": ANY_KIND,
    "parameter-change-now": ANY_KIND,
    "days-change-now": ANY_KIND,
    "points-chinese-in-english": BOTH_LANGUAGES,
    "column-chinese-in-english": BOTH_LANGUAGES,
    "again-word-other-language": BOTH_LANGUAGES,
    "unlimited-other-language": BOTH_LANGUAGES,
    "amount-with-sign": YAML_NUMBER,
    "amount-exponent": YAML_NUMBER,
    "amount-dot-end": YAML_NUMBER,
    "share-times-amount-too-large": "only the product is too large",
    "empty-conditions": "conditions have no key that is always there",
}


class Schemas:
    def __init__(self, tool, folder):
        self.tool = tool
        self.folder = folder

    def rejected(self, schema, files):
        """The files that do not fit a schema."""
        if not files:
            return set()
        result = subprocess.run(
            [self.tool, "--output-format", "json", "--schemafile", str(self.folder / schema), *map(str, files)],
            capture_output=True, text=True, check=False)
        report = json.loads(result.stdout)
        return {pathlib.Path(error["filename"]) for error in report["errors"] + report["parse_errors"]}

    def rejected_rules(self, files):
        """The same of rule files, each with the schema of its language."""
        chinese = [f for f in files if "格式:" in f.read_text(encoding="utf-8")]
        english = [f for f in files if f not in chinese]
        return self.rejected("region-policy.schema.json", english) | self.rejected("region-policy.zh.schema.json", chinese)


def rule_files(schemas):
    """What the schemas get wrong about rule files, and how many were tried."""
    name = lambda entry: entry["name"].partition("-")[2]  # noqa: E731
    entries = [e for e in json.loads((BROKEN / "manifest.json").read_text()) if e["code"] in FORM]
    unknown = [f"ACCEPTED names no fixture: {n}" for n in sorted(set(ACCEPTED) - set(map(name, entries)))]
    entries = [e for e in entries if name(e) not in ACCEPTED]
    good = sorted(GOOD.rglob("*.yaml"))
    found = schemas.rejected_rules(sorted({BROKEN / entry["file"] for entry in entries} | set(good)))
    missed = [f"{e['code']} {e['name']}: {e['why']}" for e in entries if BROKEN / e["file"] not in found]
    print(f"{len(entries)} broken rule files, {len(missed)} accepted by the schemas")
    return unknown + missed + [f"good file rejected: {f}" for f in good if f in found], len(entries)


def documents(schemas, kind, good, broken):
    """What a schema gets wrong about documents of one kind."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for group, listed in (("good", good), ("broken", broken)):
            for number, (why, document) in enumerate(listed):
                path = pathlib.Path(folder) / f"{group}-{number}.json"
                path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
                paths[path] = (group, why)
        found = schemas.rejected(f"{kind}.schema.json", sorted(paths))
        wrong = [f"{group} {kind}: {why}" for path, (group, why) in paths.items() if (group == "broken") != (path in found)]
    print(f"{len(broken)} broken and {len(good)} good {kind}s, {len(wrong)} taken for the other")
    return wrong


def main():
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "schemas"
    schemas = Schemas(sys.argv[1], folder)
    wrong, tried = rule_files(schemas)
    wrong += documents(schemas, "claim", GOOD_CLAIMS, BROKEN_CLAIMS)
    wrong += documents(schemas, "refund", GOOD_REFUNDS, BROKEN_REFUNDS)
    print("\n".join(wrong))
    return 1 if wrong or tried < 200 else 0


if __name__ == "__main__":
    sys.exit(main())
