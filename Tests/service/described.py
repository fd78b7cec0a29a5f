"""The running service against its own description, GET /openapi.json.

Usage: described.py POLICY [--examples N] [--seed S], where POLICY was built with the trait Server. N is how many cases
schemathesis makes up for each operation after those at the borders of the schemas (100; 10 takes half a minute). The
description has to be valid OpenAPI 3.1; real claims, all rules, comparisons and refusals have to be as described; and so has
what schemathesis makes up. Needs scripts/service-requirements.txt.
"""

import argparse
import contextlib
import json
import pathlib
import random
import sys
import tempfile

import schemathesis
from hypothesis import strategies
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis.cli import schemathesis as command

from running import CLAIM, ROOT, Service

LINES = "application/x-ndjson"
TOKEN = "t" * 40

# Every check of schemathesis is made, except:
LEFT_OUT = [
    "use_after_free",  # nothing is ever deleted
    "ensure_resource_availability",  # nothing is ever created
    "object_level_authorization",  # nothing belongs to one caller
    "ignored_auth",  # tokens are optional on loopback; missing and wrong ones are sent by answers_to_strangers
    "missing_required_header",  # the description requires no header
]

# Phase "stateful" is left out: no operation makes anything that another one takes.
PHASES = "examples,coverage,fuzzing"

# Operations where valid data may be refused: a schema tells neither which days there are (0000-00-00), nor what sums add up.
# Their real requests are in real_requests.
MAY_REFUSE = ["settle", "standing", "diff", "rules"]

CONFIGURATION = "\n".join(
    [f"checks.{name}.enabled = false" for name in LEFT_OUT]
    + [f'[[operations]]\ninclude-operation-id = "{name}"\nchecks.positive_data_acceptance.enabled = false'
       for name in MAY_REFUSE])


def claims():
    """The claims among the examples that are JSON, each with the statuses that its settlement may have."""
    texts = [(line, {200}) for line in (ROOT / "examples/claims/demo.ndjson").read_text().splitlines()]
    texts += [(line, {200, 400, 422}) for line in (ROOT / "examples/claims/with-bad-lines.ndjson").read_text().splitlines()]
    texts.append(((ROOT / "examples/claims/side-by-side.json").read_text(), {200}))
    return [(json.loads(text), statuses) for text, statuses in texts if is_json(text)]


def is_json(text):
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def ndjson():
    """Bodies of batches: claims, other JSON, text and bytes, line by line."""
    value = strategies.recursive(
        strategies.none() | strategies.booleans() | strategies.integers() | strategies.floats() | strategies.text(),
        lambda inner: strategies.lists(inner) | strategies.dictionaries(strategies.text(), inner), max_leaves=5)
    line = strategies.one_of(
        strategies.just(CLAIM), value.map(lambda value: json.dumps(value).encode()),
        strategies.text().map(str.encode), strategies.binary())
    return strategies.lists(line, max_size=5).map(b"\n".join)


def real_requests(service, schema):
    """Requests that make sense, each with the statuses that it may have."""
    for explain in ("off", "full"):
        for claim, statuses in claims():
            yield schema["/v1/settle"]["POST"].Case(body=claim, query={"explain": explain}), statuses
        lines = (ROOT / "examples/claims/with-bad-lines.ndjson").read_bytes()
        yield schema["/v1/batch/settle"]["POST"].Case(body=lines, query={"explain": explain}), {200}
    for claim, statuses in claims():
        yield schema["/v1/standing"]["POST"].Case(body=claim), statuses | {422}
    regions = json.loads(service.request("GET", "/v1/regions")[1])
    known = {"If-None-Match": f'"{regions["revision"]}"'}
    yield schema["/v1/regions"]["GET"].Case(headers=known), {304}
    for region in regions["regions"]:
        yield from requests_about(region, schema, known)
    for path in ("/v1/regions", "/health/live", "/health/ready", "/metrics", "/openapi.json"):
        yield schema[path]["GET"].Case(), {200}
    yield schema["/v1/reload"]["POST"].Case(), {200}


def requests_about(region, schema, known):
    """Requests about a region's rules and the differences of one version to the next."""
    code, days = region["code"], sorted(version["from"] for version in region["versions"])
    rules = schema["/v1/regions/{code}/rules"]["GET"]
    for day in days:
        yield rules.Case(path_parameters={"code": code}, query={"on": day}), {200, 409}
    yield rules.Case(path_parameters={"code": code}, query={"on": days[-1]}, headers=known), {304, 409}
    yield rules.Case(path_parameters={"code": code}, query={"on": "1900-01-01"}), {409}
    for before, after in zip(days, days[1:]):
        body = {"before": f"{code}@{before}", "after": f"{code}@{after}"}
        yield schema["/v1/diff"]["POST"].Case(body=body), {200}


def fault(case, expected, headers=None):
    """What is wrong with the answer to a case; nothing when it is as described and has an expected status."""
    name = f"{case.method} {case.formatted_path} {case.query or ''}"
    try:
        response = case.call(headers=headers)
        case.validate_response(response)
    except schemathesis.errors.SchemathesisError as error:
        return [f"{name}: {error}"]
    except schemathesis.core.failures.FailureGroup as group:
        return [f"{name}: {failure.title}: {failure.message}" for failure in group.exceptions]
    if response.status_code not in expected:
        return [f"{name}: {response.status_code}, not {sorted(expected)}: {response.text[:300]}"]
    return []


def answers_to_real_requests(service, schema):
    faults, statuses = [], {}
    for case, expected in real_requests(service, schema):
        faults += fault(case, expected)
        statuses[case.operation.label] = statuses.get(case.operation.label, 0) + 1
    print("real requests:", json.dumps(statuses))
    return faults


def answers_to_strangers():
    """Every operation answers 401 without the right token, except those that watch over the service."""
    with tempfile.TemporaryDirectory() as folder:
        tokens = pathlib.Path(folder) / "tokens"
        tokens.write_text(TOKEN + "\n")
        service = Service("--tokens", str(tokens))
        try:
            schema = loaded(service, headers={"Authorization": f"Bearer {TOKEN}"})
            return [problem for result in schema.get_all_operations() for problem in faults_with_strangers(result.ok())]
        finally:
            service.end()


def faults_with_strangers(operation):
    expected = {200} if operation.path.startswith("/health/") else {401}
    case = operation.Case(path_parameters={"code": "110000"} if "{code}" in operation.path else {})
    return [problem for headers in ({}, {"Authorization": "Bearer " + "u" * 40}, {"Authorization": "Basic dTp0"})
            for problem in fault(case, expected, headers)]


def loaded(service, headers=None):
    return schemathesis.openapi.from_url(f"http://127.0.0.1:{service.port}/openapi.json", headers=headers or {})


def faults_of_description(service):
    status, text = service.request("GET", "/openapi.json")
    if status != 200:
        return [f"/openapi.json: {status}"]
    description = json.loads(text)
    return [f"description: {error.json_path}: {error.message}"
            for error in OpenAPIV31SpecValidator(description).iter_errors()]


def answers_to_made_up_requests(service, examples, seed):
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as configuration:
        configuration.write(CONFIGURATION)
        configuration.flush()
        try:
            command(
                ["--config-file", configuration.name, "run", f"http://127.0.0.1:{service.port}/openapi.json",
                 "--phases", PHASES, "--max-examples", str(examples), "--seed", str(seed), "--continue-on-failure",
                 "--no-color", "--warnings", "off", "--generation-database", "none"])
        except SystemExit as end:
            return ["schemathesis found faults"] if end.code else []


def check(examples, seed):
    service = Service()
    try:
        faults = faults_of_description(service)
        faults += answers_to_real_requests(service, loaded(service))
        faults += answers_to_strangers()
        faults += answers_to_made_up_requests(service, examples, seed)
        if service.process.poll() is not None:
            faults.append(f"the service ended with {service.process.returncode}")
        faults += [f"log: {line.strip()}" for line in service.log if '"message": "unexpected"' in line]
        return faults
    finally:
        service.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=100)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    print("seed", options.seed)
    # schemathesis leaves files where it runs.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        schemathesis.openapi.media_type(LINES, ndjson())
        faults = check(options.examples, options.seed)
    for line in faults:
        print("FAULT", line)
    print(len(faults), "faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
