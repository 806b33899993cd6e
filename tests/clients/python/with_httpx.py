"""What a user of httpx sees: `with_httpx.py ADDRESS`."""

import json
import sys

import httpx

try:
    saw = {"returned": httpx.post(sys.argv[1], json={"record": 1}).raise_for_status().text}
except httpx.HTTPStatusError as error:
    saw = {
        "error": str(error),
        "problem": error.response.json(),
        "retry_after": error.response.headers["Retry-After"],
        "status_page": error.response.links["status"]["url"],
    }
print(json.dumps(saw))
