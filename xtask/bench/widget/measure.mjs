// What the banner costs a page: bytes, time until it is seen, time of the main thread, and what moves. Prints Markdown, by
// the names of its places in docs/performance.md, as JSON.
//
// What is compared takes turns, every other round backwards; each opens in a browser context of its own, with nothing kept.
//
// The main thread's time is its own processor time, not a clock's: what else the machine does is not counted. It is all that
// the thread did, layout and the browser's own work for the page among it, less what a page without any banner costs.

import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { cpus, platform, release } from 'node:os'

import { inCheckout } from '../../../tests/harness/checkout.mjs'
import { shifts } from './shift.mjs'
import { serve } from './server.mjs'

const { chromium } = createRequire(inCheckout('tests/package.json'))('playwright-core')
const rounds = Number(process.argv[2])

execFileSync('node', [
  inCheckout('xtask/node_modules/esbuild/bin/esbuild'), inCheckout('xtask/bench/widget/handwritten.js'), '--minify', '--format=esm',
  '--log-level=warning', `--outfile=${inCheckout('target/bench/handwritten.min.js')}`,
])
const site = await serve()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})

const seen = {
  '/bare': "document.querySelector('main')",
  '/quiet/': "document.querySelector('main')",
  '/banner/': "document.querySelector('maintenance-banner')?.shadowRoot?.querySelector('section:not([hidden])')",
  '/handwritten/': "document.querySelector('.maintenance')",
  '/statuspage/': "document.querySelector('statuspage-widget')?.shadowRoot?.querySelector('.status-text')?.textContent",
}
const names = {
  '/bare': 'the page without any', '/quiet/': 'ours, nothing announced', '/banner/': 'ours, a window announced',
  '/handwritten/': 'written by hand', '/statuspage/': '`@statuspage/status-widget` 1.0.5',
}

/** Opens a page as somebody does who was never there. */
async function open(path, { slower = 1, clock } = {}) {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Europe/Berlin' })
  const page = await context.newPage()
  const debug = await context.newCDPSession(page)
  await debug.send('Performance.enable', { timeDomain: 'threadTicks' })
  if (clock) await page.clock.install({ time: Date.now() })
  if (slower > 1) await debug.send('Emulation.setCPUThrottlingRate', { rate: slower })
  site.taken()
  const read = async (wanted) => {
    const { metrics } = await debug.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === wanted).value * 1e3
  }
  return { context, page, path, busy: () => read('TaskDuration'), scripts: () => read('ScriptDuration') }
}

async function until({ page, path }) {
  await page.goto(site.origin + path, { waitUntil: 'load' })
  await page.waitForFunction(seen[path], undefined, { timeout: 20_000 })
  await page.waitForTimeout(400)
}

/** How long after the navigation began it was seen, by the frame in which it was. */
async function appearance(path) {
  const visit = await open(path)
  await visit.page.addInitScript(`{
    const look = () => { if (${seen[path]}) globalThis.seenAt = performance.now(); else requestAnimationFrame(look) }
    requestAnimationFrame(look)
  }`)
  await until(visit)
  const bytes = site.taken()
  const millis = await visit.page.evaluate('seenAt')
  await visit.context.close()
  return { millis, bytes }
}

/** What the first page of a visit costs the main thread, and what the second one does: by then the process has its formats
    of times, and the browser the files. */
async function work(path) {
  const visit = await open(path, { slower: 4 })
  await until(visit)
  const first = await visit.busy()
  // Chromium counts from the beginning of each page.
  await until(visit)
  const next = await visit.busy()
  await visit.context.close()
  return { first, next }
}

/** An hour that passes on the page's own clock, minute by minute. */
async function hour(path) {
  const visit = await open(path, { clock: true })
  await until(visit)
  const before = [await visit.scripts(), await visit.busy()]
  for (let minute = 0; minute < 60; minute += 1) {
    await visit.page.clock.runFor(6e4)
    await visit.page.waitForTimeout(20)
  }
  const after = [await visit.scripts(), await visit.busy()]
  await visit.context.close()
  return after.map((value, place) => value - before[place])
}

const paths = Object.keys(seen)
const results = new Map(paths.map((path) => [path, { millis: [], first: [], next: [], bytes: {} }]))
for (let round = 0; round <= rounds; round += 1) {
  for (const path of round % 2 ? paths.toReversed() : paths) {
    const { millis, bytes } = await appearance(path)
    const { first, next } = await work(path)
    const result = results.get(path)
    result.bytes = bytes
    if (round > 0) {
      result.millis.push(millis)
      result.first.push(first)
      result.next.push(next)
    }
  }
}

const idle = { '/bare': [], '/quiet/': [], '/banner/': [], '/handwritten/': [] }
for (let round = 0; round < Math.min(rounds, 5); round += 1) {
  for (const path of Object.keys(idle)) idle[path].push(await hour(path))
}
await browser.close()
site.close()
const moved = await shifts(chromium)

const spread = (values) => {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], greatest: sorted.at(-1) }
}
const cell = ({ median, least, greatest }) => `${median.toFixed(1)} (${least.toFixed(1)}–${greatest.toFixed(1)})`
const sum = (bytes) => Object.entries(bytes).filter(([path]) => !/\.json$/.test(path) || path.includes('/words/')).reduce((all, [, size]) => all + size, 0)
const bare = results.get('/bare')
const less = (values, base) => spread(values.map((value, round) => value - base[round]))
const thousands = (number) => number.toLocaleString('en-US')

const machine = `${cpus().length} shared cores (${cpus()[0].model.trim()}), ${platform()} ${release().split('-')[0]}`
const head = `${new Date().toISOString().slice(0, 10)}, ${machine}, Chromium ${browser.version()}, ${rounds} rounds; medians, in brackets the least and the greatest.\n\n`
const table = (titles, rows) => [titles, titles.map((_, column) => column ? '--:' : '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('')
const compared = head + table(
  ['', 'bytes (Brotli)', 'seen after, ms', 'main thread at 4 ×, first page, ms', 'next page, ms'],
  paths.filter((path) => path !== '/bare').map((path) => {
    const { millis, first, next, bytes } = results.get(path)
    return [
      names[path], thousands(sum(bytes)), path === '/quiet/' ? '–' : cell(spread(millis)),
      cell(less(first, bare.first)), cell(less(next, bare.next)),
    ]
  }),
) + `\nThe last two are what is more than on the page without any (${cell(spread(bare.first))} and ${cell(spread(bare.next))}).\n`
const hours = table(['an hour on an open page', 'scripts, ms', 'main thread, ms'], ['/quiet/', '/banner/', '/handwritten/'].map((path) => {
  const column = (place) => less(idle[path].map((row) => row[place]), idle['/bare'].map((row) => row[place]))
  return [names[path], cell(column(0)), cell(column(1))]
}))
const cls = table(['written by the edge into the demo portal', 'CLS'], moved.map(({ width, shift }) => [`${width} pixels wide`, shift.toFixed(4)]))
process.stdout.write(JSON.stringify({ compared, hours, shifts: cls }))
