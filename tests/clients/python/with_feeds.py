"""What Python's readers make of our subscriptions: `with_feeds.py FOLDER`.

The folder holds `calendar.ics`, `feed.atom` and `summary.json`, as they were at one instant.
"""

import json
import pathlib
import sys

import feedparser
import icalendar
import jsonschema
import recurring_ical_events

folder = pathlib.Path(sys.argv[1])


def instant(moment):
    """In UTC, as our other documents write it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


calendar = icalendar.Calendar.from_ical((folder / "calendar.ics").read_bytes())
# What it cannot read it keeps here, and goes on.
assert not calendar.errors, calendar.errors
events = calendar.walk("VEVENT")
for event in events:
    assert not event.errors, event.errors
    assert event["DTSTART"].dt.utcoffset().total_seconds() == 0
    assert event["DTEND"].dt > event["DTSTART"].dt
expanded = recurring_ical_events.of(calendar).between((2025, 1, 1), (2025, 12, 31))
assert len(expanded) == len(events)

feed = feedparser.parse((folder / "feed.atom").read_bytes())
assert not feed.bozo, feed.bozo_exception
assert feed.version == "atom10", feed.version
ids = [entry.id for entry in feed.entries]
assert len(ids) == len(set(ids)), ids
assert all(entry.title and entry.content[0].value for entry in feed.entries)

# As strict as the strictest reader that was found: every key, and no value that Statuspage does not have.
TEXT, OFFSET = {"type": "string", "minLength": 1}, {"type": "string", "pattern": r"\.\d{3}(Z|[+-]\d\d:\d\d)$"}


def record(**keys):
    return {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}


PAGE = record(id=TEXT, name=TEXT, url={"type": "string", "pattern": "^https?://"}, time_zone=TEXT, updated_at=OFFSET)
COMPONENT = record(
    id=TEXT, name=TEXT, created_at=OFFSET, updated_at=OFFSET, position={"type": "integer"}, description={},
    status={"enum": ["operational", "under_maintenance", "degraded_performance", "partial_outage", "major_outage"]},
    showcase={"type": "boolean"}, start_date={}, group_id={}, page_id=TEXT, group={"type": "boolean"},
    only_show_if_degraded={"type": "boolean"},
)
STATE = {"enum": ["scheduled", "in_progress", "verifying", "completed"]}
UPDATE = record(
    id=TEXT, status=STATE, body=TEXT, incident_id=TEXT, created_at=OFFSET, updated_at=OFFSET, display_at=OFFSET,
    affected_components={"type": "array", "items": record(code=TEXT, name=TEXT, old_status=TEXT, new_status=TEXT)},
    deliver_notifications={"type": "boolean"}, custom_tweet={}, tweet_id={},
)
MAINTENANCE = record(
    id=TEXT, name=TEXT, status=STATE, created_at=OFFSET, updated_at=OFFSET, monitoring_at={}, resolved_at={},
    impact={"enum": ["none", "minor", "major", "critical", "maintenance"]}, shortlink=TEXT, started_at={},
    page_id=TEXT, incident_updates={"type": "array", "items": UPDATE, "minItems": 1},
    components={"type": "array", "items": COMPONENT}, scheduled_for=OFFSET, scheduled_until=OFFSET,
)
SUMMARY = record(
    page=PAGE, status=record(indicator={"enum": ["none", "minor", "major", "critical"]}, description=TEXT),
    components={"type": "array", "items": COMPONENT}, incidents={"type": "array"},
    scheduled_maintenances={"type": "array", "items": MAINTENANCE},
)
summary = json.loads((folder / "summary.json").read_text())
jsonschema.validate(summary, SUMMARY)

print(json.dumps({
    "calendar": [
        {
            "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "status": str(event["X-MAINTNOTE-STATUS"]),
            "start": instant(event["DTSTART"].dt), "end": instant(event["DTEND"].dt),
        }
        for event in events
    ],
    "atom": [
        {"what": entry.tags[0].term, "updated": entry.updated, "start": entry.ev_startdate, "end": entry.ev_enddate}
        for entry in feed.entries
    ],
}))
