"""What a user of websockets sees: `with_websockets.py ADDRESS`."""

import json
import sys

from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

try:
    with connect(sys.argv[1], proxy=None):
        saw = {"connected": True}
except InvalidStatus as refused:
    saw = {
        "error": str(refused),
        "text": refused.response.body.decode(),
        "retry_after": refused.response.headers["Retry-After"],
    }
print(json.dumps(saw))
