// A real Chromium, of a person who is far from the service's zone and reads another language.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after } from 'node:test'

import { chromium } from 'playwright-core'

import { chromium as executablePath, inCheckout } from './checkout.mjs'
import { instant } from './schedule.mjs'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A browser for all the tests of a file. */
export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  })
  after(() => browser.close())
  return browser
}

/**
 * A page of a new visitor to a site, closed after the test. Its `travel` sets the clock of the edge for all that it
 * requests from then on; `complaints` are what its console and scripts complained of.
 *
 * With `clock`, an instant, the browser's own clock stands still there until the test lets it run (`page.clock`).
 */
export async function visit(t, browser, { port }, { width = 1280, clock, ...settings } = {}) {
  const context = await browser.newContext({
    baseURL: `http://127.0.0.1:${port}`, viewport: { width, height: 800 }, timezoneId: 'Asia/Kathmandu', locale: 'es-MX',
    ...settings,
  })
  t.after(() => context.close())
  const page = await context.newPage()
  if (clock !== undefined) {
    await page.clock.install({ time: clock - 1000 })
    await page.clock.pauseAt(clock)
  }
  const complaints = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { page, complaints, travel: (now) => page.setExtraHTTPHeaders({ 'Intermission-Now': instant(now) }) }
}

/** What axe finds wrong with a page, no rule left out: one line a finding. */
export async function audit(page) {
  // By the debugger's own door: the page's policy forbids scripts, and has to.
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe })
  const expression = 'axe.run(document).then((found) => JSON.stringify(found))'
  const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  await session.detach()
  const { passes, violations } = JSON.parse(result.value)
  if (passes.length === 0) throw new Error('axe has looked at nothing')
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

/** Whether a page can be read without scrolling sideways. */
export async function fitsItsWidth(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
}

/** A picture of the whole page, in `target/screenshots/`, to look at. */
export async function picture(page, name) {
  await page.screenshot({ path: inCheckout('target/screenshots', `${name}.png`), fullPage: true })
}
