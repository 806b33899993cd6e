// What this isolate decides by, and where that comes from: its memory, the platform's cache, the
// keeper. Only an isolate that has nothing yet waits for it; afterwards it is asked behind requests.

/** How often an isolate asks, at most. With the next, it keeps a change from being late by ten seconds. */
export const REFRESH_MS = 5000;

/** For how long what a location's cache holds is taken without asking the keeper. */
export const FRESH_MS = 3000;

/** How long the first request of an isolate waits, at most. */
const PATIENCE_MS = 2000;

/** How long the keeper may take behind requests. */
const LIMIT_MS = 4000;

/** How often it is said that the keeper cannot be reached, while it cannot. */
const REPEAT_MS = 60_000;

export class Reader {
  /** Whether the keeper was asked, and requests need not wait for it any more. */
  ready = false;

  #deployed;
  #take;
  /** The timeline's revision (0 is the deployed one), its bytes, and when the keeper last said so. */
  #held;
  #asked = Number.NEGATIVE_INFINITY;
  #complained = Number.NEGATIVE_INFINITY;

  /** `take(held)` puts a timeline in force, and throws when it is none. */
  constructor(deployed, take) {
    this.#deployed = deployed;
    this.#take = take;
  }

  /** Whether it is time to ask again. A clock that was put back must not stop it for ever. */
  isDue(now) {
    const since = now - this.#asked;
    return since >= REFRESH_MS || since < 0;
  }

  /** Asks behind the request. */
  follow(env, context) {
    this.#asked = Date.now();
    context.waitUntil(this.#refresh(env));
  }

  /** Asks the keeper past the cache, because a change went through here just now. */
  hasten(env, context) {
    this.#asked = Date.now();
    context.waitUntil(this.#learn(env));
  }

  /** What a request waits for while nothing is held. Whoever comes meanwhile asks for itself. */
  async begin(env, context) {
    try {
      if (keeperOf(env) === undefined) return this.#deploy();
      this.#asked = Date.now();
      const refreshing = this.#refresh(env);
      context.waitUntil(refreshing);
      await within(PATIENCE_MS, refreshing);
    } catch (fault) {
      this.#complain(fault);
    } finally {
      // Requests after this one do not wait: they pass until there is something to decide by.
      this.ready = true;
    }
  }

  /** Puts in force again what is held, in a new instance of the module. */
  restore() {
    if (this.#held) this.#take(this.#held, true);
  }

  /** Without a keeper there is nothing to ask for: no number is due after this one. */
  #deploy() {
    this.#asked = Number.NaN;
    this.#accept({ revision: 0 });
  }

  /** Never throws: what it cannot learn stays as it was. */
  async #refresh(env) {
    try {
      const place = Place.of(env);
      const found = await place?.find();
      // Even an old copy is better than none, should the keeper not answer.
      if (found && this.#accept(found) && isFresh(found)) return;
      await this.#learn(env, place);
    } catch (fault) {
      this.#complain(fault);
    }
  }

  /** Never throws either. */
  async #learn(env, place = Place.of(env)) {
    try {
      const known = this.#held;
      const told = (await within(LIMIT_MS, ask(keeperOf(env), known))) ?? this.#held;
      // Another question may have been answered sooner, and this is what was in force before it.
      if (known !== undefined && known.revision <= told.revision && told.revision < this.#held.revision) return;
      this.#offer({ ...told, confirmed: Date.now() });
      await place?.put(this.#held);
    } catch (fault) {
      this.#complain(fault);
    }
  }

  #accept(held) {
    try {
      this.#offer(held);
      return true;
    } catch (fault) {
      this.#complain(fault);
      return false;
    }
  }

  /** Takes what is not older than what is held. Revisions never go backwards. */
  #offer({ revision, bytes = this.#deployed, confirmed }) {
    const before = this.#held;
    if (before && revision < before.revision) {
      throw new Error(`revision ${revision} was told after revision ${before.revision}`);
    }
    const isNew = revision !== before?.revision;
    const latest = isNew ? confirmed : Math.max(confirmed, before.confirmed ?? confirmed);
    const next = { revision, bytes: isNew ? bytes : before.bytes, confirmed: latest };
    this.#take(next, isNew);
    this.#held = next;
  }

  #complain(fault) {
    const now = Date.now();
    if (Math.abs(now - this.#complained) < REPEAT_MS) return;
    this.#complained = now;
    const stays = this.#held === undefined
      ? "there is no timeline, so every request passes to the origin"
      : `revision ${this.#held.revision} stays in force, ${age(this.#held, now)}`;
    console.error(`intermission: nothing new is in force (${fault}): ${stays}`);
  }
}

/** The one keeper, or `undefined` where there is none: then the deployed timeline is all there is. */
export function keeperOf(env) {
  // For one gate of several the keeper is another process, and a binding of its own leads there: what
  // kind a binding is cannot be asked, because a service has every method that it is asked for.
  return env.KEEPER?.getByName("keeper") ?? env.KEEPER_DOOR;
}

/** What the keeper has beyond what is known, or `undefined` when that is what is in force. */
async function ask(keeper, known) {
  const headers = known ? { "If-None-Match": `"${known.revision}"` } : {};
  const response = await keeper.fetch("http://keeper/timeline", { headers });
  // Read in any case: a body that nobody reads keeps its connection.
  const bytes = await response.arrayBuffer();
  if (response.status === 304 && known) return undefined;
  if (response.status === 204) return { revision: 0 };
  const revision = Number(response.headers.get("Intermission-Revision"));
  if (response.status !== 200 || !Number.isSafeInteger(revision) || revision < 1) {
    throw new Error(`it answered ${response.status} with revision ${revision}`);
  }
  return { revision, bytes };
}

/** Where the platform's cache keeps the timeline for the isolates of one location. */
class Place {
  #cache;
  #address;

  constructor(cache, address) {
    this.#cache = cache;
    this.#address = address;
  }

  /** Nothing where the platform has no cache, or no name that tells this keeper from another. */
  static of(env) {
    const id = env.KEEPER?.idFromName("keeper").toString();
    if (id === undefined || globalThis.caches === undefined) return undefined;
    // A host of nobody's: under one of ours, somebody who asks for this address might be given what is
    // not announced yet.
    return new Place(caches.default, `https://timeline.intermission.invalid/${id}`);
  }

  async find() {
    try {
      const response = await this.#cache.match(this.#address);
      if (response === undefined) return undefined;
      const bytes = await response.arrayBuffer();
      const [revision, confirmed] = ["Intermission-Revision", "Intermission-Confirmed"]
        .map((name) => Number(response.headers.get(name) ?? Number.NaN));
      if (!Number.isSafeInteger(revision) || !Number.isSafeInteger(confirmed)) return undefined;
      return revision === 0 ? { revision, confirmed } : { revision, confirmed, bytes };
    } catch {
      // A cache that fails is one that has nothing.
      return undefined;
    }
  }

  async put({ revision, bytes, confirmed }) {
    const headers = {
      "Cache-Control": "max-age=86400",
      "Intermission-Revision": `${revision}`,
      "Intermission-Confirmed": `${confirmed}`,
    };
    try {
      await this.#cache.put(this.#address, new Response(revision === 0 ? "" : bytes, { headers }));
    } catch {
      // The keeper is asked the next time.
    }
  }
}

/** The machines of a location agree on the time to a second or so. */
function isFresh({ confirmed }) {
  return Math.abs(Date.now() - confirmed) < FRESH_MS;
}

function age({ confirmed }, now) {
  return confirmed === undefined ? "as deployed" : `confirmed ${Math.round((now - confirmed) / 1000)} s ago`;
}

/** What a promise gives, unless it takes longer. No signal ends it: not every binding takes one. */
async function within(limit, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
