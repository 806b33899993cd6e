"""Mails as Python's own reader (`email`) and a reader of calendars (`icalendar`) see them: FILE… in order.

What is sent for the same event goes into one calendar, as a calendar that gets the mails does it (RFC 5546, section
3.2.2): the highest SEQUENCE holds.
"""

import json
import sys
from email import message_from_bytes, policy
from pathlib import Path

from icalendar import Calendar


def read(file):
    raw = Path(file).read_bytes()
    message = message_from_bytes(raw, policy=policy.default)
    alternative, attachment = message.iter_parts()
    kinds = [part.get_content_type() for part in alternative.iter_parts()]
    text, html, invitation = (part.get_content() for part in alternative.iter_parts())
    attached = attachment.get_content()
    calendar = Calendar.from_ical(attached)
    [event] = calendar.walk("VEVENT")
    return {
        "headers": {name: str(value) for name, value in message.items()},
        "names": [name for name, _ in message.items()],
        "defects": [str(defect) for part in message.walk() for defect in part.defects],
        "header_defects": [str(defect) for _, value in message.items() for defect in getattr(value, "defects", [])],
        "longest": max(len(line) for line in raw.split(b"\r\n")),
        "bare": raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
        "kinds": kinds,
        "text": text.replace("\r\n", "\n"),
        "html": html,
        "attachment": {
            "type": attachment.get_content_type(), "name": attachment.get_filename(),
            "same": attached.decode().replace("\r\n", "\n") == invitation.replace("\r\n", "\n"),
        },
        "method_of_part": [part for part in alternative.iter_parts()][2]["Content-Type"].params["method"],
        "event": {
            "errors": [str(error) for error in [*calendar.errors, *event.errors]],
            "method": str(calendar["METHOD"]),
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "start": event["DTSTART"].dt.isoformat(),
            "end": event["DTEND"].dt.isoformat(),
            "status": str(event["STATUS"]),
            "summary": str(event["SUMMARY"]),
            "organizer": str(event["ORGANIZER"]),
            "attendee": str(event["ATTENDEE"]),
            "reply": str(event["ATTENDEE"].params["RSVP"]),
        },
    }


mails = [read(file) for file in sys.argv[1:]]
calendar = {}
for mail in mails:
    event = mail["event"]
    known = calendar.get(event["uid"])
    if known is None or event["sequence"] > known["sequence"]:
        calendar[event["uid"]] = event
print(json.dumps({"mails": mails, "calendar": calendar}))
