// The keeper's door: a class that the runtime can hold for long, around an object that a panic spoils.
// The wasm is loaded with the first request, so that gates, which never ask here, do without it.

// How long a request may take before it is given up: more than anything that it could wait for.
const PATIENCE_MS = 60_000;

// How long after a fault the messages to subscribers are looked at again.
const RETRY_MS = 30_000;

// The module of wasm is one for the whole isolate, and so is what may have happened to it.
let loaded;

export class Keeper {
  #state;
  #env;
  #object;
  /** Which life of the module the object is from. */
  #life = 0;

  constructor(state, env) {
    this.#state = state;
    this.#env = env;
  }

  async fetch(request) {
    try {
      const module = await load();
      return await module.watch(() => this.#alive(module).fetch(request));
    } catch (fault) {
      console.error(`intermission: the keeper failed: ${fault}`);
      return failed(request);
    }
  }

  /**
   * Sends what is due. It is not waited for: the runtime has one alarm at a time, and a subscriber that
   * takes long to answer would keep it from the others.
   */
  alarm() {
    this.#state.waitUntil(this.#deliver());
  }

  async #deliver() {
    try {
      const module = await load();
      await module.watch(() => this.#alive(module).alarm());
    } catch (fault) {
      console.error(`intermission: the messages to subscribers failed: ${fault}`);
      // What is in the storage is still due. Not at once: what failed may fail again.
      await this.#state.storage.setAlarm(Date.now() + RETRY_MS).catch(() => {});
    }
  }

  /** The object, made anew when the module was. */
  #alive(module) {
    const life = module.revive();
    if (this.#life !== life) {
      this.#object = new module.exports.Keeper(this.#state, this.#env);
      this.#life = life;
    }
    return this.#object;
  }
}

/** No promise is kept: an object that is gone would have left one that nobody keeps. */
async function load() {
  const exports = loaded ? undefined : await import("./keeper/keeper.js");
  return (loaded ??= new Module(exports));
}

/** The module of wasm, and the requests that are under way in it. */
class Module {
  #isBroken = false;
  #life = 1;
  #underWay = new Set();
  #answered = 0;

  constructor(exports) {
    this.exports = exports;
    // A panic says so here, in its last moments. No promise of the module is kept after that, so
    // whoever waits for one has to be told.
    Object.defineProperty(exports.__worker_init_state(), "criticalError", {
      configurable: true,
      get: () => this.#isBroken,
      set: (isBroken) => {
        if (isBroken) this.#break("a panic");
      },
    });
  }

  /** Makes the module anew if it is broken, and gives back which life of it this is. */
  revive() {
    if (this.#isBroken) {
      this.exports.__wbg_reset_state();
      this.#isBroken = false;
      this.#life += 1;
    }
    return this.#life;
  }

  /** What `answer` promises, or a failure as soon as it cannot be kept any more. */
  async watch(answer) {
    const { promise, reject } = Promise.withResolvers();
    const answered = this.#answered;
    const timer = setTimeout(() => this.#giveUp(reject, answered), PATIENCE_MS);
    this.#underWay.add(reject);
    try {
      const response = await Promise.race([answer(), promise]);
      this.#answered += 1;
      return response;
    } catch (fault) {
      // Whatever went through the frames of wasm, their destructors did not run.
      if (fault instanceof WebAssembly.RuntimeError) this.#break(fault);
      throw fault;
    } finally {
      clearTimeout(timer);
      this.#underWay.delete(reject);
    }
  }

  /** A client may be slow; but when nobody else was answered either, it is us. */
  #giveUp(reject, answered) {
    reject(new Error("a request took too long"));
    if (this.#answered === answered) this.#break("a request without an answer");
  }

  #break(cause) {
    this.#isBroken = true;
    const fault = new Error(`its module is made anew after ${cause}`);
    for (const reject of this.#underWay) reject(fault);
    this.#underWay.clear();
  }
}

/**
 * The keeper's answer to a request. What it wrote reaches the disk after it has answered and before the
 * answer goes out: when the disk takes nothing, the runtime ends the object with a fault, and the next
 * request finds another one, with all that was there before. That is an answer too.
 */
export async function ask(keeper, request) {
  try {
    return await keeper.fetch(request);
  } catch (fault) {
    const answer = storageFailed(fault, request);
    if (answer === undefined) throw fault;
    console.error(`intermission: the keeper's storage failed: ${fault}`);
    return answer;
  }
}

function storageFailed(fault, request) {
  const said = String(fault);
  if (/SQLITE_FULL|database or disk is full/.test(said)) {
    return problem(request, {
      kind: "storage-full",
      title: "The keeper's disk is full",
      status: 507,
      detail: "no room is left on the keeper's disk; nothing was changed",
      help: "make room on the disk, then send it again: the schedule in force stays in force",
    });
  }
  return /SQLITE_/.test(said) ? failed(request) : undefined;
}

/** What was not committed when a request fails was never written. */
function failed(request) {
  return problem(request, {
    kind: "fault",
    title: "A fault of Intermission's own",
    status: 500,
    detail: "the keeper failed; nothing was changed",
    help: "send it again; if that fails too, the keeper's log says why",
  });
}

/** RFC 9457, as the keeper writes it. */
function problem({ method, headers }, { kind, ...rest }) {
  const prefix = headers.get("Intermission-Prefix") ?? "";
  const body = JSON.stringify({ type: `${prefix}/problems/${kind}`, ...rest });
  return new Response(method === "HEAD" ? null : body, {
    status: rest.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
