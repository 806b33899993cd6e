"""What a user of urllib3 sees who has set up nothing: `with_urllib3.py ADDRESS`.

No time passes: what it would have slept is written down instead.
"""

import json
import sys
import time

import urllib3

slept = []
time.sleep = slept.append

response = urllib3.PoolManager().request("GET", sys.argv[1])
print(json.dumps({"status": response.status, "text": response.data.decode(), "slept": slept}))
