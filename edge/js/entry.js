// The worker's door. It makes one synchronous call into wasm per request, returns the origin's own
// Response when the request passes, and lets every failure of ours end at the origin.

import * as edge from "./edge.js";
import timeline from "./timeline.bin";
import { attend } from "./attend.js";

// Shared with every instance of the wasm module; a panic anywhere in it sets `criticalError`.
const vitals = edge.__worker_init_state();

// How long the origin may take, where the schedule has an answer for its outages.
let patience;

// What the environment says of who may pass a closed gate; it is there with the first request.
let environment;

// What is wrong in it is told once, and not again after every panic.
let complained = false;

hold();

export default {
  fetch(request, env, context) {
    const verdict = decide(request, env);
    if (verdict === undefined) return pass(request, env);
    if (verdict === null) return edge.fetch(request, env, context);
    if (typeof verdict === "string") return bypass(request, env, verdict);
    return verdict;
  },
};

function pass(request, env) {
  const origin = env.ORIGIN ?? globalThis;
  return patience === undefined
    ? origin.fetch(request)
    : attend(origin, request, patience, (isLost) => outage(request, isLost));
}

// Whoever verifies a deployment is told that the gate was closed, and sees the origin as it is.
async function bypass(request, env, reason) {
  const response = await (env.ORIGIN ?? globalThis).fetch(request);
  if (response.webSocket) return response;
  const told = new Response(response.body, response);
  told.headers.set("Intermission-Bypass", reason);
  // Nobody else may be served this while the gate is closed. A CDN would rather listen to a field of
  // its own (RFC 9213).
  for (const name of [...told.headers.keys()]) {
    if (/-cache-control$|^surrogate-control$/.test(name)) told.headers.delete(name);
  }
  told.headers.set("Cache-Control", "private, no-store");
  return told;
}

// For every request, so nothing is put between it and the one call.
function decide(request, env) {
  try {
    if (vitals.criticalError) revive();
    if (environment === undefined) arm(env);
    return edge.gate(request);
  } catch (fault) {
    return failed(fault);
  }
}

function outage(request, isLost) {
  try {
    if (vitals.criticalError) revive();
    return edge.outage(request, isLost);
  } catch (fault) {
    return failed(fault);
  }
}

function failed(fault) {
  // Whatever went through the wasm frames, their destructors did not run.
  vitals.criticalError = true;
  console.error(`intermission: the gate failed, so the request passes to the origin: ${fault}`);
  return undefined;
}

// A panic leaves the wasm instance in an unknown state, so a new one takes its place. Objects that
// JavaScript holds from the old one are stale; `decide` holds none.
function revive() {
  edge.__wbg_reset_state();
  vitals.criticalError = false;
  hold();
  environment = undefined;
}

function hold() {
  try {
    edge.hold(new Uint8Array(timeline));
    patience = edge.patience();
  } catch (fault) {
    console.error(`intermission: no timeline, so every request passes to the origin: ${fault}`);
  }
}

function arm(env) {
  environment = env;
  const complaints = edge.arm(
    text(env.INTERMISSION_BYPASS_SECRET),
    text(env.INTERMISSION_BYPASS_TOKEN),
    text(env.INTERMISSION_ADDRESS_HEADER),
  );
  if (complained) return;
  complained = true;
  for (const complaint of complaints) console.warn(`intermission: ${complaint}`);
}

function text(variable) {
  return typeof variable === "string" ? variable : "";
}
