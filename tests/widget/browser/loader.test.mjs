// What the loader costs a page, and what it leaves there when something is missing: nothing where nothing is announced,
// no look where the edge has put the data in, plain text where there is no wasm, and never an error.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

import { openBannerSite, page as html, start, strict, window } from '../../harness/banner.mjs'
import { audit, openBrowser, visit } from '../../harness/browser.mjs'

const site = await openBannerSite()
const browser = await openBrowser()

const hour = 36e5
const server = 'ImmTrac2 will not be available on Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT).'

function set(changes = {}) {
  // Not on the edge of a minute, which a slow machine would step over.
  Object.assign(site, { now: start - hour - 2e4, windows: [window()], revision: 7, page: html(), policy: undefined, dated: true, requests: [], ...changes })
}

const ours = () => site.requests.filter((path) => path.startsWith('/_maintenance/')).map((path) => path.slice(14))

test('while nothing is announced, a page fetches the loader and the timeline, about once a minute', async (t) => {
  set({ windows: [], policy: strict })
  const { page, complaints } = await visit(t, browser, site, { clock: start, locale: 'en-US' })
  await page.goto('/')
  await sleep(200)
  assert.deepEqual(ours(), ['banner.js', 'timeline.json'])
  for (let step = 0; step < 100; step += 1) {
    await page.clock.runFor(6000)
    await sleep(10)
  }
  const looks = ours().length - 2
  assert.ok(looks >= 6 && looks <= 20, `${looks} looks in ten minutes`)
  assert.deepEqual([...new Set(ours())], ['banner.js', 'timeline.json'])
  // What is published then comes to a page that is open.
  set()
  for (let step = 0; step < 30; step += 1) {
    await page.clock.runFor(6000)
    await sleep(10)
  }
  await page.getByRole('region').waitFor()
  assert.deepEqual(complaints, [])
})

test('what is over is no reason to fetch anything, for who never heard of it', async (t) => {
  set({ windows: [window({ phase: 'ended' })], now: start + 3 * hour })
  const { page } = await visit(t, browser, site)
  await page.goto('/')
  await sleep(300)
  assert.deepEqual(ours(), ['banner.js', 'timeline.json'])
})

test('data that came with the page need no request, and no script shows the server’s text', async (t) => {
  set()
  const data = JSON.stringify(site.told()).replaceAll('<', '\\u003c')
  const banner = `<maintenance-banner channel="web"><p>${server}</p><script type="application/json" slot="data">${data}</script></maintenance-banner>`
  set({ page: html({ banner }), policy: strict })
  const { page, complaints } = await visit(t, browser, site, { locale: 'en-US' })
  await page.goto('/')
  await page.getByRole('region').waitFor()
  assert.equal(await page.locator('[part=state]').innerText(), 'Starts in 1 hour.')
  assert.equal(ours().includes('timeline.json'), false)
  assert.equal(await page.getByText(server).isVisible(), false)
  assert.deepEqual(complaints, [])

  const without = await visit(t, browser, site, { javaScriptEnabled: false })
  await without.page.goto('/')
  assert.ok(await without.page.getByText(server).isVisible())
})

test('on a slow network the server’s text stands until all of it is there', async (t) => {
  set({ page: html({ banner: `<maintenance-banner channel="web"><p>${server}</p></maintenance-banner>` }) })
  const { page, complaints } = await visit(t, browser, site, { locale: 'en-US' })
  for (const late of ['timeline.json', 'define.js', 'words/en.json', 'widget.wasm']) {
    let arrive
    const arrived = new Promise((resolve) => { arrive = resolve })
    const asked = page.waitForRequest((request) => request.url().endsWith(late))
    await page.route(`**/${late}`, async (route) => {
      await arrived
      await route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    await asked
    assert.ok(await page.getByText(server).isVisible(), late)
    assert.equal(await page.getByRole('region').count(), 0, late)
    arrive()
    await page.getByRole('region').waitFor()
    assert.equal(await page.getByText(server).isVisible(), false, late)
    await page.unroute(`**/${late}`)
  }
  assert.deepEqual(complaints, [])
})

test('without wasm there is the server’s text, or a plain line', async (t) => {
  const policy = strict.replace(" 'wasm-unsafe-eval'", '')
  const cases = {
    'no wasm in the browser': { prepare: () => { delete globalThis.WebAssembly } },
    'a policy that forbids it': { policy, complains: true },
    'a file that is not there': { missing: '**/widget.wasm', complains: true },
    'a script that is not there': { missing: '**/define.js', complains: true },
    'words that are not there': { missing: '**/words/*.json', complains: true },
  }
  for (const [name, { prepare, policy, missing, complains }] of Object.entries(cases)) {
    await t.test(name, async (t) => {
      for (const text of ['', `<p>${server}</p>`]) {
        set({ page: html({ banner: `<maintenance-banner channel="web">${text}</maintenance-banner>` }), policy })
        const { page, complaints } = await visit(t, browser, site, { locale: 'en-US' })
        if (prepare) await page.addInitScript(prepare)
        if (missing) await page.route(missing, (route) => route.abort())
        await page.goto('/')
        const plain = text ? page.getByText(server) : page.getByText(
          'ImmTrac2 · Friday, February 7, 2025 at 6:45 AM – Friday, February 7, 2025 at 8:45 AM · Emergency deployment of a fix',
        )
        await plain.waitFor()
        // What the browser itself says of a file or a policy is not ours; no error is thrown.
        const thrown = complaints.filter((complaint) => !/Failed to load resource|Content Security Policy/.test(complaint))
        assert.deepEqual(thrown, [])
        if (!complains) assert.deepEqual(complaints, [])
      }
    })
  }
})

test('a bare page needs the script alone', async (t) => {
  set({ page: '<!DOCTYPE html><html lang="en"><title>Bare</title><script type="module" src="/_maintenance/banner.js"></script><main><h1>Bare</h1></main>' })
  const { page, complaints } = await visit(t, browser, site, { locale: 'en-US' })
  await page.goto('/')
  await page.getByRole('region').waitFor()
  assert.equal(await page.evaluate(() => document.body.firstElementChild.localName), 'maintenance-banner')
  assert.deepEqual(await audit(page), [])
  assert.deepEqual(complaints, [])
})

test('on another origin', async (t) => {
  set()
  const vendor = await openBannerSite()
  const ours = `http://127.0.0.1:${site.port}`
  vendor.page = `<!DOCTYPE html><html lang="en"><title>Vendor</title><main><h1>Vendor</h1></main><script type="module" src="${ours}/_maintenance/banner.js"></script>`
  vendor.policy = strict.replaceAll("'self'", ours)
  const { page, complaints } = await visit(t, browser, vendor, { locale: 'en-US' })
  await page.goto('/')
  await page.getByRole('region').waitFor()
  const details = await page.getByRole('link', { name: 'Details' }).getAttribute('href')
  assert.equal(details, `${ours}/_maintenance/windows/deployment`)
  assert.deepEqual(complaints, [])
})
