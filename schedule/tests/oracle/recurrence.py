"""What python-dateutil, zoneinfo and recurring-ical-events make of the cases that
tests/recurrence/python.rs draws. Reads one JSON object a line, writes one a line.

{"rule": .., "first": "2026-01-08"}
    the dates of a rule up to 2099, at most as many as "most"; by python-dateutil.
{"rule": .., "first": "2026-01-08T19:00:00", "zone": .., "seconds": .., "clock": .., "also": [..],
 "except": [..], "until": ..}
    the instances that start before "until", as pairs of instants; by python-dateutil and zoneinfo.
    And their starts alone, by recurring-ical-events from an iCalendar text.
"""

import datetime
import json
import sys
import zoneinfo

import dateutil.rrule
import icalendar
import recurring_ical_events
import tzdata

# dateutil looks for a date of a rule that never fires until then, which is the year 9999.
dateutil.rrule.datetime.MAXYEAR = 2100

UTC = datetime.timezone.utc


def rule_dates(text, first, most):
    dates = []
    for found in dateutil.rrule.rrulestr(text, dtstart=first):
        if found.year > 2099 or len(dates) == most:
            break
        dates.append(found)
    return dates


def instant(local, zone):
    """RFC 5545, 3.3.5, is what PEP 495 calls fold=0: of a repeated time the first, and a skipped one
    with the offset before the gap."""
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)


def instances(case):
    zone = zoneinfo.ZoneInfo(case["zone"])
    first = datetime.datetime.fromisoformat(case["first"])
    until = datetime.datetime.fromisoformat(case["until"])
    text, last = case["rule"], None
    if ";UNTIL=" in text:
        # dateutil holds it against local times, so it is judged here.
        text, value = text.split(";UNTIL=")
        value, *rest = value.split(";", 1)
        text = ";".join([text, *rest])
        last = datetime.datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    starts = set()
    for local in dateutil.rrule.rrulestr(text, dtstart=first):
        start = instant(local, zone)
        if local.year > 2099 or start >= until or (last is not None and start > last):
            break
        starts.add(local)
    starts |= {datetime.datetime.fromisoformat(local) for local in case["also"]}
    starts -= {datetime.datetime.fromisoformat(local) for local in case["except"]}
    length = datetime.timedelta(seconds=case["seconds"])
    found = []
    for local in sorted(starts):
        start = instant(local, zone)
        end = instant(local + length, zone) if case["clock"] else start + length
        if end <= start:
            end = start + length
        if start < until:
            found.append([start.timestamp(), end.timestamp()])
    return found


def calendar_starts(case):

    def local(text):
        return datetime.datetime.fromisoformat(text).strftime("%Y%m%dT%H%M%S")

    zone = case["zone"]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:intermission",
        "BEGIN:VEVENT",
        "UID:x",
        "DTSTAMP:20200101T000000Z",
        f"DTSTART;TZID={zone}:{local(case['first'])}",
        f"RRULE:{case['rule']}",
        "DURATION:PT1M",
    ]
    lines += [f"RDATE;TZID={zone}:{local(also)}" for also in case["also"]]
    lines += [f"EXDATE;TZID={zone}:{local(left_out)}" for left_out in case["except"]]
    lines += ["END:VEVENT", "END:VCALENDAR", ""]
    calendar = icalendar.Calendar.from_ical("\r\n".join(lines))
    begin = datetime.datetime.fromisoformat(case["first"]).replace(tzinfo=UTC)
    begin -= datetime.timedelta(days=1000)
    until = datetime.datetime.fromisoformat(case["until"])
    events = recurring_ical_events.of(calendar).between(begin, until)
    starts = (event["DTSTART"].dt.astimezone(UTC) for event in events)
    return sorted(start.timestamp() for start in starts if start < until)


def main(source, target):
    with open(source) as cases, open(target, "w") as results:

        print(json.dumps({"zones": tzdata.IANA_VERSION}), file=results)
        for line in cases:
            case = json.loads(line)
            if "zone" in case:
                found = {"instances": instances(case), "starts": calendar_starts(case)}
            else:
                first = datetime.datetime.fromisoformat(case["first"])
                dates = rule_dates(case["rule"], first, case["most"])
                found = {"dates": [date.strftime("%Y-%m-%d") for date in dates]}
            print(json.dumps(found), file=results)


main(*sys.argv[1:])
