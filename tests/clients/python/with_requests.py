"""What a user of requests sees: `with_requests.py ADDRESS once|retry`.

`retry` is the set-up that everybody copies: it waits as long as it is told. No time passes: what it would have slept is
written down instead.
"""

import json
import sys
import time

import requests
from urllib3.util import Retry

address, how = sys.argv[1:]
slept = []
time.sleep = slept.append

session = requests.Session()
if how == "retry":
    retry = Retry(total=3, status_forcelist=[503], allowed_methods=None)
    session.mount("http://", requests.adapters.HTTPAdapter(max_retries=retry))
response = session.post(address, json={"record": 1})
saw = {"status": response.status_code, "text": response.text, "slept": slept}
if response.status_code == 503:
    saw["problem"] = response.json()
    saw["retry_after"] = response.headers["Retry-After"]
print(json.dumps(saw))
