// The banner in Firefox: by itself through every phase under a strict policy, and taken over from what the edge has written.
// What a visitor can do in detail is tried in Chromium.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { end, openBannerSite, page as html, start, strict, window } from '../../harness/banner.mjs'
import { executablePath, open, openFirefox } from '../../harness/firefox.mjs'
import { startPages } from '../../harness/pages.mjs'
import { compile, instant } from '../../harness/schedule.mjs'
import { openSite } from '../../harness/site.mjs'

const minute = 6e4
const hour = 60 * minute
const skip = executablePath ? false : 'there is no Firefox on this machine'
const browser = executablePath && await openFirefox({ zone: 'Africa/Casablanca', languages: ['es-MX', 'es', 'en'] })

/** Until it says something. What waits for a selector does not hear what changes in a shadow tree. */
const told = (page) => page.waitForFunction(() => document.querySelector('maintenance-banner')?.phase)
const part = (page, name) => page.$eval(`maintenance-banner >>> [part~=${name}]`, (element) => element.innerText)

test('every phase is told, in the visitor’s time, and the console is empty', { skip }, async (t) => {
  const site = await openBannerSite()
  const { page, complaints } = await open(t, browser)
  // Firefox complains when a page's policy forbids the icon that it asks for by itself.
  const policy = `${strict}; img-src 'self'`
  const table = [
    ['announced', start - 2.5 * hour, 'Empieza en 2 horas 30 minutos.'],
    ['imminent', start - 10 * minute, 'Empieza en 10 minutos.'],
    ['active', start + hour, 'Está previsto que termine en 1 hora.'],
    ['ended', end + 2 * minute, 'Ya terminó. Puede continuar aquí: lo que escribió sigue en la página.'],
  ]
  for (const [phase, now, state] of table) {
    // Not on the edge of a minute: the header `Date` has no more than seconds.
    Object.assign(site, { now: now - minute / 2, windows: [window({ phase })], policy, page: html({ lang: 'es' }) })
    await page.goto(`http://127.0.0.1:${site.port}/`)
    await told(page)
    assert.equal(await page.$eval('maintenance-banner', (banner) => banner.phase), phase)
    assert.equal(await part(page, 'state'), state)
    // Casablanca's clocks are an hour ahead of Greenwich on that day.
    if (phase !== 'ended') assert.match(await part(page, 'times'), /viernes, 7 de febrero de 2025, 2:00–4:00\sa\.m\. GMT\+1/)
  }
  assert.deepEqual(complaints, [])
})

test('what is put away stays so until the next phase', { skip }, async (t) => {
  const site = await openBannerSite()
  Object.assign(site, { now: start - 2 * hour, page: html() })
  const { page, complaints } = await open(t, browser)
  await page.goto(`http://127.0.0.1:${site.port}/`)
  await told(page)
  await (await page.$('maintenance-banner >>> [part=dismiss]')).click()
  await page.waitForFunction(() => document.querySelector('maintenance-banner').phase === null)
  await page.reload()
  await page.waitForFunction(() => document.querySelector('maintenance-banner').shadowRoot)
  assert.equal(await page.$('maintenance-banner >>> section:not([hidden])'), null)
  site.now = start - 10 * minute
  await page.reload()
  await told(page)
  assert.equal(await page.$eval('maintenance-banner', (banner) => banner.phase), 'imminent')
  assert.deepEqual(complaints, [])
})

test('what the edge has written is taken over', { skip }, async (t) => {
  const site = await openSite({
    startBehind: startPages,
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
      [[window]]
      id = "deployment"
      channels = ["web"]
      start = 2025-02-06T19:00:00
      end = 2025-02-06T21:00:00
      reason = "emergency"
    `),
  })
  const { page, complaints } = await open(t, browser)
  await page.setExtraHTTPHeaders({ 'Intermission-Now': instant(start - 2.5 * hour) })
  await page.browserContext().setCookie({ name: 'session', value: '1', domain: '127.0.0.1', path: '/' })
  const asked = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`http://127.0.0.1:${site.port}/`)
  await told(page)
  assert.match(await part(page, 'times'), /Friday, February 7, 2025, 2:00 – 4:00\sAM GMT\+1/)
  assert.equal(asked.includes('/_maintenance/timeline.json'), false, 'it came with the page')
  assert.deepEqual(complaints, [])
})
