/* What our pages do where scripts run; without them they say all that is known. There is no build
   step: what stands below this comment is sent as it is, and the policy names its hash.

   Every page says the times in the visitor's own zone and language, where either differs. A 503 also
   counts down, looks whether the service is back, and then returns to what was wanted, if that was
   asked for by GET: what somebody sent is never sent again behind their back.

   The attributes of <main>:

   data-start, data-end  instants, at the offset of the service's zone
   data-status           the path of timeline.json, which says whether a channel is closed
   data-channel          whose end the visitor waits for
   data-window           which window it is
   data-outage           no window: the wanted page itself is asked for, by HEAD, until it is there
   data-sent             something was sent, so this page must not be loaded again

   In your time: when clocks change between the ends, each has a date of its own, because a range of
   the platform's would show the same hour twice. Languages that the platform does not know throw.

   Time left: a browser's clock may be hours off, so nothing is counted before an answer has told the
   time, in its Date. The row keeps its place until then, so that nothing jumps. An end that has moved away is
   followed. The two largest units are enough.

   Back: whatever is random here is so because others loaded this page too, in the same second
   perhaps, and would come back in the same second as well. A page that has just been loaded again
   wants to hear it twice, because two places may disagree for seconds about a change, and a visitor
   must not be sent to and fro between them. Gateways that find no origin speak by 502 and above; any
   other answer to HEAD, a redirect included, is the origin's own. */
{
const { start, end, status, channel, window: id, outage, sent } = document.querySelector('main').dataset
const { lang } = document.documentElement
const { parse } = Date
const part = (id) => document.getElementById(id)

const sayLocally = () => {
  const times = end ? [start, end] : [start]
  const format = new Intl.DateTimeFormat(navigator.languages, {
    weekday: 'long', year: 'numeric', month: 'long', day: 'numeric',
    hour: 'numeric', minute: '2-digit', timeZoneName: 'short',
  })
  const { locale } = format.resolvedOptions()
  const zone = (time) => new Date(time).getTimezoneOffset() * -6e4
  const isOurs = (time) => parse(time.slice(0, 19) + 'Z') - parse(time) === zone(time)
  if (times.every(isOurs) && locale.split('-')[0] === lang.split('-')[0]) return
  const words = part('local').querySelector('bdi')
  words.lang = locale
  words.textContent = end && zone(start) === zone(end)
    ? format.formatRange(parse(start), parse(end))
    : times.map((time) => format.format(parse(time))).join(' – ') + (end ? '' : ' – …')
  part('local').hidden = false
}

let until, ahead, tick, back
const left = () => until - Date.now() - ahead
const count = () => {
  const row = part('left')
  const seconds = Math.ceil(left() / 1e3)
  const words = []
  let rest = seconds
  for (const [unit, size] of [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]]) {
    const value = Math.floor(rest / size)
    rest %= size
    if (value || words.length)
      words.push(value && value.toLocaleString(lang, { style: 'unit', unit, unitDisplay: 'long' }))
  }
  row.querySelector('span').textContent = words.slice(0, 2).filter(Boolean).join(' ')
  row.style.visibility = seconds > 0 ? '' : 'hidden'
  row.hidden = back
  clearTimeout(tick)
  if (seconds > 0) tick = setTimeout(attempt, left() % 1e3 || 1e3, count)
}

const random = (least, most) => 1e3 * (least + Math.random() * (most - least))
const ask = (address, method) => fetch(address, {
  method, cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout?.(2e4),
})
const isBack = async () => {
  if (outage) return (await ask(location.href, 'HEAD')).status < 502
  const response = await ask(status)
  const { channels, windows } = await response.json()
  const closed = (name) => ({ id, phase }) => id === name && /^(active|overrun)$/.test(phase)
  // Cut off to the second, so it may be late by one, and is never early: nobody looks before the end.
  ahead = parse(response.headers.get('date')) - Date.now()
  until = Math.max(parse(end), parse(windows.find(closed(id))?.end) || 0)
  return !channels.some(closed(channel))
}

let again = performance.getEntriesByType('navigation')[0]?.type === 'reload'
let failures = 0, timer
const check = async () => {
  let heard
  try {
    heard = await isBack()
    failures = 0
  } catch {
    failures = Math.min(failures + 1, 4)
  }
  back = !!heard && !again
  again = false
  part('back').hidden = !back
  part('checking').hidden = back
  const late = left() <= 0 || until > parse(end)
  if (heard !== undefined && part('late')) part('late').hidden = heard || !late
  if (back && !sent) setTimeout(() => location.reload(), random(1, 3))
  const wait = random(30, 90) * 2 ** failures
  if (!back) plan(left() > 0 ? Math.min(wait, left() + random(0, 60)) : wait)
  attempt(count)
}
const plan = (wait) => {
  clearTimeout(timer)
  if (!document.hidden) timer = setTimeout(check, wait)
}

const attempt = (what) => { try { what() } catch {} }
attempt(sayLocally)
if (status || outage) {
  part('checking').hidden = false
  document.addEventListener('visibilitychange', () => plan(1e3))
  plan(random(1, 5))
  attempt(count)
}
}
