"""What a user of suds sees: `with_suds.py CONTRACT ADDRESS`."""

import json
import sys
from pathlib import Path

import suds
from suds.client import Client

contract, address = sys.argv[1:]
client = Client(Path(contract).as_uri(), location=address, cache=None)
try:
    # Without a port it takes the contract's first.
    returned = client.service["Soap11Port"].submitSingleMessage("partner", "secret", "42", "MSH|^~\\&|EHR")
    saw = {"returned": str(returned)}
except suds.WebFault as fault:
    saw = {"fault": str(fault), "detail": str(fault.fault.detail)}
except Exception as error:
    # For a status that is not 200 or 500 it raises nothing more special than this.
    saw = {"error": str(error)}
print(json.dumps(saw))
