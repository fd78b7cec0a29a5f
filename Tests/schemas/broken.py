"""Checks that the committed schemas reject broken rule files, with the tool that CI systems and editors use.

    python3 Tests/schemas/broken.py CHECK_JSONSCHEMA

A schema cannot see everything `policy check` sees (sources, references, traps of YAML's typing), so only faults of form
are tried: each fixture of Tests/Fixtures/broken whose code is in FORM has to be rejected.
"""

import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BROKEN = ROOT / "Tests/Fixtures/broken"
# Unknown and missing keys, wrong kinds, unknown words, amounts, ratios and points in another form, empty lists.
FORM = {"F0202", "F0203", "F0215", "F0216", "F0217", "F0218", "F0235", "F0236", "F0237"}

# What a schema cannot tell apart, each with its reason.
ACCEPTED = {
    "229-ratio-change-now": "a changed value may be of any kind",
    "242-points-chinese-in-english": "patterns know the words of both languages",
    "315-column-chinese-in-english": "patterns know the words of both languages",
    "318-empty-conditions": "conditions have no key that is always there",
}


def rejected(tool, schema, files):
    """The files that do not fit a schema."""
    if not files:
        return set()
    result = subprocess.run(
        [tool, "--output-format", "json", "--schemafile", str(ROOT / "schemas" / schema), *map(str, files)],
        capture_output=True, text=True, check=False)
    report = json.loads(result.stdout)
    return {pathlib.Path(error["filename"]) for error in report["errors"] + report["parse_errors"]}


def main():
    tool = sys.argv[1]
    entries = [e for e in json.loads((BROKEN / "manifest.json").read_text()) if e["code"] in FORM and e["name"] not in ACCEPTED]
    files = sorted({BROKEN / entry["file"] for entry in entries})
    chinese = [f for f in files if "格式:" in f.read_text(encoding="utf-8")]
    english = [f for f in files if f not in chinese]
    found = rejected(tool, "region-policy.schema.json", english) | rejected(tool, "region-policy.zh.schema.json", chinese)
    missed = [f"{e['code']} {e['name']}: {e['why']}" for e in entries if BROKEN / e["file"] not in found]
    print(f"{len(entries)} broken files, {len(missed)} accepted by the schemas")
    print("\n".join(missed))
    return 1 if missed or len(entries) < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
