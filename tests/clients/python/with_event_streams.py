"""What users of two readers of server-sent events see: `with_event_streams.py ADDRESS`."""

import json
import sys

import httpx
import httpx_sse
import requests
import sseclient

address = sys.argv[1]


def told(event):
    return {"event": event.event, "data": json.loads(event.data), "retry_millis": event.retry}


with httpx.Client() as client, httpx_sse.connect_sse(client, "GET", address) as source:
    by_httpx = [told(event) for event in source.iter_sse()]

response = requests.get(address, stream=True, headers={"Accept": "text/event-stream"})
by_sseclient = [told(event) for event in sseclient.SSEClient(response).events()]

print(json.dumps({"httpx_sse": by_httpx, "sseclient": by_sseclient}))
