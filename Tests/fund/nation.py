"""An invented nation on the fund side: settlements between 31 provinces in one year, with refunds and audit deductions.

Every record is generated from a seed; none of them is real.
"""

import datetime
import json
import random

PROVINCES = (
    "110000 120000 130000 140000 150000 210000 220000 230000 310000 320000 330000 340000 350000 360000 370000 "
    "410000 420000 430000 440000 450000 460000 500000 510000 520000 530000 540000 610000 620000 630000 640000 650000"
).split()
YEAR = 2024
FIRST = datetime.date(YEAR, 1, 1)
VISITS = ("11", "14", "21", "41")


def yuan(fen):
    return f"{fen // 100}.{fen % 100:02d}"


def declared(random_, day):
    """Mostly by the 20th of the next month, some later, some much later, some not at all."""
    luck = random_.random()
    if luck < 0.003:
        return None
    following = (day.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
    delay = 0 if luck < 0.95 else 1 if luck < 0.975 else 2 if luck < 0.99 else 3
    for _ in range(delay):
        following = (following + datetime.timedelta(days=32)).replace(day=1)
    if delay:
        # After the 20th of the month before, by the 20th of this one.
        start = (following - datetime.timedelta(days=1)).replace(day=21)
        return start + datetime.timedelta(days=random_.randrange((following.replace(day=20) - start).days + 1))
    start = max(day, following - datetime.timedelta(days=3))
    return start + datetime.timedelta(days=random_.randrange((following.replace(day=20) - start).days + 1))


def records(settlements, seed):
    """Yields the records, as dictionaries, refunds and deductions somewhere after what they are about."""
    random_ = random.Random(seed)
    later = []
    for number in range(settlements):
        day = FIRST + datetime.timedelta(days=number * 366 // settlements)
        home, treatment = random_.sample(PROVINCES, 2)
        if random_.random() < 0.0005:
            treatment = home
        total = random_.randrange(2_000, 5_000_000)
        funds = total * random_.randrange(30, 90) // 100
        declared_on = declared(random_, day)
        item = {
            "setl_id": f"S{seed}-{number:08d}",
            "insuplc_admdvs": home[:2] + "0100",
            "mdtrtarea_admvs": treatment[:2] + "0100",
            "insutype": random_.choice(("310", "390")),
            "med_type": random_.choice(VISITS),
            "fixmedins_code": f"H{treatment}{random_.randrange(40):05d}",
            "setl_time": str(day),
            "medfee_sumamt": yuan(total),
            "fund_pay_sumamt": yuan(funds),
            "acct_pay": yuan(random_.randrange(0, total - funds + 1)),
        }
        if declared_on:
            item["declared_on"] = str(declared_on)
        if random_.random() < 0.0003:
            del item["fund_pay_sumamt"]
        yield item
        luck = random_.random()
        if luck < 0.03:
            part = funds if random_.random() < 0.99 else funds // 2
            later.append(taken_back(random_, item, "refund", f"R{seed}-{number:08d}", day, part))
        elif luck < 0.04:
            part = random_.randrange(1, funds * 12 // 10)
            later.append(taken_back(random_, item, "deduction", f"D{seed}-{number:08d}", day, part))
        if random_.random() < 0.0002:
            yield dict(item)
        if len(later) > 1000:
            yield later.pop(random_.randrange(len(later)))
    yield from later


def taken_back(random_, item, kind, name, day, fen):
    on = day + datetime.timedelta(days=random_.randrange(0, 120))
    back = {key: item[key] for key in ("insuplc_admdvs", "mdtrtarea_admvs", "insutype", "med_type")}
    back |= {
        "setl_id": name, "record_type": kind, "init_setl_id": item["setl_id"], "setl_time": str(on),
        "declared_on": str(on + datetime.timedelta(days=random_.randrange(0, 15))), "fund_pay_sumamt": yuan(fen),
    }
    if random_.random() < 0.004:
        back["init_setl_id"] = "unknown-" + name
    elif random_.random() < 0.004:
        back["mdtrtarea_admvs"] = random_.choice([p for p in PROVINCES if p[:2] != item["mdtrtarea_admvs"][:2] and p[:2] != item["insuplc_admdvs"][:2]])[:2] + "0100"
    return back


def write(path, settlements, seed):
    """How many lines were written."""
    count = 0
    with open(path, "w", encoding="utf-8") as file:
        for item in records(settlements, seed):
            file.write(json.dumps(item, separators=(",", ":")) + "\n")
            count += 1
    return count
