"""Days of the calendar, as the texts they are written as."""
import datetime


def plus_days(day, count):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=count)).isoformat()


def plus_months(day, count):
    """3.2, 4 g: calendar months; a day that the month lacks is its last day."""
    months = int(day[:4]) * 12 + int(day[5:7]) - 1 + count
    year, month = divmod(months, 12)
    following = datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - datetime.timedelta(days=1)).day
    return f"{year:04d}-{month + 1:02d}-{min(int(day[8:10]), last):02d}"
