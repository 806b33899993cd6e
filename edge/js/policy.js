// What a page's Content Security Policies allow the banner: Level 3, sections 6.6 and 6.7. Each policy
// has to allow a thing; what a policy does not speak of, it allows.

export class Policy {
  /** Why the banner's script cannot run; `undefined` where it can. */
  obstacle;

  /** What scripts and styles are to carry. */
  nonce;

  /** How the banner has its looks: `inline`, `link` or `none`. */
  style;

  /** Each text may be several policies, as headers are joined. */
  constructor(texts) {
    const policies = texts.flatMap((text) => text.split(",")).map(read).filter((policy) => policy.size > 0);
    const all = (allows) => policies.every(allows);
    const nonces = policies.flatMap((policy) => scripts(policy) ?? []).map(nonceOf).filter(Boolean);
    this.nonce = nonces[0];
    if (!all((policy) => allowsScript(policy, this.nonce))) {
      this.obstacle = "its policy (script-src) allows no script of its own host";
    } else if (!all(allowsWasm)) {
      this.obstacle = "its policy (script-src) has no 'wasm-unsafe-eval'";
    } else if (!all((policy) => allowsHost(policy.get("connect-src") ?? policy.get("default-src")))) {
      this.obstacle = "its policy (connect-src) allows no request to its own host";
    }
    if (all((policy) => allowsInline(styles(policy), this.nonce))) this.style = "inline";
    else this.style = all((policy) => allowsHost(styles(policy))) ? "link" : "none";
  }
}

/** Of a directive that comes twice, the first counts. Nonces are the one thing in which case matters. */
function read(text) {
  const policy = new Map();
  for (const part of text.split(";")) {
    const [name, ...sources] = part.trim().split(/\s+/);
    const key = name.toLowerCase();
    if (key !== "" && !policy.has(key)) policy.set(key, sources);
  }
  return policy;
}

const scripts = (policy) => policy.get("script-src-elem") ?? policy.get("script-src") ?? policy.get("default-src");
const styles = (policy) => policy.get("style-src-elem") ?? policy.get("style-src") ?? policy.get("default-src");
const nonceOf = (source) => /^'nonce-([A-Za-z0-9+/_-]+=*)'$/i.exec(source)?.[1];
const has = (sources, word) => sources.some((source) => source.toLowerCase() === word);

function allowsScript(policy, nonce) {
  const sources = scripts(policy);
  if (sources === undefined || (nonce !== undefined && sources.some((source) => nonceOf(source) === nonce))) return true;
  return !has(sources, "'strict-dynamic'") && allowsHost(sources);
}

function allowsWasm(policy) {
  const sources = policy.get("script-src") ?? policy.get("default-src");
  return sources === undefined || has(sources, "'wasm-unsafe-eval'") || has(sources, "'unsafe-eval'");
}

/** Hosts that are named may be the page's own, which nobody knows for sure behind a proxy. */
function allowsHost(sources) {
  return sources === undefined || has(sources, "'self'") || has(sources, "*") || has(sources, "https:");
}

/** `'unsafe-inline'` is void beside a nonce or a hash. */
function allowsInline(sources, nonce) {
  if (sources === undefined) return true;
  if (nonce !== undefined && sources.some((source) => nonceOf(source) === nonce)) return true;
  return has(sources, "'unsafe-inline'") && !sources.some((source) => /^'(nonce|sha\d+)-/i.test(source));
}
