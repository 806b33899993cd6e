"""What a user of zeep sees: `with_zeep.py CONTRACT BINDING ADDRESS`."""

import json
import sys

import zeep

contract, binding, address = sys.argv[1:]
service = zeep.Client(contract).create_service("{urn:cdc:iisb:2011}" + binding, address)
try:
    returned = service.submitSingleMessage("partner", "secret", "42", "MSH|^~\\&|EHR")
    saw = {"returned": returned}
except zeep.exceptions.Fault as fault:
    saw = {
        "fault": str(fault),
        "code": fault.code,
        "subcodes": [code.localname for code in fault.subcodes or []],
        "detail": {} if fault.detail is None else {part.tag: part.text for part in fault.detail.iter()},
    }
except zeep.exceptions.TransportError as error:
    saw = {"error": str(error), "status": error.status_code}
print(json.dumps(saw))
