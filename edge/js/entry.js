// The worker's door. It makes one synchronous call into wasm per request, returns the origin's own
// Response when the request passes, and lets every failure of ours end at the origin.

import * as edge from "./edge.js";
import timeline from "./timeline.bin";

// Shared with every instance of the wasm module; a panic anywhere in it sets `criticalError`.
const vitals = edge.__worker_init_state();

hold();

export default {
  fetch(request, env, context) {
    const verdict = decide(request);
    if (verdict === undefined) return (env.ORIGIN ?? globalThis).fetch(request);
    if (verdict === null) return edge.fetch(request, env, context);
    return verdict;
  },
};

function decide(request) {
  try {
    if (vitals.criticalError) revive();
    return edge.gate(request);
  } catch (fault) {
    // Whatever went through the wasm frames, their destructors did not run.
    vitals.criticalError = true;
    console.error(`intermission: the gate failed, so the request passes to the origin: ${fault}`);
    return undefined;
  }
}

// A panic leaves the wasm instance in an unknown state, so a new one takes its place. Objects that
// JavaScript holds from the old one are stale; `decide` holds none.
function revive() {
  edge.__wbg_reset_state();
  vitals.criticalError = false;
  hold();
}

function hold() {
  try {
    edge.hold(new Uint8Array(timeline));
  } catch (fault) {
    console.error(`intermission: no timeline, so every request passes to the origin: ${fault}`);
  }
}
