// What a request meets while the origin cannot be reached, where the schedule has an answer for it.
// Nothing is ever sent to the origin a second time.

// What platforms say when they could not get an answer from the origin.
const gateway = new Set([502, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530]);

// Of these, what says that the request did not get there: refused, unreachable, no TLS, no name.
const lost = new Set([521, 523, 525, 526, 530]);

/**
 * The origin's response, or ours when there is none within `patience` milliseconds (0 is for ever).
 * `answer(isLost)` makes ours; where it makes none, the failure stays what it was.
 */
export async function attend(origin, request, patience, answer) {
  const limit = new AbortController();
  const timer = patience > 0 ? setTimeout(() => limit.abort(), patience) : undefined;
  let response;
  try {
    response = await origin.fetch(request, timer === undefined ? undefined : { signal: limit.signal });
  } catch (fault) {
    const ours = answer(false);
    if (ours === undefined) throw fault;
    console.error(`intermission: the origin cannot be reached: ${fault}`);
    return ours;
  } finally {
    clearTimeout(timer);
  }
  if (!gateway.has(response.status) || isApplications(response)) return response;
  const ours = answer(lost.has(response.status));
  if (ours === undefined) return response;
  response.body?.cancel();
  return ours;
}

// A gateway's own page is HTML or text; what comes as data was written by an application, and what
// an application says is never hidden.
function isApplications(response) {
  return /json|(?<!xhtml\+)xml|protobuf|grpc|fhir|hl7/i.test(response.headers.get("content-type") ?? "");
}
