// The banner that the edge has written into a page, in a real browser: it is there with the first paint, nothing moves when
// its script has come, and what the script would have made by itself is the same.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { audit, fitsItsWidth, openBrowser, picture, visit } from '../../harness/browser.mjs'
import { html, startPages } from '../../harness/pages.mjs'
import { compile } from '../../harness/schedule.mjs'
import { openSite } from '../../harness/site.mjs'

let pages
const site = await openSite({
  startBehind: async () => (pages = await startPages()),
  timeline: await compile(`
    [service]
    name = "Records"
    zone = "America/Chicago"
    label = "CT"
    [edge.banner]
    cookies = ["session"]
    [[channel]]
    id = "web"
    name = "the web application"
    routes = ["/*"]
    disposition = "read-only"
    [channel.instructions]
    before = "Save what you are working on."
    during = "Record time-sensitive tasks by hand."
    [channel.translations.es]
    name = "la aplicación web"
    before = "Guarde lo que está haciendo."
    topic = "el acceso"
    [channel.translations.fi]
    before = "Tallenna työsi."
    [channel.contact]
    topic = "access"
    email = "help@records.example"
    [[window]]
    id = "deployment"
    channels = ["web"]
    start = 2025-02-06T19:00:00
    end = 2025-02-06T21:00:00
    reason = "emergency"
    summary = "A new database."
    [window.translations.es]
    summary = "Una base de datos nueva."
  `),
})
const browser = await openBrowser()

const start = Date.parse('2025-02-07T01:00:00Z')
const minute = 60_000
const hour = 60 * minute

const strict = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'",
  "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ')

const text = '<main><h1>Records</h1><p>What stands below the banner.</p></main>'

/** Somebody who is signed in, before a page at an instant: not on the edge of a minute, which a slow machine would step over. */
async function arrive(t, { now = start - 2.5 * hour - minute / 3, lang = 'en', policy, body = text, ...settings } = {}) {
  const headers = policy ? { 'Content-Security-Policy': policy } : {}
  pages.answer = ({ url }) => {
    if (url === '/favicon.ico') return { status: 204, body: '' }
    return { headers, body: html({ lang, head: '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">', body }) }
  }
  const visitor = await visit(t, browser, site, { locale: 'en-US', ...settings })
  await visitor.page.context().addCookies([{ name: 'session', value: '1', url: `http://127.0.0.1:${site.port}` }])
  await visitor.travel(now)
  // What moves, and by how much, from the first paint on.
  await visitor.page.addInitScript(() => {
    globalThis.shifts = []
    new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map(({ value }) => value)))
      .observe({ type: 'layout-shift', buffered: true })
  })
  return visitor
}

/** Until what the edge has written is there. */
const written = (page) => page.locator('maintenance-banner [part=kind]').waitFor()

/** Until the script has come and taken over. */
const settled = (page) => page.locator('maintenance-banner [part=dismiss]').waitFor()

const shifts = (page) => page.evaluate(() => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(() => resolve(globalThis.shifts.reduce((sum, value) => sum + value, 0)), 100))
}))

test('nothing moves after the first paint', async (t) => {
  for (const [name, settings] of Object.entries({
    'far from the service': {},
    'in the service’s own zone': { timezoneId: 'America/Chicago' },
    'on a narrow screen': { width: 320 },
    'on a narrow screen in the service’s zone': { width: 320, timezoneId: 'America/Chicago' },
    'in Spanish': { lang: 'es', locale: 'es-MX' },
    'in Arabic numbers': { locale: 'ar-EG' },
    'imminent': { now: start - 12 * minute },
    'going on': { now: start + hour },
    'with a style that is linked': { policy: strict },
  })) {
    await t.test(name, async (t) => {
      const { page, complaints } = await arrive(t, settings)
      // As on a slow line: the script comes long after the page was painted.
      let goOn
      const painted = new Promise((resolve) => { goOn = resolve })
      await page.route('**/define.js', async (route) => {
        await painted
        await route.continue()
      })
      await page.goto('/')
      await written(page)
      await page.waitForTimeout(100)
      const before = await page.locator('h1').boundingBox()
      goOn()
      await settled(page)
      assert.equal(await shifts(page), 0)
      assert.deepEqual(await page.locator('h1').boundingBox(), before)
      assert.ok(await fitsItsWidth(page))
      assert.deepEqual(complaints, [])
      await picture(page, `written-${name.replace(/\W+/g, '-')}`)
    })
  }
})

for (const lang of ['en', 'es', 'fi']) test(`what is written and what the script makes by itself are the same, in ${lang}`, async (t) => {
  const { page } = await arrive(t, { lang })
  await page.goto('/')
  await settled(page)
  // A second element on the page has no shadow tree of the edge's: the script makes all of it.
  const [written, made] = await page.evaluate(async () => {
    document.querySelector('maintenance-banner').removeAttribute('spare')
    const other = document.createElement('maintenance-banner')
    other.setAttribute('channel', 'web')
    document.body.append(other)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const shape = (node) => node.nodeType === Node.TEXT_NODE ? node.data.trim() : {
      name: node.localName,
      attributes: Object.fromEntries([...node.attributes ?? []].map(({ name, value }) => [name, value])),
      children: [...node.childNodes].map(shape).filter((child) => child !== ''),
    }
    return [...document.querySelectorAll('maintenance-banner')].map(({ shadowRoot }) => {
      // What was read out once is read out by one of them.
      shadowRoot.querySelector('[role=status]').textContent = ''
      return shape(shadowRoot).children
    })
  })
  const plain = (tree) => JSON.stringify(tree, (key, value) => {
    if (key !== 'attributes') return value
    const { style, href, download, ...rest } = value
    return Object.entries(rest).sort()
  }, 1)
  assert.equal(plain(written), plain(made))
})

test('no request is made to show it but for its own files, and none is made twice', async (t) => {
  const { page } = await arrive(t)
  const asked = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/')
  await settled(page)
  assert.deepEqual(asked.map((path) => path.replace(/[0-9a-f]{10}/, 'V')).sort(), [
    '/', '/_maintenance/banner/V/banner.js', '/_maintenance/banner/V/define.js', '/_maintenance/banner/V/widget.wasm',
    '/_maintenance/banner/V/words/en.json',
  ])
})

test('what was put away is not there with the next page, not for a moment', async (t) => {
  const { page, travel, complaints } = await arrive(t)
  await page.goto('/')
  await settled(page)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('region').waitFor({ state: 'hidden' })
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'maintenance-banner')
  assert.deepEqual(
    [cookie.value, cookie.sameSite],
    ['deployment~~announced~2025-02-07T01:00:00Z~2025-02-07T03:00:00Z', 'Lax'],
  )
  await page.goto('/')
  await page.waitForTimeout(300)
  assert.equal(await shifts(page), 0)
  assert.equal(await page.locator('h1').evaluate((heading) => heading.getBoundingClientRect().top < 60), true)
  assert.equal(await page.getByText('Emergency maintenance').count(), 0)
  // The next phase is another message.
  await travel(start - 10 * minute - minute / 3)
  await page.goto('/')
  await settled(page)
  assert.equal(await page.locator('[part=state]').innerText(), 'Starts in 10 minutes.')
  assert.deepEqual(complaints, [])
})

test('a page that places the banner itself has one, where it wants it', async (t) => {
  const { page, complaints } = await arrive(t, { body: `<h1>Records</h1><maintenance-banner channel="web" id="own"></maintenance-banner>` })
  await page.goto('/')
  await page.locator('#own [part=dismiss]').waitFor()
  assert.deepEqual(await page.locator('maintenance-banner').evaluateAll((all) => all.map(({ id }) => id)), ['own'])
  assert.equal(await page.getByText('Starts in 2 hours 30 minutes.').count(), 1)
  assert.deepEqual(complaints, [])
})

test('the entry for a calendar is the one that the feed has', async (t) => {
  const { page } = await arrive(t)
  await page.goto('/')
  await settled(page)
  // Not by a click: what is downloaded has no clock of ours.
  const [entry, feed] = await page.evaluate(async () => {
    const { href, download } = document.querySelector('maintenance-banner').shadowRoot.querySelector('[part=calendar]')
    const read = async (address) => (await fetch(address)).text()
    return [{ name: download, text: await read(href) }, await read('/_maintenance/calendar.ics')]
  })
  assert.equal(entry.name, 'deployment.ics')
  const event = (calendar) => /BEGIN:VEVENT.*END:VEVENT/s.exec(calendar)[0]
  assert.equal(event(entry.text), event(feed))
  assert.match(event(feed), /\r\nDTSTART:20250207T010000Z\r\n/)
})

test('without scripts all of it is there, in the service’s time', async (t) => {
  const { page } = await arrive(t, { javaScriptEnabled: false })
  await page.goto('/')
  assert.ok(await page.getByText('Starts in 2 hours 30 minutes.').isVisible())
  assert.ok(await page.locator('[part=times]').getByText('Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)').last().isVisible())
  assert.ok(await page.locator('[part=advice]').getByText('Save what you are working on.').isVisible())
  assert.equal(await page.getByRole('button', { name: 'Dismiss' }).isVisible(), false)
  await picture(page, 'written-without-scripts')
})

test('where a policy allows no wasm, a plain sentence stands there, and the console is empty', async (t) => {
  const { page, complaints } = await arrive(t, { policy: strict.replace(" 'wasm-unsafe-eval'", '') })
  await page.goto('/')
  assert.ok(await page.getByText('Emergency maintenance: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT).').isVisible())
  assert.deepEqual(complaints, [])
})

test('axe finds nothing, with the banner as it is written and as it is taken over', async (t) => {
  const { page } = await arrive(t)
  await page.route('**/define.js', (route) => route.abort())
  await page.goto('/')
  await written(page)
  assert.deepEqual(await audit(page), [])
  await page.unroute('**/define.js')
  await page.goto('/')
  await settled(page)
  assert.deepEqual(await audit(page), [])
})
