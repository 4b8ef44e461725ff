"""Writes schedules.csv: for rules and moments in zones whose clocks are set forward and back, when the rule comes next.

Python's zoneinfo knows the zones, and the answer is found by walking from second to second of the changes: nothing is
shared with the arithmetic under test. Run: python3 schedules.py > schedules.csv
"""

import calendar
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

# Days around which clocks change, one before each.
CHANGES = {
    "Europe/Warsaw": [date(2026, 3, 28), date(2026, 10, 24), date(2024, 2, 28)],
    "Europe/Moscow": [date(2010, 3, 27), date(2010, 10, 30), date(2011, 3, 26), date(2014, 10, 25)],
    "America/New_York": [date(2026, 3, 7), date(2026, 10, 31)],
    "Australia/Lord_Howe": [date(2026, 4, 4), date(2026, 10, 3)],
    "America/Sao_Paulo": [date(2018, 11, 3), date(2018, 2, 17)],
    "Asia/Beirut": [date(2022, 3, 26), date(2022, 10, 29)],
    "Pacific/Apia": [date(2011, 12, 28)],
    "Asia/Kathmandu": [date(1985, 12, 31)],
    "UTC": [date(2026, 3, 28), date(2025, 12, 31)],
}

TIMES = ["00:00", "00:30", "01:30", "01:45", "02:00", "02:15", "02:30", "02:59", "03:00", "23:59"]


def wall(moment, zone):
    return datetime.fromtimestamp(moment, zone).replace(tzinfo=None)


def offset(moment, zone):
    return int(datetime.fromtimestamp(moment, zone).utcoffset().total_seconds())


def segments(start, end, zone):
    """Stretches of moments with one offset, by looking at every minute."""
    pieces, begin = [], start
    for moment in range(start, end, 60):
        if offset(moment, zone) != offset(begin, zone):
            pieces.append((begin, moment, offset(begin, zone)))
            begin = moment
    return pieces + [(begin, end, offset(begin, zone))]


def first_moment(day, text, zone):
    """The first moment at which a clock shows that time of the day, or the first after it was jumped over."""
    hour, minute = map(int, text.split(":"))
    wanted = calendar.timegm((day.year, day.month, day.day, hour, minute, 0))
    pieces = segments(wanted - 86_400 * 2, wanted + 86_400 * 2, zone)
    for begin, end, shift in pieces:
        if begin <= wanted - shift < end:
            return wanted - shift
    for begin, _, shift in pieces:
        if begin + shift > wanted:
            return begin
    raise ValueError(day)


def days(rule, first):
    words = rule.split()
    day = first
    while True:
        last = calendar.monthrange(day.year, day.month)[1]
        if (
            words[0] == "daily"
            or (words[0] == "weekly" and day.weekday() == WEEKDAYS.index(words[2]))
            or (words[0] == "monthly" and day.day == min(int(words[2]), last))
        ):
            yield day
        day += timedelta(days=1)


def following(rule, moment, zone):
    first = wall(moment, zone).date() - timedelta(days=2)
    for day in days(rule, first):
        candidate = first_moment(day, rule.split()[-1], zone)
        if candidate > moment:
            return candidate


def text(moment):
    return datetime.fromtimestamp(moment, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


print("zone,rule,after,next")
for name, changes in CHANGES.items():
    zone = ZoneInfo(name)
    for change in changes:
        start = first_moment(change, "12:00", zone)
        for time in TIMES:
            weekday = WEEKDAYS[(change + timedelta(days=1)).weekday()]
            for rule in [f"daily at {time}", f"weekly on {weekday} at {time}", f"monthly on {(change + timedelta(days=1)).day} at {time}"]:
                moment = start
                # Three times on end, so that none comes twice.
                for _ in range(3 if rule.startswith("daily") else 2):
                    after = moment
                    moment = following(rule, after, zone)
                    print(f"{name},{rule},{text(after)},{text(moment)}")
    for rule in ["monthly on 31 at 03:00", "monthly on 29 at 03:00"]:
        moment = first_moment(date(2023, 12, 31), "12:00", zone)
        for _ in range(4):
            after = moment
            moment = following(rule, after, zone)
            print(f"{name},{rule},{text(after)},{text(moment)}")
