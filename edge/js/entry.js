// The worker's door. It makes one synchronous call into wasm per request, returns the origin's own
// Response when the request passes, and lets every failure of ours end at the origin.

import * as edge from "./edge.js";
import deployed from "./timeline.bin";
import { attend } from "./attend.js";
import { files, write } from "./banner.js";
import { ask } from "./keeper.js";
import { keeperOf, Reader } from "./reader.js";

export { Keeper } from "./keeper.js";

// Shared with every instance of the wasm module; a panic anywhere in it sets `criticalError`.
const vitals = edge.__worker_init_state();

// How long the origin may take, where the schedule has an answer for its outages.
let patience;

// What the environment says of who may pass a closed gate; it is there with the first request.
let environment;

// What is wrong in it is told once, and not again after every panic.
let complained = false;

const reader = new Reader(deployed, take);

export default {
  fetch(request, env, context) {
    if (!reader.ready) return begin(request, env, context);
    if (reader.isDue(Date.now())) reader.follow(env, context);
    return answer(request, env, context);
  },
};

// The door for other machines' gates, where this one has the keeper: whoever can reach it reads
// windows that are not announced yet, so it is never the door to the world.
export const keeper = {
  fetch: (request, env) => ask(keeperOf(env), request),
};

async function begin(request, env, context) {
  await reader.begin(env, context);
  return answer(request, env, context);
}

function answer(request, env, context) {
  const verdict = decide(request, env);
  if (verdict === undefined) return pass(request, env);
  if (verdict === true) return warn(request, env);
  if (verdict === 1) return point(request, env);
  if (verdict === null) return edge.fetch(request, env, context);
  if (verdict === false) return administer(request, env, context);
  if (verdict === 0) return files(edge.below(request), request);
  if (typeof verdict === "string") return bypass(request, env, verdict);
  return verdict;
}

function pass(request, env) {
  const origin = env.ORIGIN ?? globalThis;
  return patience === undefined
    ? origin.fetch(request)
    : attend(origin, request, patience, (isLost) => outage(request, isLost));
}

// Somebody who is signed in asks for a page while something is announced: whatever goes wrong with the
// banner, they get the page.
async function warn(request, env) {
  const page = write(await pass(asPage(request), env), (lang, style, nonce, script, version) => {
    if (vitals.criticalError) revive();
    return edge.banner(request, lang, style, nonce, script, request.cf?.timezone ?? "", version);
  });
  return pointing(page, request);
}

// Something is announced: what the origin answers says where a machine can read of it.
async function point(request, env) {
  return pointing(await pass(request, env), request);
}

function pointing(response, request) {
  try {
    if (response.webSocket) return response;
    if (vitals.criticalError) revive();
    const link = edge.status_link(request);
    if (link === undefined) return response;
    const told = new Response(response.body, response);
    told.headers.append("Link", link);
    return told;
  } catch (fault) {
    console.error(`intermission: an answer does not say where the status is: ${fault}`);
    return response;
  }
}

// The page itself, whatever the browser has of it: what was kept is without the banner, or with another.
function asPage(request) {
  const conditions = ["If-None-Match", "If-Modified-Since", "Range", "If-Range"];
  if (!conditions.some((name) => request.headers.has(name))) return request;
  const headers = new Headers(request.headers);
  for (const name of conditions) headers.delete(name);
  return new Request(request, { headers });
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

// What an operator asks is the keeper's to answer. Nothing that a client can set says where a request
// comes from, so the fields that do are put in their place here.
async function administer(request, env, context) {
  const [path, prefix, host, address] = edge.forwarded(request);
  const headers = new Headers(request.headers);
  headers.set("Intermission-Prefix", prefix);
  headers.set("Intermission-Host", host);
  headers.delete("Intermission-Client-Address");
  if (address !== "") headers.set("Intermission-Client-Address", address);
  const { method } = request;
  const isRead = method === "GET" || method === "HEAD";
  // A read that comes with a body is none that the runtime would make itself.
  const body = isRead ? undefined : request.body;
  try {
    const forwarded = new Request(`http://keeper${path}`, { method, headers, body, redirect: "manual" });
    const response = await ask(keeperOf(env), forwarded);
    if (response.ok && !isRead) reader.hasten(env, context);
    return response;
  } catch (fault) {
    console.error(`intermission: the keeper cannot be reached: ${fault}`);
    return edge.unreachable(prefix, method);
  }
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
  reader.restore();
  environment = undefined;
}

function take({ revision, bytes, confirmed }, isNew) {
  if (vitals.criticalError) revive();
  if (isNew) {
    edge.hold(new Uint8Array(bytes), revision);
    patience = edge.patience();
  }
  if (confirmed !== undefined) edge.confirm(confirmed);
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
