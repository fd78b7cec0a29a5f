"""Two small good sets of rules that differ in one ratio, what each answers, and ways to change a folder or a bundle."""

import dataclasses
import functools
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import time

from running import POLICY, ROOT

REGION = "120000"
RULE_FILE = "120000-tianjin/2020-01-01.yaml"
ON = "2024-03-01"
RATIO = "employed: [85%,"
CLAIM = {
    "insutype": "310", "insuplc_admdvs": REGION, "mdtrtarea_admvs": REGION, "med_type": "21", "attributes": {},
    "begntime": ON, "endtime": "2024-03-12", "setl_time": "2024-03-12", "fulamt_ownpay_amt": 0, "overlmt_selfpay": 0,
    "preselfpay_amt": 0, "hardship": "none", "accounts": {}}


def claims() -> list[bytes]:
    """With retired persons, whom the ratio that differs does not touch: only the rules' digest tells the sets apart."""
    made = []
    for number in range(8):
        expense = 20000 + 7000 * number
        made.append(CLAIM | {
            "claim_id": f"storm-{number}", "psn_no": f"X{number}", "psn_type": "12" if number % 4 == 3 else "11",
            "hosp_lv": "03" if number % 3 else "02", "medfee_sumamt": expense, "inscp_scp_amt": expense})
    return [json.dumps(claim).encode() for claim in made]


CLAIMS = claims()


def policy(*arguments: object, given: bytes = b"", expected: int = 0) -> bytes:
    """What a command writes; raises when it ends otherwise than expected."""
    run = subprocess.run([POLICY, *map(str, arguments)], input=given, capture_output=True, cwd=ROOT)
    if run.returncode != expected:
        raise AssertionError(f"policy {arguments}: exit {run.returncode}\n{(run.stdout + run.stderr).decode()[-2000:]}")
    return run.stdout


@dataclasses.dataclass(frozen=True)
class RuleSet:
    """A good set of rules in a folder of its own, and what it says."""

    name: str
    folder: pathlib.Path

    @functools.cached_property
    def revision(self) -> str:
        """As docs/bundles.md defines it, worked out without the program."""
        files = sorted(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.yaml"))
        sums = "".join(f"{hashlib.sha256((self.folder / name).read_bytes()).hexdigest()}  {name}\n" for name in files)
        return "sha256:" + hashlib.sha256(sums.encode()).hexdigest()

    @functools.cached_property
    def answers(self) -> list[bytes]:
        """What every claim settles to, to the byte."""
        return policy("settle", "--policies", self.folder, given=b"\n".join(CLAIMS) + b"\n").splitlines()

    @functools.cached_property
    def digest(self) -> str:
        return json.loads(self.answers[0])["rules"]["digest"]

    @functools.cached_property
    def paid(self) -> list[tuple[str, str]]:
        """What funds and person pay of every claim, as it is written."""
        totals = [json.loads(answer, parse_float=str)["setlinfo"] for answer in self.answers]
        return [(total["fund_pay_sumamt"], total["psn_part_amt"]) for total in totals]

    @property
    def rule_text(self) -> bytes:
        return (self.folder / RULE_FILE).read_bytes()


def make_sets(place: pathlib.Path) -> list[RuleSet]:
    """Two sets, found good and different."""
    text = sources_last((ROOT / "policies" / RULE_FILE).read_text())
    if text.count(RATIO) != 1:
        raise AssertionError(f"{RULE_FILE} has no {RATIO}")
    sets = [RuleSet(name, place / name) for name in "AB"]
    for rules, own in zip(sets, [text, text.replace(RATIO, "employed: [84%,")]):
        shutil.copytree(ROOT / "policies/catalogue", rules.folder / "catalogue")
        (rules.folder / RULE_FILE).parent.mkdir()
        (rules.folder / RULE_FILE).write_text(own)
        built = policy("bundle", "build", rules.folder, "-o", place / f"{rules.name}.tar").decode().strip()
        if built != rules.revision:
            raise AssertionError(f"revision of set {rules.name}: {built}, by the documentation {rules.revision}")
    if sets[0].paid == sets[1].paid or sets[0].digest == sets[1].digest:
        raise AssertionError("the two sets say the same")
    return sets


def sources_last(text: str) -> str:
    """The sources at the end, which the rules before refer to: then no beginning of the file is a good file."""
    start = text.index("\nsources:\n") + 1
    end = next(place for place in range(text.index("\n", start) + 1, len(text))
               if text[place - 1] == "\n" and not text[place].isspace())
    return text[:start] + text[end:] + text[start:end]


def whole_from(text: bytes) -> int:
    """What of a rule file is shorter than this has errors."""
    return text.index(b"\nsources:\n")


class RulesInFolder:
    """A folder of rules that is changed in every way in which somebody may change it.

    A change returns the good set that lies there afterwards, or None. Every state on the way from one to the next is
    a good set or one with errors: the one rule file is removed first and written last, because a folder in which files
    are merely missing may be good.
    """

    def __init__(self, place: pathlib.Path, sets: list[RuleSet], rng: random.Random):
        self.path = place / "policies"
        self._place = place
        self._sets = sets
        self._rng = rng
        self._copies = 0
        self.rename(sets[0])

    arguments: list[str] = []
    good = ["rewrite", "rename", "link", "write_in_pieces"]
    faulty = ["spoil", "truncate", "delete", "empty"]

    @property
    def _rule_file(self) -> pathlib.Path:
        return self.path / RULE_FILE

    def rewrite(self, rules: RuleSet, between=None) -> RuleSet:
        self._rebuild()
        self._rule_file.write_bytes(rules.rule_text)
        return rules

    def write_in_pieces(self, rules: RuleSet, between=None) -> RuleSet:
        """`between` is called while the file is not whole."""
        self._rebuild()
        cuts = sorted(self._rng.sample(range(1, whole_from(rules.rule_text)), 3))
        with self._rule_file.open("wb", buffering=0) as file:
            for start, end in zip([0, *cuts], cuts):
                file.write(rules.rule_text[start:end])
                if between:
                    between()
                time.sleep(self._rng.uniform(0, 0.3))
            file.write(rules.rule_text[cuts[-1]:])
        return rules

    def rename(self, rules: RuleSet, between=None) -> RuleSet:
        copy = self._copy(rules)
        self._move_away()
        copy.rename(self.path)
        return rules

    def link(self, rules: RuleSet, between=None) -> RuleSet:
        copy = self._copy(rules)
        link = copy.with_suffix(".link")
        link.symlink_to(copy)
        if not self.path.is_symlink():
            self._move_away()
        link.replace(self.path)
        return rules

    def spoil(self) -> None:
        text = self._sets[0].rule_text
        faults = [text + b"\nno_such_key: 1\n", text.replace(RATIO.encode(), b"employed: [185%,"), text + b"\xff\n",
                  text.replace(b"plans:", b"\tplans:"), b"\0" * len(text)]
        self._rebuild()
        self._rule_file.write_bytes(self._rng.choice(faults))

    def truncate(self) -> None:
        self._rebuild()
        text = self._rng.choice(self._sets).rule_text
        self._rule_file.write_bytes(text[:self._rng.randrange(whole_from(text))])

    def delete(self) -> None:
        self._rebuild()
        if self.path.is_symlink():
            self.path.unlink()
        else:
            self._rule_file.unlink(missing_ok=True)
            shutil.rmtree(self.path)

    def empty(self) -> None:
        self._rebuild()
        self._rule_file.unlink(missing_ok=True)
        for file in self.path.rglob("*.yaml"):
            file.unlink()

    def _copy(self, rules: RuleSet) -> pathlib.Path:
        self._copies += 1
        copy = self._place / f"copy-{self._copies}"
        shutil.copytree(rules.folder, copy)
        return copy

    def _move_away(self) -> None:
        if self.path.is_symlink():
            self.path.unlink()
        elif self.path.exists():
            self._copies += 1
            self.path.rename(self._place / f"old-{self._copies}")

    def _rebuild(self) -> None:
        """Everything but the rule file, unless that is there: then the rest is."""
        if not self._rule_file.exists():
            self._rule_file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(self._sets[0].folder / "catalogue", self.path / "catalogue", dirs_exist_ok=True)


class RulesInSignedBundle:
    """A bundle that only one key may sign, replaced by good ones and by others."""

    good = ["replace", "rewrite"]
    faulty = ["unsigned", "signed_by_another", "tamper", "truncate", "delete"]

    def __init__(self, place: pathlib.Path, sets: list[RuleSet], rng: random.Random):
        self.path = place / "rules.tar"
        self._place = place
        self._rng = rng
        public = self._make_key("trusted")
        self._make_key("other")
        self.arguments = ["--trusted-key", str(public)]
        self._unsigned = [unsigned_bundle(rules, place / f"unsigned-{rules.name}.tar") for rules in sets]
        self._signed = {rules.name: self._sign(rules, "trusted") for rules in sets}
        self._others = [self._sign(rules, "other") for rules in sets]
        self.replace(sets[0])

    def _make_key(self, name: str) -> pathlib.Path:
        private, public = self._place / f"{name}.pem", self._place / f"{name}.public.pem"
        for arguments in [("genpkey", "-algorithm", "ed25519", "-out", private),
                          ("pkey", "-in", private, "-pubout", "-out", public)]:
            subprocess.run(["openssl", *arguments], check=True, capture_output=True)
        return public

    def _sign(self, rules: RuleSet, key: str) -> bytes:
        signed = self._place / f"{key}-{rules.name}.tar"
        policy("bundle", "sign", self._place / f"unsigned-{rules.name}.tar", "--key", self._place / f"{key}.pem",
               "-o", signed)
        return signed.read_bytes()

    def replace(self, rules: RuleSet, between=None) -> RuleSet:
        beside = self._place / "beside.tar"
        beside.write_bytes(self._signed[rules.name])
        os.replace(beside, self.path)
        return rules

    def rewrite(self, rules: RuleSet, between=None) -> RuleSet:
        self.path.write_bytes(self._signed[rules.name])
        return rules

    def unsigned(self) -> None:
        self.path.write_bytes(self._rng.choice(self._unsigned))

    def signed_by_another(self) -> None:
        self.path.write_bytes(self._rng.choice(self._others))

    def tamper(self) -> None:
        bundle = bytearray(self._rng.choice(list(self._signed.values())))
        bundle[self._rng.randrange(len(bundle))] ^= 1 << self._rng.randrange(8)
        self.path.write_bytes(bundle)

    def truncate(self) -> None:
        bundle = self._rng.choice(list(self._signed.values()))
        self.path.write_bytes(bundle[:self._rng.randrange(len(bundle))])

    def delete(self) -> None:
        self.path.touch()
        self.path.unlink()


def unsigned_bundle(rules: RuleSet, path: pathlib.Path) -> bytes:
    policy("bundle", "build", rules.folder, "-o", path)
    return path.read_bytes()
