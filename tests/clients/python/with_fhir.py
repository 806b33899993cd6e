"""What a user of FHIR sees: `with_fhir.py ADDRESS`.

fhirpy raises what it makes of the answer. The answer itself is read by fhir.resources, in R5 and R4B, which refuses
what the standard does not allow.
"""

import json
import sys

import requests
from fhir.resources.operationoutcome import OperationOutcome as R5
from fhir.resources.R4B.operationoutcome import OperationOutcome as R4B
from fhirpy import SyncFHIRClient
from fhirpy.base.exceptions import OperationOutcome

address = sys.argv[1]
saw = {}
try:
    SyncFHIRClient(address).resource("Immunization", status="completed").save()
except OperationOutcome as outcome:
    saw["raised"] = outcome.resource

answer = requests.get(f"{address}/Patient/1", headers={"Accept": "application/fhir+json"})
saw["json"] = [kind.model_validate_json(answer.content).model_dump(mode="json") for kind in (R5, R4B)]
answer = requests.get(f"{address}/Patient/1", headers={"Accept": "application/fhir+xml"})
saw["xml"] = [kind.model_validate_xml(answer.content).model_dump(mode="json") for kind in (R5, R4B)]
saw["retry_after"] = answer.headers["Retry-After"]
print(json.dumps(saw))
