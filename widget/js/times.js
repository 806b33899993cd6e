/* Times and lengths in words, by the browser's Intl, which knows the zones and the languages. */

const fields = {
  weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit',
}
const offset = (zone, time) => {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  return format.formatToParts(time).find(({ type }) => type === 'timeZoneName').value
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
    return new Intl.DateTimeFormat(own ?? navigator.languages).resolvedOptions().locale
  } catch {
    return lang
  }
}

/** A stretch of time in a zone, or in the visitor's. Where clocks change within it, each end says which
    zone it is in: a range would show the same hour twice. An `end` that is NaN is left out. */
export function stretch(start, end, locale, zone, name = 'short') {
  const format = new Intl.DateTimeFormat(locale, { ...fields, timeZone: zone, timeZoneName: name })
  if (end !== end) return format.format(start)
  if (!format.formatRange || offset(zone, start) !== offset(zone, end)) {
    return [start, end].map((time) => format.format(time)).join(' – ')
  }
  return format.formatRange(start, end)
}

/** Whether a zone's clocks show something else than the visitor's, at any of the times. */
export function differs(zone, times) {
  try {
    return times.some((time) => time === time && offset(zone, time) !== offset(undefined, time))
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
  return new Intl.ListFormat(lang).format(names)
}
