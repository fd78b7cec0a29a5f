"""Age on the day that a region takes facts as of (additions, J)."""
from tables import Refusal


def month_day(day):
    return day[5:10]


def full_years(birth, day):
    """A birthday of 29 February counts on 1 March in common years."""
    return int(day[:4]) - int(birth[:4]) - (month_day(day) < month_day(birth))


def year_start(day, starts):
    """The first day of the benefit year that holds the day."""
    return f"{int(day[:4]) - (month_day(day) < starts):04d}-{starts}"


def age_of(claim, facts_as_of, starts):
    """The stated age, or the one that the birthday gives; when both are given they have to agree."""
    stated = int(claim["age"]) if "age" in claim else None
    if "brdy" not in claim:
        return stated
    settled = claim["setl_time"][:10]
    if facts_as_of == "admission":
        if "begntime" not in claim:
            raise Refusal("C0112", "begntime")
        day = claim["begntime"][:10]
    else:
        day = year_start(settled, starts) if facts_as_of == "year_start" else settled
    age = max(full_years(claim["brdy"][:10], day), 0)  # born after the year's first day
    if claim["brdy"][:10] > settled:
        raise Refusal("C0114", "brdy")
    if stated not in (None, age):
        raise Refusal("C0122", "brdy")
    return age
