"""What the fuzzer has to know besides the description: which window there is, and when it is.

Without it nearly every write would be refused for a window that is not there, or a revision that is
not in force, and nothing behind that would be reached.
"""

import itertools
import json
import os
import random
import re
import urllib.request

import schemathesis

API = os.environ["INTERMISSION_API"]
TOKEN = os.environ["INTERMISSION_TOKEN"]

ADDRESS = os.environ["INTERMISSION_ADDRESS_HEADER"]
KEY = "Idempotency-Key"

# As the founding notice is published here: announced on February 5, from February 6, 7 p.m. to 9 p.m. in Chicago,
# and then held.
WINDOW = "2025-02-06-deployment"
SCHEDULED = "2025-02-05T00:00:00Z"
ANNOUNCED = "2025-02-06T23:00:00Z"
ACTIVE = "2025-02-07T02:00:00Z"
OVERRUN = "2025-02-07T03:30:00Z"

# When a step is possible.
WHEN = {"announceWindow": SCHEDULED, "finishWindow": ACTIVE, "releaseWindow": OVERRUN}

turns = itertools.count()
chance = random.Random(20250206)


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = case.operation.definition.raw["operationId"]
    turn = next(turns)
    case.headers["Intermission-Now"] = WHEN.get(operation, ANNOUNCED)
    # Everybody comes from an address of their own, so that nobody has to wait for another's failures.
    case.headers[ADDRESS] = f"10.{turn >> 16 & 255}.{turn >> 8 & 255}.{turn & 255}"
    # A key that is as it should be is a new one, or else all that was made with it is refused.
    if re.fullmatch("[!-~]{1,255}", case.headers.get(KEY, "")):
        case.headers[KEY] = f"case-{turn}"
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    if operation == "addWindow" and (case.body["start"] == "now" or case.body["start"] < "2025-04"):
        # It stays, and would be in the way of the one with which everything is done.
        case.body["start"] = f"{2026 + turn // 336 % 70}-{1 + turn // 28 % 12:02}-{1 + turn % 28:02}T19:00"
    # One in four stays as it was made: a window that is not there, a revision that is not in force.
    if chance.random() < 0.25:
        return
    if "{id}" in case.path and "/windows/" in case.path:
        case.path_parameters["id"] = WINDOW
        # It does not recur: there is no occurrence of it that a date would name.
        if isinstance(case.body, dict) and "of" in case.body:
            case.body["of"] = None
    if "{id}" in case.path and "/webhooks/" in case.path:
        case.path_parameters["id"] = deletable() if operation == "deleteWebhook" else WEBHOOK
    if operation == "createWebhook":
        # Which members go with which kind is found out when they are read.
        case.body.update(name=f"case {turn}", url="https://partner.example/", kind=None, destination=None)
        case.body.pop("authorization", None)
    if "{number}" in case.path:
        # To go further back would take out what other cases have put in and still ask for.
        case.path_parameters["number"] = ask("GET", "schedule")["revision"] if operation == "rollBack" else 1
    if operation == "addWindow":
        case.body["channels"] = ["web"]
        # Two times that are made at random are mostly in the wrong order.
        if case.body.get("end") not in (None, "unknown"):
            case.body.update(end=None, length="2h")
    if operation == "rescheduleWindow":
        # Most days that are made at random are in a month that does not have them, or before today.
        case.body.update(start=f"2025-03-{1 + turn % 28:02}T19:00", end=None)
    if operation == "createToken":
        case.body["name"] = f"case {turn}"
    if "If-Match" in case.headers:
        revision = publish()
        case.headers["If-Match"] = "*" if chance.random() < 0.5 else f'"{revision}"'


def publish():
    """Puts the founding notice's window back as it was, and gives back the revision in which it is.

    The windows that other cases have put in stay: they are asked for later.
    """
    others = [table for table in windows(ask("GET", "schedule")["document"]) if f'id = "{WINDOW}"' not in table]
    body = json.dumps({"document": DOCUMENT + "".join(others), "why": "the next case"}).encode()
    outcome = ask("PUT", "schedule", body)
    return outcome.get("revision", outcome["base"])


def windows(document):
    """The tables of the windows, as they are written."""
    return [f"\n[[window]]{table}" for table in document.split("\n[[window]]")[1:]]


def subscribe(name):
    body = json.dumps({"name": name, "url": "https://partner.example/hooks"}).encode()
    return ask("POST", "webhooks", body)["id"]


def deletable():
    """A subscription that may go: there are a hundred at most."""
    ids = [webhook["id"] for webhook in ask("GET", "webhooks")["webhooks"]]
    return next((id for id in ids if id != WEBHOOK), None) or subscribe("to be deleted")


def ask(method, path, body=None):
    headers = {
        "Authorization": f"Bearer {TOKEN}",
        "Content-Type": "application/json",
        "If-Match": "*",
        "Intermission-Now": ANNOUNCED,
    }
    request = urllib.request.Request(f"{API}/admin/v1/{path}", body, headers, method=method)
    with urllib.request.urlopen(request) as response:
        return json.load(response)


DOCUMENT = ask("GET", "schedule")["document"]
WEBHOOK = subscribe("stays")
