// The banner: its files, as they were built, and how it comes into a page.

import { files as built, version } from "./banner/files.js";
import { Policy } from "./policy.js";

const types = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  wasm: "application/wasm",
};

/** One of the banner's files, by its path below the prefix. */
export function files(path, request) {
  const { method, headers } = request;
  const file = built.get(path);
  if (file === undefined) return refused(404, "Not Found", "There is no such file of the banner here.");
  if (method !== "GET" && method !== "HEAD") {
    return refused(405, "Method Not Allowed", "This file is only read: use GET or HEAD.", { Allow: "GET, HEAD" });
  }
  const answer = new Headers({
    "Content-Type": types[path.slice(path.lastIndexOf(".") + 1)],
    // A version is never another one; what has no version in its address says where the newest is.
    "Cache-Control": path.startsWith("/banner/") ? "public, max-age=31536000, immutable" : "public, max-age=300",
    ETag: file.tag,
    Vary: "Accept-Encoding",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
  });
  if (isKnown(headers.get("If-None-Match"), file.tag)) return new Response(null, { status: 304, headers: answer });
  const packed = /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(headers.get("Accept-Encoding") ?? "");
  if (packed) answer.set("Content-Encoding", "br");
  const body = packed ? file.brotli : file.plain;
  answer.set("Content-Length", body.byteLength);
  return new Response(method === "HEAD" ? null : body, { headers: answer, encodeBody: packed ? "manual" : "automatic" });
}

function isKnown(list, tag) {
  return (list ?? "").split(",").some((known) => known.trim() === "*" || known.trim().replace(/^W\//, "") === tag);
}

function refused(status, name, sentence, headers = {}) {
  return new Response(`${status} ${name}\n${sentence}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": "*", ...headers },
  });
}

/**
 * The page with the banner at its top, or the response as it came where that is no page or may not be
 * changed. `banner(lang, style, nonce, script, version)` makes the element, or nothing.
 */
export function write(response, banner) {
  try {
    const obstacle = obstacleOf(response);
    if (obstacle !== undefined) return left(response, obstacle);
    const page = new Response(response.body, response);
    for (const [name, value] of Object.entries(fields(response.headers))) page.headers.set(name, value);
    // What was kept of the page as it was sent before is another page.
    for (const name of ["ETag", "Last-Modified", "Accept-Ranges", "Content-Length", "CDN-Cache-Control", "Surrogate-Control"]) {
      page.headers.delete(name);
    }
    return rewriter(response.headers, banner).transform(page);
  } catch (fault) {
    return left(response, `${fault}`);
  }
}

/** Why a response is left as it is; nothing to say where it is simply no page. */
function obstacleOf(response) {
  const { headers, status, body } = response;
  const [type, ...parameters] = (headers.get("Content-Type") ?? "").toLowerCase().split(";");
  if (status !== 200 || body === null || type.trim() !== "text/html") return "";
  if (/^\s*attachment/i.test(headers.get("Content-Disposition") ?? "")) return "";
  if (/\bno-transform\b/i.test(headers.get("Cache-Control") ?? "")) return "its Cache-Control says no-transform";
  const encoding = headers.get("Content-Encoding")?.trim().toLowerCase() ?? "identity";
  if (!["identity", "gzip", "br"].includes(encoding)) return `its encoding ${encoding} cannot be read here`;
  if (parameters.some((parameter) => /charset="?utf-(16|32)/.test(parameter))) return "its text is no ASCII";
  return undefined;
}

/** The page is this visitor's alone, and is asked for again: what is announced changes. */
function fields(headers) {
  const isKept = !/\bno-store\b/i.test(headers.get("Cache-Control") ?? "");
  const vary = headers.get("Vary");
  return {
    "Cache-Control": isKept ? "private, no-cache" : "no-store",
    ...(vary?.includes("*") ? {} : { Vary: vary ? `${vary}, Cookie` : "Cookie" }),
  };
}

function rewriter(headers, banner) {
  const policies = [headers.get("Content-Security-Policy") ?? ""];
  let lang = "";
  let isWritten = false;
  // A handler that throws would end the page in the middle.
  const carefully = (work) => ({
    element(element) {
      try {
        work(element);
      } catch (fault) {
        complain(`${fault}`);
      }
    },
  });
  return new HTMLRewriter()
    .on("html", carefully((html) => { lang ||= html.getAttribute("lang") ?? ""; }))
    .on("meta[http-equiv]", carefully((meta) => {
      if (meta.getAttribute("http-equiv").toLowerCase() === "content-security-policy") {
        policies.push(meta.getAttribute("content") ?? "");
      }
    }))
    .on("body", carefully((body) => {
      if (isWritten) return;
      isWritten = true;
      const policy = new Policy(policies);
      const { obstacle, nonce } = policy;
      if (obstacle !== undefined) complain(obstacle);
      const style = { inline: text, link: "", none: undefined }[policy.style];
      const element = banner(lang, style, nonce, obstacle === undefined, version);
      if (element !== undefined) body.prepend(element, { html: true });
    }));
}

const text = new TextDecoder().decode(built.get(`/banner/${version}/style.css`).plain);

function left(response, obstacle) {
  if (obstacle !== "") complain(obstacle);
  return response;
}

/** A site may have thousands of such pages a minute, and each of the reasons is worth one line. */
const complained = new Map();

function complain(obstacle) {
  const now = Date.now();
  if (Math.abs(now - (complained.get(obstacle) ?? Number.NEGATIVE_INFINITY)) < 60_000) return;
  if (complained.size > 16) complained.clear();
  complained.set(obstacle, now);
  console.warn(`intermission: a page is sent without the banner's script: ${obstacle}`);
}
