"""Checks that SARIF logs fit the schema of SARIF 2.1.0 and that JUnit files are what their readers expect.

    python3 Tests/reports/reports.py POLICY SARIF_SCHEMA

The logs are those of every broken fixture, of the shipped rules under --strict, of rules with allowed findings, and of
cases that fail; in both languages. What the schema cannot say (indices, columns within the file, a translation for each
rule) is checked here as well. Damaged logs have to be rejected.
"""

import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

import jsonschema
import junitparser

ROOT = pathlib.Path(__file__).resolve().parents[2]
BROKEN = "Tests/Fixtures/broken"
COMMANDS = {
    "broken": ["check", BROKEN],
    "strict": ["check", "policies", "--strict"],
    "fine": ["check", "policies"],
    "good": ["check", "Tests/Fixtures/good", "--strict"],
    "missing": ["check", "no-such-folder"],
}
FAILING_CASES = """\
format: "1"
title: <&"> 不符的案例
policies: {policies}
cases:
  - name: 'a < b & "c"'
    basis: derived
    source: –
    claim: {{insutype: "310"}}
    expect_error: X9999
"""


class Reports:
    def __init__(self, policy, schema):
        self.policy = policy
        # Draft 4 with its formats: `uri` and `uri-reference` are checked too.
        self.validator = jsonschema.Draft4Validator(
            json.loads(pathlib.Path(schema).read_text()), format_checker=jsonschema.FormatChecker()
        )
        self.faults = []
        self.checked = {"sarif": 0, "results": 0, "junit": 0, "cases": 0}

    def run(self, arguments):
        return subprocess.run([self.policy, *arguments], cwd=ROOT, capture_output=True, check=False).stdout.decode()

    def fault(self, name, text):
        self.faults.append(f"{name}: {text}")

    def check_sarif(self, name, arguments):
        log = json.loads(self.run([*arguments, "--format", "sarif"]))
        for error in self.validator.iter_errors(log):
            self.fault(name, f"{list(error.absolute_path)} {error.message[:200]}")
        run = log["runs"][0]
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        if rules != sorted(set(rules)):
            self.fault(name, "rules are not in order or repeat")
        for translation in run["translations"]:
            if [rule["id"] for rule in translation["rules"]] != rules:
                self.fault(name, "a translation has other rules")
        for result in run["results"]:
            if rules[result["ruleIndex"]] != result["ruleId"]:
                self.fault(name, f"ruleIndex of {result['ruleId']}")
            for place in result["locations"] + result["relatedLocations"]:
                self.check_region(name, place["physicalLocation"])
        fingerprints = [
            (result["partialFingerprints"]["primaryLocationLineHash"], result["ruleId"]) for result in run["results"]
        ]
        if len(set(fingerprints)) != len(fingerprints):
            self.fault(name, "two results have the same fingerprint")
        self.checked["sarif"] += 1
        self.checked["results"] += len(run["results"])
        return log

    def check_region(self, name, location):
        """The region lies in its file, counted in the unit that the log declares."""
        path = pathlib.Path(urllib.parse.unquote(location["artifactLocation"]["uri"].removeprefix("file://")))
        data = (path if path.is_absolute() else ROOT / path).read_bytes()
        lines = data.decode(errors="replace").split("\n")
        region = location["region"]
        if not 1 <= region["startLine"] <= region["endLine"] <= len(lines):
            return self.fault(name, f"{path}: no line {region}")
        if (region["startLine"], region["startColumn"]) > (region["endLine"], region["endColumn"]):
            return self.fault(name, f"{path}: reversed {region}")
        # A place may be one character wide at the end of a line.
        if region["endColumn"] > len(lines[region["endLine"] - 1]) + 2:
            return self.fault(name, f"{path}: beyond the line {region}")
        return None

    def check_junit(self, name, arguments):
        text = self.run([*arguments, "--format", "junit"])
        suites = junitparser.JUnitXml.fromstring(text.encode())
        tests = failures = 0
        for suite in suites:
            cases = list(suite)
            names = [(case.classname, case.name) for case in cases]
            if len(set(names)) != len(names):
                self.fault(name, f"{suite.name}: a case is listed twice")
            if not all(case.classname and case.name for case in cases):
                self.fault(name, f"{suite.name}: a case without a name")
            failed = sum(1 for case in cases if case.result)
            if any(len(case.result) > 1 for case in cases):
                self.fault(name, f"{suite.name}: a case with several failures")
            if (suite.tests, suite.failures) != (len(cases), failed):
                self.fault(name, f"{suite.name}: counts {suite.tests}, {suite.failures}; are {len(cases)}, {failed}")
            tests, failures = tests + len(cases), failures + failed
        if (suites.tests, suites.failures) != (tests, failures):
            self.fault(name, f"counts {suites.tests}, {suites.failures}; are {tests}, {failures}")
        self.checked["junit"] += 1
        self.checked["cases"] += tests
        return suites

    def check_damage(self, log):
        """The schema is not empty: each of these is seen."""
        damages = {
            "version": lambda x: x.update(version="2.0.0"),
            "level": lambda x: x["runs"][0]["results"][0].update(level="fatal"),
            "message": lambda x: x["runs"][0]["results"][0].pop("message"),
            "columnKind": lambda x: x["runs"][0].update(columnKind="bytes"),
            "line": lambda x: x["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
            "unknown": lambda x: x["runs"][0]["results"][0].update(colour="red"),
            "uri": lambda x: x["runs"][0]["tool"]["driver"]["rules"][0].update(helpUri="docs/findings/P0341.md"),
        }
        for name, damage in damages.items():
            broken = copy.deepcopy(log)
            damage(broken)
            if self.validator.is_valid(broken):
                self.fault("damage", f"{name} is not seen")


def allowed_rules(folder):
    """A copy of the shipped rules in which a comment allows a finding."""
    policies = pathlib.Path(folder) / "policies"
    policies.mkdir()
    subprocess.run(["cp", "-r", *(str(path) for path in (ROOT / "policies").iterdir()), str(policies)], check=True)
    path = policies / "150300-wuhai/2023-01-01.yaml"
    text = path.read_text()
    changed = re.sub(r"(source: 乌23号) 起付标准(\}.*)", r"\1\2 # 规则：允许 P0303 <原文> & “没有”分条", text, count=1)
    if changed == text:
        raise SystemExit("reports.py: the figure to allow is not in the rules any more")
    path.write_text(changed)
    return str(policies)


def main():
    reports = Reports(str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        cases = pathlib.Path(folder) / "failing.cases.yaml"
        cases.write_text(FAILING_CASES.format(policies=ROOT / "policies"))
        commands = dict(COMMANDS, allowed=["check", allowed_rules(folder)], cases=["test", str(cases)])
        for language in ("zh", "en"):
            for name, command in commands.items():
                arguments = [*command, "--lang", language]
                log = reports.check_sarif(name, arguments)
                suites = reports.check_junit(name, arguments)
                if name == "broken":
                    reports.check_damage(log)
                if name == "allowed":
                    reasons = [s["justification"] for r in log["runs"][0]["results"] for s in r["suppressions"]]
                    if reasons.count("<原文> & “没有”分条") != 1:
                        reports.fault(name, f"suppressions: {reasons}")
                if name == "cases" and [case.name for suite in suites for case in suite] != ['a < b & "c"']:
                    reports.fault(name, "the failing case is not the one case")
        if reports.check_junit("examples", ["test", "examples/cases"]).failures:
            reports.fault("examples", "a shipped case fails")
    for fault in reports.faults[:40]:
        print(fault, file=sys.stderr)
    counts = ", ".join(f"{count} {what}" for what, count in reports.checked.items())
    print(f"reports: {counts}; {len(reports.faults)} faults")
    return 1 if reports.faults else 0


if __name__ == "__main__":
    sys.exit(main())
