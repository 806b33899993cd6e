// Times in awkward zones and locales: the visitor's own, and the service's beside them where clocks differ.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openBannerSite, page as html, start, window } from '../../harness/banner.mjs'
import { openBrowser, visit } from '../../harness/browser.mjs'

const site = await openBannerSite()
const browser = await openBrowser()

const service = 'Thursday, February 6, 2025, 7:00 – 9:00 PM CST'

test('in the visitor’s zone and locale, and in the service’s', async (t) => {
  const table = [
    // [zone, locale, language of the page, in the visitor's time]
    ['America/Chicago', 'en-US', 'en', service, null],
    ['Asia/Kathmandu', 'en-US', 'en', 'Friday, February 7, 2025, 6:45 – 8:45 AM GMT+5:45', service],
    ['Pacific/Apia', 'en-US', 'en', 'Friday, February 7, 2025, 2:00 – 4:00 PM GMT+13', service],
    ['America/St_Johns', 'en-GB', 'en', 'Thursday, 6 February 2025, 21:30–23:30 GMT-3:30', 'Thursday, 6 February 2025, 19:00–21:00 GMT-6'],
    // Browsers with older tables still have an hour of summer there.
    ['Africa/Casablanca', 'en-US', 'en', /^Friday, February 7, 2025, (1:00 – 3:00|2:00 – 4:00) AM GMT(\+1)?$/, service],
    ['America/New_York', 'es-MX', 'es', /^jueves, 6 de febrero de 2025, 8:00–10:00 p\.m\. GMT-5$/, /^jueves, 6 de febrero de 2025, 7:00–9:00 p\.m\. GMT-6$/],
    // Their own calendars and digits, in a page whose language is not theirs.
    ['Africa/Cairo', 'ar-EG', 'en', /٧ فبراير ٢٠٢٥/, service],
    ['Asia/Bangkok', 'th-TH', 'en', /2568/, service],
    ['Asia/Tehran', 'fa-IR', 'en', /۱۹ بهمن ۱۴۰۳|۱۴۰۳ بهمن ۱۹/, service],
  ]
  for (const [zone, locale, lang, own, official] of table) {
    await t.test(`${zone}, ${locale}`, async (t) => {
      Object.assign(site, { now: start - 36e5, page: html({ lang }), windows: [window()] })
      const { page, complaints } = await visit(t, browser, site, { locale, timezoneId: zone })
      await page.goto('/')
      const times = page.locator('maintenance-banner dd')
      await times.first().waitFor()
      const [first, second, third] = (await times.allInnerTexts()).map((text) => text.replaceAll(/[\u2009\u202F\u00A0]/g, ' '))
      matches(first, own)
      if (official) matches(second, official)
      // What is left is how long it takes.
      assert.match(official ? third : second, /^2 hor?[au]r?s$/)
      assert.deepEqual(complaints, [])
    })
  }
})

test('where clocks change within it, each end says which time it is in', async (t) => {
  // Berlin, in the night in which two o'clock comes twice.
  Object.assign(site, {
    now: Date.parse('2026-10-24T23:00:00Z'), service: { zone: 'Europe/Berlin', label: 'Berlin' }, page: html(),
    windows: [window({ start: '2026-10-25T00:00:00Z', end: '2026-10-25T02:00:00Z' })],
  })
  t.after(() => { site.service = {} })
  const { page } = await visit(t, browser, site, { locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  await page.goto('/')
  const times = page.locator('maintenance-banner dd')
  await times.first().waitFor()
  assert.deepEqual(await times.allInnerTexts(), [
    'Sunday, 25 October 2026 at 02:00 CEST – Sunday, 25 October 2026 at 03:00 CET', '2 hours',
  ])
})

test('a zone that the browser does not know leaves the visitor’s own time', async (t) => {
  Object.assign(site, { now: start - 36e5, service: { zone: 'Mars/Olympus' }, page: html(), windows: [window()] })
  t.after(() => { site.service = {} })
  const { page, complaints } = await visit(t, browser, site, { locale: 'en-US' })
  await page.goto('/')
  const times = page.locator('maintenance-banner dd')
  await times.first().waitFor()
  assert.deepEqual(await times.allInnerTexts(), ['Friday, February 7, 2025, 6:45 – 8:45 AM GMT+5:45', '2 hours'])
  assert.deepEqual(complaints, [])
})

function matches(found, expected) {
  if (expected instanceof RegExp) assert.match(found, expected)
  else assert.equal(found, expected)
}
