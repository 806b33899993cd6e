// What a 503 does while somebody waits before it: it counts down by the server's clock, looks whether the service is
// back without adding to the load, and returns to what was asked for, but never sends anything again.
//
// The browser's clock stands still but for what a test lets it run.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openBrowser, visit } from '../harness/browser.mjs'
import { startPortal } from '../harness/portal.mjs'
import { compile, demoSchedule, founding } from '../harness/schedule.mjs'
import { openSite, openSiteFor } from '../harness/site.mjs'
import { firstLook, Looks, settle, wait } from '../harness/waiting.mjs'

const { start, inside, end } = founding
const schedule = await demoSchedule(start, end)
const site = await openSite({ timeline: await compile(schedule), startBehind: startPortal })
const browser = await openBrowser()

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Somebody before the page at 8 p.m., an hour before the end. */
async function waiting(t, { now = inside, clock = now, path = '/sign-in', ...settings } = {}) {
  const visitor = await visit(t, browser, site, { locale: 'en-US', clock, ...settings })
  const looks = new Looks(visitor.page)
  await visitor.travel(now)
  await visitor.page.goto(path)
  return { ...visitor, looks, timer: visitor.page.getByRole('timer') }
}

test('the time left is counted by the server’s clock, whatever the browser’s says', async (t) => {
  for (const [name, wrong] of [['right', 0], ['two hours late', -2 * hour], ['two hours early', 2 * hour]]) {
    await t.test(name, async (t) => {
      const { page, timer } = await waiting(t, { clock: inside + wrong })
      assert.equal(await timer.isVisible(), false, 'counted before the server was asked')
      // A minute and a half until the next look, which would set the clock to the hour that the edge stands at.
      await page.evaluate(() => { Math.random = () => 0.999 })
      await firstLook(page)
      assert.equal(await timer.textContent(), '1 hour')
      for (const [after, words] of [
        [second, '59 minutes 59 seconds'], [58 * second, '59 minutes 1 second'], [second, '59 minutes'],
      ]) {
        await page.clock.runFor(after)
        assert.equal(await timer.textContent(), words)
      }
    })
  }
})

test('the time left, in the words of the page and its two largest units', async (t) => {
  const table = [
    ['en-US', 90 * minute, '1 hour 30 minutes'],
    ['en-US', 2 * minute, '2 minutes'],
    ['en-US', 59 * second, '59 seconds'],
    ['en-US', 500, '1 second'],
    ['es-MX', 2 * hour - second, '1 hora 59 minutos'],
    ['es-MX', 61 * second, '1 minuto 1 segundo'],
  ]
  for (const [locale, before, words] of table) {
    await t.test(words, async (t) => {
      const { page, timer } = await waiting(t, { now: end - before, locale })
      await firstLook(page)
      assert.equal(await timer.textContent(), words)
    })
  }
})

test('at the end it says so, returns to the page that was wanted, and asks for it by GET', async (t) => {
  const { page, looks, travel, timer } = await waiting(t)
  await firstLook(page)
  await travel(end)
  await looks.next(90 * second)
  assert.equal(await page.getByRole('status').innerText(), 'The service is back. Open the page again')
  assert.equal(await timer.isVisible(), false)
  const [request] = await Promise.all([page.waitForRequest(isPage), page.clock.runFor(3 * second)])
  assert.equal(request.method(), 'GET')
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
})

test('when it takes longer, the page says so once and goes on looking', async (t) => {
  const holding = await openSiteFor(t, { timeline: await compile(`${schedule}overrun = "hold"\n`), startBehind: startPortal })
  const { page, travel } = await visit(t, browser, holding, { locale: 'en-US', clock: end - minute })
  const looks = new Looks(page)
  await travel(end - minute)
  await page.goto('/sign-in')
  await firstLook(page)
  assert.equal(await page.getByRole('timer').textContent(), '1 minute')
  await travel(end)
  await looks.next(2 * minute)
  assert.equal(await page.getByRole('status').innerText(), 'It is taking longer than planned.')
  assert.equal(await page.getByRole('timer').isVisible(), false)
  await travel(end + hour)
  for (let round = 0; round < 3; round += 1) await looks.next(90 * second)
  assert.equal(await page.getByRole('status').innerText(), 'It is taking longer than planned.')

  // Who comes only now reads it in the page itself.
  await page.goto('/sign-in')
  await looks.next(5 * second)
  assert.ok(await page.getByText('is taking longer than planned. It was to end').isVisible())
  assert.equal(await page.getByRole('status').innerText(), '')
})

test('an end that is put off is followed', async (t) => {
  const { page, looks, timer } = await waiting(t)
  await firstLook(page)
  const later = new Date(end + hour).toISOString()
  await page.route('**/timeline.json', async (route) => {
    const response = await route.fetch()
    const document = await response.json()
    document.windows[0].end = later
    await route.fulfill({ response, json: document })
  })
  await looks.next(90 * second)
  assert.equal(await timer.textContent(), '2 hours')
  assert.equal(await page.getByRole('status').innerText(), 'It is taking longer than planned.')
})

test('nobody comes back in the same second: the look after the end is spread over a minute', async (t) => {
  for (const [chance, expected] of [[0, 20], [0.25, 35], [0.5, 50], [0.999, 79]]) {
    await t.test(`a chance of ${chance}: after ${expected} s`, async (t) => {
      const { page, looks, travel } = await waiting(t, { now: end - 20 * second })
      await page.evaluate((chance) => { Math.random = () => chance }, chance)
      await firstLook(page)
      await travel(end)
      await page.clock.runFor(expected * second - 1)
      assert.equal(looks.count, 1, 'it looked too early')
      await looks.next(2 * second)
    })
  }
})

test('the first look comes after 1 to 5 s, and then about every minute', async (t) => {
  for (const [chance, first, every] of [[0, 1, 30], [0.5, 3, 60], [0.999, 5, 90]]) {
    await t.test(`a chance of ${chance}: every ${every} s`, async (t) => {
      const visitor = await visit(t, browser, site, { locale: 'en-US', clock: inside })
      await visitor.page.addInitScript((chance) => { Math.random = () => chance }, chance)
      const looks = new Looks(visitor.page)
      await visitor.travel(inside)
      await visitor.page.goto('/sign-in')
      await visitor.page.clock.runFor(first * second - 100)
      assert.equal(looks.count, 0)
      await looks.next(200)
      for (let round = 1; round <= 3; round += 1) {
        await visitor.page.clock.runFor(every * second - 200)
        assert.equal(looks.count, round)
        await looks.next(400)
      }
    })
  }
})

test('a form that was sent is never sent again: the person is told, and opens the page by their own hand', async (t) => {
  const { page, looks, travel } = await waiting(t, { now: start - hour })
  await page.getByLabel('User name').fill('mary.major')
  await page.getByLabel('Password').fill('any')
  await travel(inside)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('What you sent was not processed. Please send it again afterwards.').waitFor()
  assert.ok(await page.getByText('This page checks by itself and says when the service is there again.').isVisible())

  const sent = []
  page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await looks.next(5 * second)
  await travel(end)
  await looks.next(90 * second)
  const link = page.getByRole('status').getByRole('link', { name: 'Open the page again' })
  await link.waitFor()
  await wait(page, hour)
  assert.deepEqual([...new Set(sent)], ['GET /_maintenance/timeline.json'])

  sent.length = 0
  await link.click()
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
  assert.equal(sent[0], 'GET /sign-in')
})

test('a page that was just loaded again wants to hear it twice', async (t) => {
  const { page, travel } = await visit(t, browser, site, { locale: 'en-US' })
  // The clock that the test holds takes the place of `performance` too, which knows that the page was loaded again.
  await page.addInitScript(() => { globalThis.loaded = performance.getEntriesByType('navigation') })
  await page.clock.install({ time: inside })
  await page.addInitScript(() => { performance.getEntriesByType = () => globalThis.loaded })
  const looks = new Looks(page)
  await travel(inside)
  await page.goto('/sign-in')
  await page.clock.pauseAt(inside + minute)
  await page.reload()
  await travel(end)
  await looks.next(5 * second)
  await page.clock.runFor(10 * second)
  assert.equal(await page.getByRole('status').innerText(), '')
  await looks.next(90 * second)
  await page.clock.runFor(3 * second)
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
})

test('nothing is asked while the tab is hidden, and at once when it is seen again', async (t) => {
  const { page, looks } = await waiting(t)
  await firstLook(page)
  await setHidden(page, true)
  await wait(page, 2 * hour)
  assert.equal(looks.count, 1)
  await setHidden(page, false)
  await looks.next(second)
})

test('who finds no network asks more and more rarely, and returns when there is one', async (t) => {
  const { page, looks, travel } = await waiting(t)
  await page.evaluate(() => { Math.random = () => 0.5 })
  await firstLook(page)
  await page.route('**/timeline.json', (route) => route.abort())
  await travel(end + 12 * hour)
  for (const seconds of [60, 120, 240, 480, 960, 960]) {
    const before = looks.count
    await page.clock.runFor((seconds - 3) * second)
    assert.equal(looks.count, before, `asked within ${seconds} s`)
    await looks.next(5 * second)
  }
  await page.unroute('**/timeline.json')
  await looks.next(960 * second)
  await page.clock.runFor(3 * second)
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
})

test('whatever comes instead of timeline.json, the page stays as it is', async (t) => {
  const { page, looks, complaints } = await waiting(t)
  const odd = [
    '', '{', 'null', '[]', '{}', '"x"', '0', '<!DOCTYPE html><title>Sign in to the network</title>',
    '{"now":"x","channels":null,"windows":[]}', '{"now":null,"channels":[null],"windows":[null]}',
    '{"channels":[{"id":"web","phase":"active"}],"windows":[]}', '{"now":"","channels":{},"windows":{}}',
  ]
  let next = 0
  await page.route('**/timeline.json', (route) => route.fulfill({ status: 200, body: odd[next++] }))
  for (const body of odd) {
    await looks.next(1500 * second)
    await page.clock.runFor(3 * second)
    assert.equal(await page.getByRole('status').innerText(), '', body)
    assert.ok(await page.getByRole('heading', { name: 'Service Unavailable' }).isVisible(), body)
  }
  assert.deepEqual(complaints.filter((complaint) => !/status of 503/.test(complaint)), [])
})

test('a frame returns alone', async (t) => {
  const { page, travel } = await visit(t, browser, site, { locale: 'en-US', clock: inside })
  const looks = new Looks(page)
  await page.route('**/frames', (route) => route.fulfill({
    contentType: 'text/html', body: '<title>Frames</title><h1>Around it</h1><iframe src="/sign-in"></iframe>',
  }))
  await travel(inside)
  await page.goto('/frames')
  const frame = page.frameLocator('iframe')
  await frame.getByRole('heading', { name: 'Service Unavailable' }).waitFor()
  await looks.next(5 * second)
  await travel(end)
  await looks.next(90 * second)
  // The policy of the portal itself allows no frames; that it is asked for is what counts.
  const [request] = await Promise.all([page.waitForRequest(isPage), page.clock.runFor(3 * second)])
  assert.equal(request.frame().parentFrame(), page.mainFrame())
  assert.ok(await page.getByRole('heading', { name: 'Around it' }).isVisible())
})

function isPage(request) {
  return new URL(request.url()).pathname === '/sign-in'
}

/** What the platform does with a tab that another covers. */
async function setHidden(page, hidden) {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
  await settle(page)
}
