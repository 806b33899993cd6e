"""Reads a message as a subscriber would: its signature by standardwebhooks, its event by cloudevents."""

import json
import sys

from cloudevents.v1.http import from_http
from standardwebhooks.webhooks import Webhook, WebhookVerificationError


def main():
    message = json.load(sys.stdin)
    try:
        Webhook(message["secret"]).verify(message["text"], message["headers"])
    except WebhookVerificationError as refused:
        return {"refused": str(refused)}
    event = from_http(message["headers"], message["text"])
    told = {"type": event["type"]}
    if "subject" in event:
        told["subject"] = event["subject"]
        told["channels"] = len(event.data["channels"])
    return told


print(json.dumps(main()))
