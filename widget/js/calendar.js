/* A window as an entry of a calendar, made here: it can be saved without a request. RFC 5545. */

let last

/** The address of a file, until there is another. */
export function calendar({ id, of, start, end, summary }, { name }, revision) {
  const time = (instant) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')
  const words = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\s+/g, ' ')
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Intermission//banner//EN', 'BEGIN:VEVENT',
    `UID:${id}-${time(of ? of + 'Z' : start)}@${location.hostname}`, `SEQUENCE:${revision ?? 0}`,
    `DTSTAMP:${time(Date.now())}`, `DTSTART:${time(start)}`, ...end ? [`DTEND:${time(end)}`] : [],
    `SUMMARY:${words([name, summary].filter(Boolean).join(': '))}`, 'END:VEVENT', 'END:VCALENDAR', '',
  ]
  URL.revokeObjectURL(last)
  // 75 bytes a line; a letter has three at most for each of its units.
  const folded = lines.map((line) => line.match(/.{1,24}/gsu)?.join('\r\n ') ?? '')
  return last = URL.createObjectURL(new Blob([folded.join('\r\n')], { type: 'text/calendar' }))
}
