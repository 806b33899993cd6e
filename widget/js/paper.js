/* What the banner looks like: its parts are made once, and what differs is written anew. Texts of the
   operators are in the service's language, ours in that of the words, times in the visitor's. */
import { reading } from './reading.js'
import { sheet } from './style.js'
import { differs, length, list, locale, ownZone, stretch, within } from './times.js'

const fill = (text, values) => text.replace(/{(\w+)}/g, (whole, name) => values[name] ?? whole)

export class Paper {
  #parts = {}
  #given
  #written
  #free

  /** The parts are those that the edge has written into the page, or else are made here. */
  constructor(root, dismiss) {
    root.adoptedStyleSheets = [sheet]
    if (root.querySelector('section')) this.#adopt(root)
    else this.#make(root)
    const { banner, dismiss: button } = this.#parts
    banner.addEventListener('keydown', ({ key }) => key === 'Escape' && dismiss())
    button.addEventListener('click', dismiss)
  }

  /** What stands below must not jump when words take the place of others: until the next phase, it does
      not get smaller than it was. */
  #adopt(root) {
    for (const part of root.querySelectorAll('[part]')) this.#parts[part.part[0]] ??= part
    for (const style of root.querySelectorAll('style,link')) style.remove()
    const { banner, dismiss, times } = this.#parts
    dismiss.part = 'dismiss'
    this.#free = times.querySelector('[part=waits]')
    // Times in other words may need a line less.
    for (const part of [banner, times]) part.style.minBlockSize = `${part.offsetHeight}px`
    addEventListener('resize', () => this.#release(), { once: true })
  }

  #release() {
    for (const { style } of Object.values(this.#parts)) style.minBlockSize = ''
    this.#free?.remove()
    this.#free = undefined
  }

  #make(root) {
    const part = (name, kind, parent) => {
      const made = make(kind)
      made.part = name
      parent.append(made)
      return this.#parts[name] = made
    }
    part('status', 'p', root).role = 'status'
    const banner = part('banner', 'section', root)
    banner.hidden = true
    banner.setAttribute('aria-labelledby', 'kind what')
    slot('icon', banner)
    const body = part('body', 'div', banner)
    const heading = part('heading', 'p', body)
    part('kind', 'strong', heading).id = 'kind'
    heading.append(' ')
    part('state', 'span', heading)
    for (const [name, kind] of [
      ['save', 'p'], ['change', 'p'], ['summary', 'p'], ['what', 'div'], ['times', 'dl'], ['advice', 'div'],
      ['contact', 'p'], ['links', 'p'],
    ]) part(name, kind, body)
    this.#parts.what.id = 'what'
    slot('extra', body)
    const button = part('dismiss', 'button', banner)
    button.type = 'button'
  }

  clear() {
    this.#parts.banner.hidden = true
    this.#parts.status.textContent = ''
  }

  write(message) {
    const { words, given, channel, window, phase, state, left, change, before, announce, save } = message
    const { banner, status, kind, dismiss } = this.#parts
    banner.lang = words.language
    if (phase !== banner.dataset.phase) this.#release()
    banner.dataset.phase = phase
    banner.part = `banner ${phase}`
    text(kind, words[window.reason] ?? words.planned)
    text(this.#parts.state, fill(words[state], { length: length(left, words.language) }))
    text(this.#parts.save, save && words.save)
    text(dismiss, phase === 'ended' ? words.go_on : words.dismiss)
    // From one second to the next, only the time left differs.
    const rest = JSON.stringify([words.language, message.reader, channel, window.id, window.of, phase, change, before, ownZone(), navigator.languages])
    if (given !== this.#given || rest !== this.#written) this.#write(message)
    this.#given = given
    this.#written = rest
    banner.hidden = false
    if (announce) {
      const { state, change, what } = this.#parts
      const spoken = [kind, state, change, ...what.children].map(({ textContent }) => textContent)
      // A text that is there as soon as its region is not read out.
      setTimeout(() => text(status, spoken.filter(Boolean).join(' ')), 200)
    }
  }

  #write({ words, reader, given, channel, window, phase, change, before, advice, base }) {
    const { service } = given
    const lang = words.language
    const stands = phase !== 'ended' && phase !== 'cancelled'
    const [from, to] = [window.start, window.end ?? NaN].map((time) => new Date(time).getTime())
    text(this.#parts.change, change && fill(words[change], {
      before: change === 'moved' || change === 'was_planned'
        ? stretch(...before, within(lang)) : stretch(before[1], NaN, within(lang)),
      now: stretch(from, to, within(lang)),
    }))
    const read = reading([reader, lang], service.language)
    const [summary, summaryLang] = read(window, 'summary')
    text(this.#parts.summary, stands && summary, summaryLang)

    const affected = given.channels.filter(({ id, disposition }) => {
      return window.channels.includes(id) && disposition !== 'unaffected'
    })
    const own = affected.filter(({ id }) => id === channel)
    const channels = own.length ? own : affected
    this.#lines('what', stands ? ['unavailable', 'read-only', 'hold'].map((how) => {
      const names = channels.filter(({ disposition }) => disposition === how).map((channel) => read(channel, 'name')[0])
      return names.length && [fill(words[how.replace('-', '_')], { channels: list(names, lang) })]
    }) : [])
    this.#times(stands ? [from, to] : [], service, read(service, 'label')[0], words)
    this.#lines('advice', channels.map((channel) => {
      const [told, spoken] = read(channel, advice, channel.instructions?.[advice])
      return told && [channels.length > 1 ? `${read(channel, 'name')[0]}: ${told}` : told, spoken]
    }))
    const asked = channels.find(({ contact }) => contact)
    this.#parts.contact.replaceChildren(...asked ? [
      fill(words.contact, { topic: read(asked, 'topic', asked.contact.topic)[0] }), ' ',
      link(`mailto:${asked.contact.email}`, asked.contact.email),
    ] : [])
    const page = new URL(`windows/${window.id}`, base)
    const details = link(page, words.details, 'details')
    // The same as the feed has, so that a calendar that has both has it once.
    const entry = link(`${page}.ics`, words.calendar, 'calendar')
    entry.download = `${window.id}.ics`
    this.#parts.links.replaceChildren(...!stands ? [] : phase === 'overrun' ? [details] : [details, ' ', entry])
  }

  /** When it is, in the visitor's own time and, where clocks differ, in the service's. */
  #times([from, to], { zone }, label, words) {
    const rows = []
    let elsewhere = false
    const whole = (lang, zone) => to === to ? stretch(from, to, lang, zone)
      : fill(words.open, { start: stretch(from, NaN, lang, zone) })
    if (from) {
      const own = locale(words.language)
      elsewhere = differs(zone, [from, to])
      rows.push([elsewhere ? words.your_time : words.when, whole(own), own])
      if (elsewhere) rows.push([fill(words.service_time, { label }), whole(within(words.language), zone)])
      if (to === to) rows.push([words.takes, length(to - from, words.language)])
    }
    // The row that the edge has kept free, where there is nothing to say in it.
    const free = !elsewhere && this.#free ? [this.#free] : []
    this.#parts.times.replaceChildren(...free, ...rows.map(([name, value, lang]) => {
      const row = make('div')
      row.append(text(make('dt'), name), text(make('dd'), value, lang))
      return row
    }))
  }

  /** Each is a text and the language that it is in, or nothing. */
  #lines(name, lines) {
    this.#parts[name].replaceChildren(...lines.filter(Boolean).map(([line, lang]) => text(make('p'), line, lang)))
  }
}

function make(kind) {
  const made = document.createElement(kind)
  // The words may be written the other way than the page.
  if (/^(p|dt|dd)$/.test(kind)) made.dir = 'auto'
  return made
}

function slot(name, parent) {
  const made = document.createElement('slot')
  made.name = name
  parent.append(made)
}

/** Nothing is touched that says the same already. */
function text(element, words, lang) {
  if (element.textContent !== (words || '')) element.textContent = words || ''
  if (lang) element.lang = lang
  return element
}

function link(address, words, part = 'link') {
  const made = make('a')
  made.href = address
  made.part = part
  return text(made, words)
}
