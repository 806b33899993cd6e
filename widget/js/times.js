/* Times and lengths in words, by the browser's Intl, which knows the zones and the languages. */

const fields = {
  weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit',
}
// A format is dear to make and cheap to use. Those for the visitor's zone are in the one that it was then.
let here
let formats = {}
const formatOf = (locale, options) => {
  return formats[JSON.stringify([locale, options])] ??= new Intl.DateTimeFormat(locale, options)
}
const offset = (timeZone, time) => {
  const parts = formatOf('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(time)
  return parts.find(({ type }) => type === 'timeZoneName').value
}

/** The zone that the visitor is in now. */
export function ownZone() {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  if (timeZone !== here) formats = {}
  return here = timeZone
}

const primary = (tag) => tag.split('-')[0].toLowerCase()

/** The visitor's own way of writing the language of a page, or else the language as such: for times
    within sentences. */
export function within(lang) {
  const own = locale(lang)
  return primary(own) === primary(lang) ? own : lang
}

/** The same, or else the visitor's own language: for times that stand alone. */
export function locale(lang) {
  const own = navigator.languages.find((tag) => primary(tag) === primary(lang))
  try {
    return formatOf(own ?? navigator.languages).resolvedOptions().locale
  } catch {
    return lang
  }
}

/** A stretch of time in a zone, or in the visitor's. Where clocks change within it, each end says which
    zone it is in: a range would show the same hour twice. An `end` that is NaN is left out. */
export function stretch(start, end, locale, zone, name = 'short') {
  const format = formatOf(locale, { ...fields, timeZone: zone, timeZoneName: name })
  if (end !== end) return format.format(start)
  if (!format.formatRange || offset(zone, start) !== offset(zone, end)) {
    return [start, end].map((time) => format.format(time)).join(' – ')
  }
  return format.formatRange(start, end)
}

/** Whether a zone's clocks show something else than the visitor's, at any of the times. */
export function differs(zone, times) {
  try {
    return zone !== here && times.some((time) => time === time && offset(zone, time) !== offset(undefined, time))
  } catch {
    // A zone that this browser does not know cannot be shown.
    return false
  }
}

/** "2 hours 5 minutes". */
export function length(millis, lang) {
  const units = [['day', 864e5], ['hour', 36e5], ['minute', 6e4], ['second', 1e3]]
  const words = []
  for (const [unit, size] of units) {
    const count = Math.floor(millis / size)
    millis %= size
    if (count) words.push(count.toLocaleString(lang, { style: 'unit', unit, unitDisplay: 'long' }))
  }
  return words.join(' ')
}

/** "the web application and the web services". */
export function list(names, lang) {
  return names[1] ? new Intl.ListFormat(lang).format(names) : names[0]
}
