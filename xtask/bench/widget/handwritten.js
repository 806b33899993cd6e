/* What one writes by hand in a day: a banner of the same looks that says what is down, when, in the visitor's time and the
   service's, and what to do; it counts down, changes with the phase, looks at the timeline again, and can be put away.
   What it leaves out: languages, the server's clock, what was moved or cancelled, several windows, other tabs. */
const style = `
.maintenance{font:1rem/1.5 system-ui,sans-serif;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:flex-start;padding:.75rem 1.25rem;
color:#1c2430;background:#fbf6f0;border-block-end:1px solid #b4530a;border-inline-start:.375rem solid #b4530a}
.maintenance div{flex:1 1 15rem}.maintenance p,.maintenance dl,.maintenance dd{margin:0}.maintenance dl>div{display:flex;gap:.75rem}
.maintenance dt{min-inline-size:11rem;color:#4a5565}.maintenance a{color:#0b57a4}
.maintenance button{font:inherit;background:none;border:1px solid;border-radius:.25rem;padding:.25rem .75rem}
@media(prefers-color-scheme:dark){.maintenance{color:#e8ebf0;background:#242a32;border-color:#f0a35e}.maintenance dt{color:#b3bcc8}}`

const make = (kind, text = '', parent) => {
  const made = Object.assign(document.createElement(kind), { textContent: text })
  parent?.append(made)
  return made
}
const time = (start, end, timeZone) => new Intl.DateTimeFormat('en', {
  weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone, timeZoneName: 'short',
})[end ? 'formatRange' : 'format'](...[start, end].filter(Boolean).map((instant) => new Date(instant)))
const length = (millis) => {
  const minutes = Math.max(Math.ceil(millis / 6e4), 0)
  return minutes >= 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes} min`
}

let shown
const show = ({ service, channels, windows }) => {
  const window = windows.find(({ phase, id, start }) => {
    return !/ended|cancelled/.test(phase) && localStorage.getItem('put-away') !== id + start
  })
  shown?.remove()
  if (!window) return
  const { id, start, end, reason, summary } = window
  const banner = make('section')
  banner.className = 'maintenance'
  banner.setAttribute('aria-label', 'Maintenance')
  const body = make('div', '', banner)
  const heading = make('p', '', body)
  make('strong', reason === 'emergency' ? 'Emergency maintenance ' : 'Maintenance ', heading)
  const now = Date.now()
  make('span', now < Date.parse(start) ? `Starts in ${length(Date.parse(start) - now)}.`
    : end ? `Planned to end in ${length(Date.parse(end) - now)}.` : 'In progress.', heading).role = 'status'
  make('p', summary ?? '', body)
  const affected = channels.filter((channel) => window.channels.includes(channel.id) && channel.disposition !== 'unaffected')
  make('p', `Not available: ${affected.map(({ name }) => name).join(', ')}.`, body)
  const times = make('dl', '', body)
  for (const [name, zone] of [['In your time'], [`Service time (${service.label})`, service.zone]]) {
    const row = make('div', '', times)
    make('dt', name, row)
    make('dd', time(start, end, zone), row)
  }
  for (const { name, instructions } of affected) {
    const told = instructions?.[now < Date.parse(start) ? 'before' : 'during']
    if (told) make('p', `${name}: ${told}`, body)
  }
  make('a', 'Details', make('p', '', body)).href = `/_maintenance/windows/${id}`
  make('button', 'Dismiss', banner).addEventListener('click', () => {
    localStorage.setItem('put-away', id + start)
    banner.remove()
  })
  document.body.prepend(banner)
  shown = banner
}

const look = async () => {
  try {
    show(await (await fetch('/_maintenance/timeline.json')).json())
  } catch (error) {
    console.warn('no timeline', error)
  }
}
make('style', style, document.head)
look()
setInterval(look, 6e4)
