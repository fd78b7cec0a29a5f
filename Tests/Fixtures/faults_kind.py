"""What describes one fault; the lists of faults are in faults.py."""

from dataclasses import dataclass, field


@dataclass
class Fault:
    name: str
    base: str
    file: str
    code: str
    # The edit: `old` is replaced by `new`; without `old`, `new` is the whole new text or makes it from the old one.
    old: object
    new: object
    why: str
    # Where the finding stands when it is not inside the edit: a part of the file with §.
    at: object = None
    # The file that the finding is in, when it is not the one edited.
    at_file: object = None
    # Files to leave out, to move, and further edits that make the fault the only one.
    drop: list = field(default_factory=list)
    rename: dict = field(default_factory=dict)
    also: dict = field(default_factory=dict)
    most_findings: int = 3


ENGLISH = ("english", "110000-beijing/2024-01-01.yaml")
CHINESE = ("chinese", "430100-changsha/2024-01-01.yaml")
WUHAI = ("family", "150300-wuhai/2023-01-01.yaml")
MONGOLIA = ("family", "150000-inner-mongolia/2023-01-01.yaml")
NATIONAL = ("family", "100000-national/2022-06-30.yaml")
REFORM = ("reform", "120000-tianjin/2024-01-01.yaml")
BEFORE = ("reform", "120000-tianjin/2023-01-01.yaml")
ADDITIONS = ("additions", "330100-hangzhou/2024-01-01.yaml")
CHINESE_ADDITIONS = ("additions_chinese", "440300-shenzhen/2024-01-01.yaml")
HEIR = ("heirs", "440100-guangzhou/2024-01-01.yaml")
ANCESTOR = ("heirs", "440000-guangdong/2024-01-01.yaml")
WAGES = ("wages", "350100-fuzhou/2024-01-01.yaml")
NEW_WAGES = ("wages", "350100-fuzhou/2025-01-01.yaml")
FILING = ("filing", "210200-dalian/2024-01-01.yaml")
NEW_FILING = ("filing", "210200-dalian/2025-01-01.yaml")
CHINESE_FILING = ("filing_chinese", "510100-chengdu/2024-01-01.yaml")
FILING_HEIR = ("filing_heirs", "230100-harbin/2024-01-01.yaml")

FAULTS = []


def fault(name, base, code, old, new, why, **more):
    FAULTS.append(Fault(name, base[0], base[1], code, old, new, why, **more))
