"""What a user of gql sees, by both of its transports: `with_gql.py ADDRESS`."""

import json
import sys

from gql import Client, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.requests import RequestsHTTPTransport

saw = {}
for transport in (RequestsHTTPTransport(sys.argv[1]), AIOHTTPTransport(sys.argv[1])):
    try:
        returned = Client(transport=transport).execute(gql("{ records { id } }"))
    except Exception as error:
        returned = f"{type(error).__name__}: {error}"
    saw[type(transport).__name__] = returned
print(json.dumps(saw))
