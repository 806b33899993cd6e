/* banner.js: reads the timeline, and fetches the rest only when there is something to say.

   The timeline is what the edge has put into the page, or else `timeline.json` beside this script.
   While nothing is announced it is looked at about once a minute, spread out, more rarely when that
   fails, and never while nobody sees the page. Nothing is thrown.

   `ask` is handed on to the rest, so that nothing is written twice. It says what the server's clock
   was ahead of this one's: by the header `Date`, which is cut off to the second, taken at the middle of
   the way there and back. What came with a page says itself what time it was, and the time at which the
   page began to arrive is the nearest.

   Where the rest does not come, or wasm is not allowed, the server's text stays in the element, or a
   plain line is put there: whose maintenance, when, what.

   The build says where the rest is (`PARTS`) and where the timeline is (`TIMELINE`), from here. */
const tag = 'maintenance-banner'
const parts = new URL(PARTS, import.meta.url)
const first = () => document.querySelector(tag)
const own = first()?.getAttribute('src')
const address = own ? new URL(own, document.baseURI) : new URL(TIMELINE, import.meta.url)

// What was read last, and its tag: what says the same is not read again.
let known
let read
const ask = async () => {
  if (!navigator.onLine) throw 0
  const sent = Date.now()
  const response = await fetch(address, {
    cache: 'no-cache', credentials: 'omit', signal: AbortSignal.timeout?.(2e4),
  })
  if (!response.ok) throw 0
  const middle = (sent + Date.now()) / 2
  const date = Date.parse(response.headers.get('date'))
  const etag = response.headers.get('etag')
  if (!etag || etag !== known) read = await response.json()
  known = etag
  return { given: read, ahead: date ? date + 500 - middle : 0, sure: !!date }
}

const inside = () => {
  const given = JSON.parse(first().querySelector('script[type$=json]').textContent)
  const [visit] = performance.getEntriesByType('navigation')
  return {
    given,
    ahead: Date.parse(given.now) - (visit?.responseStart + performance.timeOrigin || Date.now()),
    // What the browser had kept says nothing about the time.
    sure: visit?.type === 'navigate',
  }
}

const say = ({ service, windows: [{ start, end, summary }] }) => {
  const { lang } = document.documentElement
  const time = (instant) => instant && new Date(instant).toLocaleString(lang || [], {
    dateStyle: 'full', timeStyle: 'short',
  })
  first().textContent ||= [service.name, [time(start), time(end)].join(' – '), summary].filter(Boolean).join(' · ')
}

const load = async (told) => {
  // It makes room for one that the page itself places, as soon as there is one.
  if (!first()) {
    const made = document.createElement(tag)
    made.toggleAttribute('spare')
    document.body.prepend(made)
  }
  try {
    // At the same time as the script that wants it.
    const wasm = fetch(new URL('widget.wasm', parts))
    wasm.catch(() => {})
    await (await import(new URL('define.js', parts))).define({ tag, address, ask, told, parts, wasm })
  } catch (error) {
    say(told.given)
    // What did not come may come later; what is forbidden stays so.
    if (error instanceof TypeError) throw error
  }
}

let failures = 0
let timer
// What came with the page is looked at once.
let given = 1
const look = async () => {
  let told
  try {
    try {
      told = given && inside()
    } catch {}
    given = 0
    told ||= await ask()
    failures = 0
    // What is over is news only to somebody who was told before.
    let kept
    try { kept = localStorage[tag] } catch {}
    if (told.given.windows.some(({ phase }) => kept || !/ended|cancelled/.test(phase))) {
      await load(told)
      return document.removeEventListener('visibilitychange', plan)
    }
  } catch {
    failures = Math.min(failures + 1, 4)
  }
  plan()
}
const plan = (now) => {
  clearTimeout(timer)
  if (!document.hidden) timer = setTimeout(look, (now ? 1e3 : 3e4) * (1 + 2 * Math.random()) * 2 ** failures)
}
document.addEventListener('visibilitychange', plan)
look()
