// The banner as time passes and plans change: it counts by the server's clock, changes its phase by itself, follows what
// is published, and goes on with what it has when it can ask nobody.
//
// The browser's clock stands still but for what a test lets it run; the server's runs beside it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

import { end, openBannerSite, page as html, start, window } from '../../harness/banner.mjs'
import { openBrowser, visit } from '../../harness/browser.mjs'

const site = await openBannerSite()
const browser = await openBrowser()

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Somebody before the page at an instant; the browser's clock is so far off. */
async function arrive(t, now, { wrong = 0, windows = [window()], path = '/', ...settings } = {}) {
  Object.assign(site, { now, windows, revision: 7, page: html(), requests: [] })
  const visitor = await visit(t, browser, site, { clock: now + wrong, locale: 'en-US', ...settings })
  const { page } = visitor
  await page.goto(path)
  const region = page.getByRole('region')
  await region.waitFor()
  const state = page.locator('maintenance-banner [part=state]')
  /** Both clocks run. */
  const pass = async (millis, step = minute) => {
    for (let rest = millis; rest > 0; rest -= step) {
      site.now += Math.min(rest, step)
      await page.clock.runFor(Math.min(rest, step))
    }
    await settle()
  }
  return { ...visitor, region, state, pass, looks: () => site.requests.filter((path) => path.endsWith('timeline.json')).length }
}

/** Until what was asked for has come and is shown: the page's own clock stands still. */
async function settle() {
  await sleep(60)
}

/** The page asks for nothing, so that what a test counts is exact. */
async function alone(page) {
  await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { configurable: true, value: false }))
}

test('it counts by the server’s clock, whatever the browser’s says', async (t) => {
  for (const wrong of [0, -5 * hour, 300 * 24 * hour]) {
    await t.test(`${wrong / hour} hours off`, async (t) => {
      const { page, state, pass, complaints } = await arrive(t, start - 61 * minute, { wrong })
      await alone(page)
      assert.equal(await state.innerText(), 'Starts in 1 hour 1 minute.')
      await pass(minute)
      assert.equal(await state.innerText(), 'Starts in 1 hour.')
      await pass(second + 10)
      assert.equal(await state.innerText(), 'Starts in 59 minutes.')
      assert.deepEqual(complaints, [])
    })
  }
})

test('every phase comes by itself, is read out once, and is told to the page', async (t) => {
  const { page, state, pass, complaints } = await arrive(t, start - 31 * minute)
  await alone(page)
  await page.evaluate(() => {
    globalThis.phases = []
    globalThis.read = []
    addEventListener('phasechange', ({ detail }) => globalThis.phases.push([detail.before, detail.phase, detail.window.id]))
    const status = document.querySelector('maintenance-banner').shadowRoot.querySelector('[role=status]')
    new MutationObserver(() => globalThis.read.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true })
  })
  await pass(minute + 2 * second)
  assert.equal(await state.innerText(), 'Starts in 29 minutes.')
  await pass(28 * minute + 59 * second + 500, 30 * second)
  assert.equal(await state.innerText(), 'Starts in 59 seconds.')
  await pass(second, second)
  assert.equal(await state.innerText(), 'Starts in 58 seconds.')
  await pass(minute, second)
  assert.equal(await state.innerText(), 'Planned to end in 1 hour 59 minutes.')
  await pass(2 * hour)
  assert.match(await state.innerText(), /^It is over\. You can go on here/)
  assert.deepEqual(await page.evaluate(() => globalThis.phases), [
    ['announced', 'imminent', 'deployment'], ['imminent', 'active', 'deployment'], ['active', 'ended', 'deployment'],
  ])
  const read = await page.evaluate(() => globalThis.read.filter(Boolean))
  assert.equal(read.length, 4, read.join('\n'))
  assert.match(read[0], /^Emergency maintenance Starts in 31 minutes\. Not available: the web application\.$/)
  assert.deepEqual(complaints, [])
})

test('what is published while the page is open is followed', async (t) => {
  const { page, region, state, pass } = await arrive(t, start - hour)
  const publish = async (windows) => {
    site.windows = windows
    site.revision += 1
    for (let step = 0; step < 12; step += 1) await pass(10 * second)
  }
  const change = page.locator('maintenance-banner [part=change]')
  await publish([window({ start: new Date(end).toISOString(), end: new Date(end + hour).toISOString() })])
  assert.match(await change.innerText(), /^Moved from .*6:45 – 8:45 AM.* to .*8:45 – 9:45 AM/)
  await publish([window({ start: new Date(end).toISOString(), end: new Date(end + 2 * hour).toISOString() })])
  assert.match(await change.innerText(), /^Extended\. It was to end .*9:45 AM/)
  await publish([window({ phase: 'cancelled', start: new Date(end).toISOString(), end: new Date(end + 2 * hour).toISOString() })])
  assert.equal(await state.innerText(), 'It was cancelled.')
  await publish([])
  assert.equal(await region.isVisible(), false)
  await publish([window({ id: 'another', summary: 'Another one.' })])
  assert.ok(await page.getByText('Another one.').isVisible())
})

test('it looks about once a minute, and gets no document twice', async (t) => {
  const { page, pass, looks } = await arrive(t, start - 20 * hour)
  await page.evaluate(() => { Math.random = () => 0.5 })
  await pass(2 * minute)
  const before = looks()
  for (let step = 0; step < 60; step += 1) await pass(10 * second, second)
  assert.ok(Math.abs(looks() - before - 10) <= 1, `${looks() - before} looks in ten minutes`)
})

test('without a network it goes on with what it has, asks more and more rarely, and comes back', async (t) => {
  const { page, state, pass, looks, complaints } = await arrive(t, start - 31 * minute)
  await page.evaluate(() => { Math.random = () => 0.5 })
  await page.context().setOffline(true)
  await pass(90 * second)
  const before = looks()
  for (let rest = 3 * hour; rest > 0; rest -= minute) await page.clock.runFor(minute)
  site.now += 3 * hour
  assert.match(await state.innerText(), /^It is over/)
  assert.equal(looks(), before)
  // Nothing was asked of a network that is not there, and so nothing was complained of.
  assert.deepEqual(complaints, [])

  site.windows = [window({ end: new Date(end + 5 * hour).toISOString() })]
  site.revision = 8
  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  for (let turn = 0; turn < 5; turn += 1) {
    await page.clock.runFor(second)
    await settle()
  }
  assert.match(await state.innerText(), /^Planned to end in 4 hours 29 minutes/)
})

test('a page that nobody has seen for a day asks nothing, and then at once', async (t) => {
  const { page, state, pass, looks } = await arrive(t, start - 30 * hour)
  await setHidden(page, true)
  const before = looks()
  await pass(24 * hour, 10 * minute)
  assert.equal(looks(), before)
  await setHidden(page, false)
  assert.equal(await state.innerText(), 'Starts in 6 hours.')
  await pass(3 * second, second)
  assert.equal(looks(), before + 1)
})

test('a machine that slept knows the time when it wakes', async (t) => {
  const { page, state, pass, looks } = await arrive(t, start - 3 * hour)
  await pass(2 * second, second)
  const before = looks()
  site.now += 2 * hour
  // The calendar has gone on, and what only counts has not.
  await page.evaluate((slept) => {
    const { now } = Date
    Date.now = () => now() + slept
  }, 2 * hour)
  await pass(minute, 10 * second)
  assert.equal(await state.innerText(), 'Starts in 58 minutes.')
  assert.ok(looks() > before)
})

test('a clock that is set back changes nothing', async (t) => {
  const { page, state, pass } = await arrive(t, start - 3 * hour)
  await pass(2 * second, second)
  await alone(page)
  await page.evaluate(() => {
    const { now } = Date
    Date.now = () => now() - 864e5
  })
  await pass(minute, 10 * second)
  assert.equal(await state.innerText(), 'Starts in 2 hours 58 minutes.')
})

test('a page that comes back from the history shows what is true now', async (t) => {
  const { page, state } = await arrive(t, start - 3 * hour)
  assert.equal(await state.innerText(), 'Starts in 3 hours.')
  site.now += hour
  await page.evaluate((gone) => {
    const { now } = Date
    Date.now = () => now() + gone
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  }, hour)
  await settle()
  assert.equal(await state.innerText(), 'Starts in 2 hours.')
})

test('whatever comes instead of the timeline, what is shown stays', async (t) => {
  const { page, state, complaints } = await arrive(t, start - 3 * hour)
  await page.evaluate(() => { Math.random = () => 0 })
  let asked = 0
  const odd = ['', '{', 'null', '[]', '{}', '"x"', '{"windows":[]}', '{"now":1,"service":null,"channels":[],"windows":[]}', '{"windows":[null],"channels":[null]}']
  await page.route('**/timeline.json', (route) => route.fulfill({ status: 200, body: odd[asked++ % odd.length] }))
  for (let round = 0; round < 60 && asked < odd.length; round += 1) {
    site.now += 5 * minute
    await page.clock.runFor(5 * minute)
    await settle()
    assert.match(await state.innerText(), /^(Starts in|Planned to end in|It is over)/)
  }
  assert.equal(asked, odd.length)
  assert.deepEqual(complaints, [])
})

async function setHidden(page, hidden) {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}
