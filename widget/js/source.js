/* What all elements of a page share: the timeline, the server's clock, what is remembered, one timer.

   The timer sleeps until something that can be seen changes, or until the timeline is to be looked at
   again; while nobody sees the page, only until the next phase. A browser that slept, a page that came
   back from the history and a clock that was set are noticed when it wakes: the clock of the
   calendar and the clock that only counts have then moved apart. The timeline is looked at again at
   once, and what is known is shown until then. */
import { languages } from './names.js'
import { hash, numbers } from './numbers.js'

const name = 'maintenance-banner'
const minute = 6e4
// What timers can wait for is limited, and so is what a clock can be trusted for.
const longest = 36e5
// By less than this, clocks differ without having been set.
const still = 2e3

export class Source {
  #elements = new Set()
  #ask
  #widget
  #url
  #ahead
  #clocks
  #timer
  #zone
  /** Until when what is shown stands, by the server's clock, and when the timeline is looked at next. */
  #until = 0
  #next = 0
  #failures = 0
  #looked = 0
  #looking = false

  /** What `timeline.json` said last, and where it is. */
  given
  address

  constructor({ widget, address, ask, told, url }) {
    this.#widget = widget
    this.#ask = ask
    this.#url = url
    this.address = address
    this.#recall()
    this.#tell(told)
    this.#plan()
    if (!told.sure) this.#next = 0
    document.addEventListener('visibilitychange', () => document.hidden ? this.tick() : this.#wake())
    addEventListener('pageshow', ({ persisted }) => persisted && this.#wake())
    addEventListener('online', () => this.#wake())
    addEventListener('storage', ({ key }) => {
      if (key !== name && key !== null) return
      this.#recall()
      this.tick()
    })
  }

  /** The server's time, in milliseconds. */
  get now() {
    return Date.now() + this.#ahead
  }

  add(element) {
    this.#elements.add(element)
    // Applications place theirs when they have started, which may be later than the edge or the loader has put one at
    // the top.
    if (this.#elements.size > 1) for (const each of this.#elements) if (each.hasAttribute('spare')) each.remove()
    this.tick()
  }

  remove(element) {
    this.#elements.delete(element)
  }

  /** The words for whoever reads a language, or those that stand in for them. */
  words(lang) {
    return Source.words(this.#url, lang)
  }

  static #words = {}

  static words(url, lang) {
    const known = spoken(lang)
    const load = async () => (await fetch(url(`words/${known}.json`))).json()
    return Source.#words[known] ??= load().catch((error) => {
      delete Source.#words[known]
      throw error
    })
  }

  /** What the users of a channel are told now. */
  say(channel) {
    return this.#widget.say(hash(channel), this.now, !document.hidden)
  }

  /** `message` names what is put away, for the edge: it does not write that into the next page. */
  dismiss(channel, message) {
    this.#widget.dismiss(hash(channel), this.now)
    this.#keep()
    tellEdge(this.address, message)
    this.tick()
  }

  /** Looks at the timeline now, and then at the page, of which whoever asks may know more. */
  refresh() {
    this.#until = 0
    return this.#look()
  }

  async #look() {
    if (this.#looking) return
    this.#looking = true
    try {
      if (this.#tell(await this.#ask())) this.#until = 0
      this.#failures = 0
    } catch {
      this.#failures = Math.min(this.#failures + 1, 5)
    }
    this.#looking = false
    this.#plan()
    this.#run()
  }

  /** Something is different: shows what is to be shown, and sleeps until that changes. */
  tick() {
    this.#until = 0
    this.#run()
  }

  #run() {
    clearTimeout(this.#timer)
    const zone = new Date().getTimezoneOffset()
    if (zone !== this.#zone) this.#until = 0
    this.#zone = zone
    if (this.#hasJumped()) {
      this.#until = 0
      if (!document.hidden) this.#next = 0
    }
    // Most of the time a look at the timeline brings nothing new, and then nothing is done.
    if (this.#until <= this.now) {
      this.#until = Math.min(...Array.from(this.#elements, (element) => element.show()))
      this.#keep()
    }
    let rest = this.#until - this.now
    if (!document.hidden) {
      if (this.#next <= performance.now()) this.#look()
      // What is looked at runs on by itself.
      if (!this.#looking) rest = Math.min(rest, Math.max(this.#next - performance.now(), 1e3))
    }
    if (rest < Infinity) this.#timer = setTimeout(() => this.#run(), Math.min(Math.max(rest, 0) + 1, longest))
  }

  /** Somebody is back, or the network is. */
  #wake() {
    const rested = performance.now() - this.#looked > minute / 2
    // Others saw the network come back in the same second.
    if (rested || this.#failures) this.#next = Math.min(this.#next, performance.now() + 2e3 * Math.random())
    this.tick()
  }

  #plan() {
    this.#looked = performance.now()
    this.#next = this.#looked + minute * (0.5 + Math.random()) * 2 ** this.#failures
  }

  /** Whether that changes anything but by what an answer's way takes. */
  #tell({ given, ahead, sure }) {
    // What does not say when it was sent brings no news of the time.
    const news = sure || !this.given ? ahead : this.#ahead
    const isSet = !(Math.abs(news - this.#ahead) < still)
    const told = given !== this.given && numbers(given, Date.now() + news)
    this.#ahead = news
    this.#clocks = Date.now() - performance.now()
    if (told) this.#widget.tell(told, this.now)
    this.given = given
    return told || isSet
  }

  #hasJumped() {
    const before = this.#clocks
    this.#clocks = Date.now() - performance.now()
    const jump = this.#clocks - before
    // Backwards can only be a clock that was set; forwards is most likely sleep.
    if (jump < -still) this.#ahead -= jump
    return Math.abs(jump) > still
  }

  #recall() {
    try {
      const kept = JSON.parse(localStorage[name])
      this.#widget.recall(Float64Array.from(kept.filter(Number.isFinite)))
    } catch {}
  }

  #keep() {
    this.#recall()
    try {
      const kept = `[${this.#widget.kept()}]`
      if (localStorage[name] !== kept) localStorage[name] = kept
    } catch {}
  }
}

/** Puts a message among the last few that were put away, in a cookie of this site's own. */
function tellEdge({ origin }, message) {
  if (origin !== location.origin) return
  try {
    const kept = document.cookie.match(/(?:^|; )maintenance-banner=([^;]*)/)?.[1].split('!') ?? []
    const secure = location.protocol === 'https:' ? ';secure' : ''
    document.cookie = `${name}=${[...kept.slice(-3), message].join('!')};path=/;max-age=604800;samesite=lax${secure}`
  } catch {}
}

/** The language that we speak to whoever reads another: itself, without what stands after a hyphen, or
    the first of all. */
function spoken(lang) {
  const tag = lang.toLowerCase()
  const range = (length) => tag.split('-', length).join('-')
  const tags = [3, 2, 1].map(range)
  const find = (tag) => languages.find((known) => known.toLowerCase() === tag)
  return tags.map(find).find(Boolean)
    ?? languages.find((known) => known.toLowerCase().split('-')[0] === tags[2])
    ?? languages[0]
}
