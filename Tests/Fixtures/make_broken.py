#!/usr/bin/env python3
"""Writes Tests/Fixtures/broken from Tests/Fixtures/good: rule files with one fault each, and what must be found.

Each fault in faults.py is one edit of a good file. The expected place is where a person would point, marked in the
edit itself by § (the mark is taken out of the file), so that it is known without running the program. Where the program
disagrees with a fault that is right, known_issues.py says so.

    python3 Tests/Fixtures/make_broken.py                        write the fixtures
    python3 Tests/Fixtures/make_broken.py --compare PROGRAM      and compare with what `PROGRAM check` finds
"""

import json
import pathlib
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True

from faults import FAULTS  # noqa: E402
from known_issues import KNOWN_ISSUES  # noqa: E402

FOLDER = pathlib.Path(__file__).resolve().parent
GOOD = FOLDER / "good"
BROKEN = FOLDER / "broken"
MARK = "§"
WARNINGS = {"P0303", "P0306", "P0325", "P0342", "P0344", "P0347", "P0378"} | {f"P{number:04d}" for number in range(450, 467)} | {"P0479"}
# The day that review dates are compared with, as in BrokenFileTests.
TODAY = "2026-01-01"
# More findings than this for one fault hide the fault.
MOST_FINDINGS = 3


def fail(name, message):
    sys.exit(f"{name}: {message}")


def read(path):
    return path.read_bytes().decode("utf-8")


def encode(text):
    # Bytes that are not UTF-8 are written as lone surrogates in faults.py.
    return text.encode("utf-8", "surrogateescape")


def position(text, offset):
    """Line and column of an offset, from 1, the column in characters."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def find_once(name, text, part):
    if text.count(part) != 1:
        fail(name, f"{text.count(part)} times in the file: {part!r}")
    return text.index(part)


def edited(fault, text):
    """The text after the edit, with its mark if the edit has one."""
    if fault.old is None:
        return fault.new(text) if callable(fault.new) else fault.new
    return replaced(fault.name, text, fault.old, fault.new)


def replaced(name, text, old, new):
    offset = find_once(name, text, old)
    return text[:offset] + new + text[offset + len(old):]


def unmarked(name, text, marked):
    """The text without mark, and the place of the mark: in the text itself, or in `marked`, a part of it."""
    if marked is not None:
        offset = find_once(name, text, marked.replace(MARK, "")) + marked.index(MARK)
    elif text.count(MARK) == 1:
        offset = text.index(MARK)
    else:
        fail(name, "no mark, or several")
    text = text.replace(MARK, "")
    return text, position(text, offset)


def files(fault):
    """The files of the fault's set by path, which of them holds the finding, and where."""
    base = GOOD / fault.base
    found = {str(path.relative_to(base)): read(path) for path in sorted(base.rglob("*.yaml"))}
    for path in fault.drop:
        del found[path]
    for path, edits in fault.also.items():
        for old, new in edits:
            found[path] = replaced(fault.name, found[path], old, new)
    found[fault.file] = edited(fault, found[fault.file])
    holder = fault.at_file or fault.file
    found[holder], place = unmarked(fault.name, found[holder], fault.at)
    for old, new in fault.rename.items():
        found[new] = found.pop(old)
    return found, fault.rename.get(holder, holder), place


def write(faults):
    if BROKEN.exists():
        shutil.rmtree(BROKEN)
    manifest = []
    names = set()
    for number, fault in enumerate(faults, start=1):
        if fault.name in names:
            fail(fault.name, "name used twice")
        names.add(fault.name)
        folder = f"{number:03d}-{fault.name}"
        found, holder, (line, column) = files(fault)
        for path, text in found.items():
            target = BROKEN / folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(encode(text))
        entry = {
            "name": folder,
            "file": f"{folder}/{holder}",
            "code": fault.code,
            "line": line,
            "column": column,
            "severity": "warning" if fault.code in WARNINGS else "error",
            "why": fault.why,
        }
        if fault.most_findings != MOST_FINDINGS:
            entry["mostFindings"] = fault.most_findings
        if fault.name in KNOWN_ISSUES:
            entry["knownIssue"] = KNOWN_ISSUES[fault.name]
        manifest.append(entry)
    if unknown := set(KNOWN_ISSUES) - names:
        fail("known_issues.py", f"no such faults: {sorted(unknown)}")
    lines = ",\n".join("  " + json.dumps(entry, ensure_ascii=False) for entry in manifest)
    (BROKEN / "manifest.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return manifest


def check(program, folder):
    command = [program, "check", str(folder), "--format", "json", "--lang", "en", "--today", TODAY]
    run = subprocess.run(command, capture_output=True, text=True, cwd=FOLDER.parent.parent, timeout=60)
    try:
        return json.loads(run.stdout)
    except json.JSONDecodeError:
        return [{"code": "CRASH", "file": None, "line": 0, "column": 0, "message": run.stderr[-200:]}]


def compare(program, manifest):
    wrong = 0
    for base in sorted(path for path in GOOD.iterdir() if path.is_dir()):
        for finding in check(program, base):
            wrong += 1
            print(f"good {base.name}: {finding['code']} {finding['file']}:{finding['line']}:{finding['column']} {finding['message']}")
    for entry in manifest:
        findings = check(program, BROKEN / entry["name"])
        file = str(BROKEN / entry["file"])
        expected = (entry["code"], file, entry["line"], entry["column"], entry["severity"])
        got = [(f["code"], f["file"], f["line"], f["column"], f.get("severity")) for f in findings]
        problems = []
        if expected not in got:
            problems.append("not found")
        if len(findings) > entry.get("mostFindings", MOST_FINDINGS):
            problems.append(f"{len(findings)} findings")
        known = "knownIssue" in entry
        if bool(problems) == known:
            if known and problems:
                print(f"KNOWN {entry['name']}: {', '.join(problems)}")
            continue
        wrong += 1
        print(f"{entry['name']}: {', '.join(problems) or 'known issue is gone'}")
        print(f"    expected {entry['code']} {entry['line']}:{entry['column']}  ({entry['why']})")
        for f in findings[:6]:
            where = "" if f["file"] == file else f" in {f['file']}"
            print(f"    got      {f['code']} {f['line']}:{f['column']}{where}  {f['message']}")
    print(f"{len(manifest)} fixtures, {wrong} disagreements")


def main():
    manifest = write(FAULTS)
    if len(sys.argv) == 3 and sys.argv[1] == "--compare":
        compare(sys.argv[2], manifest)
    elif len(sys.argv) > 1:
        sys.exit(__doc__)
    else:
        print(f"{len(manifest)} fixtures")


if __name__ == "__main__":
    main()
