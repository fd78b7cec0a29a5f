"""Over what time an account runs (3.10, periods)."""
from ages import year_start
from days import plus_days


def period(raw, word):
    """A word, or the days of a cycle."""
    return int(raw["cycle_days"]) if word == "cycle" else word


def beginning(period, day, year_starts):
    """The first day of the period that holds a day; of a cycle the claims decide, and of a unit."""
    if period == "year":
        return year_start(day, year_starts)
    if period == "quarter":
        return f"{day[:5]}{(int(day[5:7]) - 1) // 3 * 3 + 1:02d}-01"
    return day[:7] + "-01" if period == "month" else day


def cycles(days, length):
    """Where cycles of that many days begin: with the first claim, and with the first one after each has run out."""
    begins = []
    for day in sorted(days):
        if not begins or day >= plus_days(begins[-1], length):
            begins.append(day)
    return begins
