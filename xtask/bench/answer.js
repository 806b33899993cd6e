// A hand-written worker that says what the edge says, byte for byte, without looking at the
// request. The constants are taken from one real answer of the edge when the benchmark starts.

import { body, headers, status } from "./constants.js";

export default {
  fetch() {
    return new Response(body, { status, headers });
  },
};
