// What a visitor does with the banner: puts it away, in several tabs and with a storage that is denied or full; is
// reminded of what is not saved; uses the keyboard. And how the page around it can take part.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

import { end, openBannerSite, page as html, start, window } from '../../harness/banner.mjs'
import { openBrowser, visit } from '../../harness/browser.mjs'

const site = await openBannerSite()
const browser = await openBrowser()

const minute = 6e4
const hour = 36e5

async function arrive(t, { now = start - 2 * hour, windows = [window()], banner, prepare, ...settings } = {}) {
  Object.assign(site, { now, windows, revision: 7, page: html(banner ? { banner } : {}), requests: [] })
  const visitor = await visit(t, browser, site, { locale: 'en-US', ...settings })
  if (prepare) await visitor.page.addInitScript(prepare)
  await visitor.page.goto('/')
  const region = visitor.page.getByRole('region')
  await region.first().waitFor()
  return { ...visitor, region, dismiss: visitor.page.getByRole('button', { name: 'Dismiss' }) }
}

/** The same visitor, later. */
async function again({ page }, now = site.now) {
  site.now = now
  await page.reload()
  await page.waitForFunction(() => customElements.get('maintenance-banner'))
  await sleep(150)
}

test('what is put away stays away on every page, until its next phase or a change', async (t) => {
  const visitor = await arrive(t)
  const { region, dismiss, complaints } = visitor
  await dismiss.click()
  assert.equal(await region.isVisible(), false)
  await again(visitor)
  assert.equal(await region.isVisible(), false)

  // Something else is published.
  site.revision = 8
  await again(visitor)
  assert.equal(await region.isVisible(), false)

  // The warning comes back when it is imminent, and what was said then does not hide that it is open.
  await again(visitor, start - 20 * minute)
  await dismiss.click()
  assert.equal(await region.isVisible(), false)
  await again(visitor, start + minute)
  await dismiss.click()
  await again(visitor)
  assert.equal(await region.isVisible(), false)
  Object.assign(site, { revision: 9, windows: [window({ end: new Date(end + hour).toISOString() })] })
  await again(visitor)
  assert.ok(await region.isVisible(), 'it was extended')
  assert.deepEqual(complaints, [])
})

test('two tabs agree at once', async (t) => {
  const visitor = await arrive(t)
  const other = await visitor.page.context().newPage()
  await other.goto('/')
  const region = other.getByRole('region')
  await region.waitFor()
  await visitor.dismiss.click()
  await region.waitFor({ state: 'hidden' })
})

test('a storage that is denied, full or full of nonsense', async (t) => {
  const cases = {
    denied: () => Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } }),
    full: () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } },
    nonsense: () => { localStorage['maintenance-banner'] = '[1e300,null,"x",{},-1,0,0,0,0,0,0,0]' },
    'no list': () => { localStorage['maintenance-banner'] = '{"a":1}' },
    'not JSON': () => { localStorage['maintenance-banner'] = '<' },
  }
  for (const [name, prepare] of Object.entries(cases)) {
    await t.test(name, async (t) => {
      const { region, dismiss, complaints } = await arrive(t, { prepare })
      await dismiss.click()
      assert.equal(await region.isVisible(), false)
      assert.deepEqual(complaints, [])
    })
  }
})

test('by keyboard: nothing takes the focus; Tab reaches the button, and Escape puts it away', async (t) => {
  const { page, region } = await arrive(t)
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY')
  for (let tab = 0; tab < 4; tab += 1) await page.keyboard.press('Tab')
  const focused = () => page.evaluate(() => document.querySelector('maintenance-banner').shadowRoot.activeElement?.part.value)
  assert.equal(await focused(), 'dismiss')
  await page.keyboard.press('Escape')
  assert.equal(await region.isVisible(), false)

  const other = await arrive(t)
  for (let tab = 0; tab < 4; tab += 1) await other.page.keyboard.press('Tab')
  await other.page.keyboard.press('Enter')
  assert.equal(await other.region.isVisible(), false)
})

test('the page can keep the banner where it is, and put it away itself', async (t) => {
  const { page, region, dismiss } = await arrive(t)
  await page.evaluate(() => {
    globalThis.seen = []
    addEventListener('dismiss', (event) => {
      globalThis.seen.push([event.detail.phase, event.detail.window.id])
      event.preventDefault()
    }, { once: true })
  })
  await dismiss.click()
  assert.ok(await region.isVisible())
  assert.deepEqual(await page.evaluate(() => globalThis.seen), [['announced', 'deployment']])
  const state = await page.evaluate(() => {
    const banner = document.querySelector('maintenance-banner')
    const state = [banner.phase, banner.window.id, banner.channel, banner.remind]
    banner.dismiss()
    return state
  })
  assert.deepEqual(state, ['announced', 'deployment', 'web', false])
  assert.equal(await region.isVisible(), false)
})

test('who asks for it is reminded of what is not saved, twice and without being held up', async (t) => {
  const banner = '<maintenance-banner channel="web" remind></maintenance-banner>'
  const now = start - 31 * minute
  const { page } = await arrive(t, { now, banner, clock: now })
  const save = page.locator('maintenance-banner [part=save]')
  await page.evaluate(() => {
    globalThis.asked = []
    addEventListener('beforestart', ({ detail }) => globalThis.asked.push([detail.last, detail.start.toISOString()]))
  })
  const pass = async (minutes) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      site.now += 6e4
      await page.clock.runFor(6e4)
    }
  }
  await page.getByLabel('Name').fill('Mary Major')
  assert.equal(await save.isVisible(), false)
  await pass(2)
  assert.equal(await save.innerText(), 'Something on this page is not saved yet. Save it before the maintenance starts.')
  // What is there again as it was is not lost.
  await page.getByLabel('Name').fill('')
  await pass(1)
  assert.equal(await save.isVisible(), false)
  await page.getByLabel('Name').fill('Mary Major')
  await pass(24)
  assert.deepEqual(await page.evaluate(() => globalThis.asked), [
    [false, '2025-02-07T01:00:00.000Z'], [true, '2025-02-07T01:00:00.000Z'],
  ])
  assert.equal(await page.getByLabel('Name').inputValue(), 'Mary Major')
})

test('a page that saves by itself says so, or says what is not saved', async (t) => {
  const banner = '<maintenance-banner channel="web" remind></maintenance-banner>'
  const prepare = () => addEventListener('beforestart', (event) => event.preventDefault())
  const handled = await arrive(t, { now: start - 20 * minute, banner, prepare })
  await handled.page.getByLabel('Name').fill('Mary Major')
  await handled.page.evaluate(() => document.querySelector('maintenance-banner').refresh())
  const save = (page) => page.locator('maintenance-banner [part=save]').isVisible()
  assert.equal(await save(handled.page), false)

  const { page } = await arrive(t, { now: start - 20 * minute, banner })
  await page.evaluate(async () => {
    const banner = document.querySelector('maintenance-banner')
    banner.hasUnsavedWork = () => true
    await banner.refresh()
  })
  assert.ok(await save(page))
})

test('several share one look and one timer, and each speaks to its own', async (t) => {
  const banner = ['web', 'web-services', 'ftp'].map((channel) => `<maintenance-banner channel="${channel}"></maintenance-banner>`).join('')
  const { page, region, complaints } = await arrive(t, { banner })
  assert.equal(await region.count(), 2)
  assert.equal(site.requests.filter((path) => path.endsWith('timeline.json')).length, 1)
  assert.equal(site.requests.filter((path) => path.endsWith('.wasm')).length, 1)
  const read = await page.waitForFunction(() => {
    const read = [...document.querySelectorAll('maintenance-banner')].map(({ shadowRoot }) => shadowRoot.querySelector('[role=status]').textContent)
    return read.some(Boolean) && read.filter(Boolean).length
  })
  assert.equal(await read.jsonValue(), 1)
  await page.getByRole('button', { name: 'Dismiss' }).first().click()
  assert.equal(await region.count(), 0, 'it is one window')
  assert.deepEqual(complaints, [])
})

test('parts, properties and slots are there for the page’s own looks', async (t) => {
  const banner = `<maintenance-banner channel="web"><b slot="icon">!</b><a slot="extra" href="/help">Help</a></maintenance-banner>`
  const { page } = await arrive(t, { banner })
  await page.addStyleTag({ content: `maintenance-banner { --maintenance-banner-background: rgb(0, 0, 80); --maintenance-banner-color: white }
    maintenance-banner::part(dismiss) { border-radius: 9px } maintenance-banner::part(announced) { padding-top: 33px }` })
  const section = page.locator('maintenance-banner section')
  assert.equal(await section.evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(0, 0, 80)')
  assert.equal(await section.evaluate((element) => getComputedStyle(element).paddingTop), '33px')
  assert.ok(await page.getByRole('link', { name: 'Help', exact: true }).isVisible())
})
