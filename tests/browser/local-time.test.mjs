// When it is, said to people in other zones and other languages than the service's; and that it is complete without.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openBrowser, visit } from '../harness/browser.mjs'
import { compileFounding, founding } from '../harness/schedule.mjs'
import { openSite, openSiteFor } from '../harness/site.mjs'

const { inside, window } = founding
const about = `/_maintenance/windows/${window}`
const site = await openSite()
const browser = await openBrowser()

/** What the row "In your time" says, with plain spaces, and how it is marked up; `undefined` while it is hidden. */
async function inYourTime(page) {
  const row = page.locator('#local')
  if (!(await row.isVisible())) return undefined
  const words = row.locator('bdi')
  const text = (await words.textContent()).replaceAll(/\s/g, ' ')
  return { text, lang: await words.getAttribute('lang'), dir: await words.evaluate((it) => getComputedStyle(it).direction) }
}

// The language of a visitor, their zone, and what they read. Browsers of another age word it a little differently.
const table = [
  ['en-US', 'Asia/Kathmandu', /^Friday, February 7, 2025.* 6:45 – 8:45 AM GMT\+5:45$/, 'ltr'],
  // Half an hour of daylight saving time, and it is summer.
  ['en-AU', 'Australia/Lord_Howe', /^Friday.* 7 February 2025.* 12:00 – 2:00 pm (GMT\+11|LHDT)$/, 'ltr'],
  ['ar-EG', 'Africa/Cairo', /الجمعة، ٧ فبراير ٢٠٢٥.*٣:٠٠.*٥:٠٠/, 'rtl'],
  ['es-MX', 'America/Mexico_City', undefined],
  ['es-ES', 'Europe/Madrid', /^viernes, 7 de febrero de 2025.* 2:00–4:00 .*CET$/, 'ltr'],
  ['de-DE', 'America/Chicago', /^Donnerstag, 6\. Februar 2025.*19:00–21:00 Uhr/, 'ltr'],
  ['zh-TW', 'Asia/Taipei', /2025年2月7日.*上午9:00.*11:00/, 'ltr'],
  ['en-US', 'America/Chicago', undefined],
  ['en-GB', 'America/Chicago', undefined],
  ['en-US', 'Pacific/Kiritimati', /^Friday, February 7, 2025.* 3:00 – 5:00 PM GMT\+14$/, 'ltr'],
]

for (const [locale, timezoneId, expected, dir] of table) {
  test(`${locale} in ${timezoneId}: ${expected?.source ?? 'nothing that is not there already'}`, async (t) => {
    const { page, complaints, travel } = await visit(t, browser, site, { locale, timezoneId })
    await travel(inside)
    for (const path of ['/', about]) {
      await page.goto(path)
      const said = await inYourTime(page)
      if (expected === undefined) {
        assert.equal(said, undefined)
      } else {
        assert.match(said.text, expected)
        assert.deepEqual([said.lang, said.dir], [locale, dir])
      }
    }
    assert.deepEqual(complaints.filter((complaint) => !/status of 503/.test(complaint)), [])
  })
}

test('over a change of the visitor’s clocks, each end has its own date and offset', async (t) => {
  // Clocks go back at 2 a.m. in New York, an hour before they do so in Chicago.
  const timeline = await compileFounding((text) => text
    .replace('start = 2025-02-06T19:00:00', 'start = 2025-11-02T00:30:00')
    .replace('end = 2025-02-06T21:00:00', 'end = 2025-11-02T01:30:00-05:00'))
  const changing = await openSiteFor(t, { timeline })
  const settings = { locale: 'en-US', timezoneId: 'America/New_York' }
  const { page, travel } = await visit(t, browser, changing, settings)
  await travel(Date.parse('2025-11-02T05:45:00Z'))
  await page.goto('/')
  assert.match((await inYourTime(page)).text, /1:30 AM EDT – Sunday, November 2, 2025.* 1:30 AM EST$/)
})

test('while the end is not known, the start is said and that it goes on', async (t) => {
  const timeline = await compileFounding((text) => text.replace('end = 2025-02-06T21:00:00', ''))
  const open = await openSiteFor(t, { timeline })
  const { page, travel } = await visit(t, browser, open, { locale: 'en-US' })
  await travel(inside)
  await page.goto('/')
  assert.match((await inYourTime(page)).text, /^Friday, February 7, 2025.* 6:45 AM GMT\+5:45 – …$/)
})

test('languages that the platform refuses leave the page as it is', async (t) => {
  for (const languages of [['en-US@posix'], ['C'], [''], undefined, null]) {
    await t.test(JSON.stringify(languages) ?? 'undefined', async (t) => {
      const { page, complaints, travel } = await visit(t, browser, site, { locale: 'en-US' })
      await page.addInitScript((languages) => {
        Object.defineProperty(navigator, 'languages', { value: languages })
      }, languages)
      await travel(inside)
      await page.goto('/')
      assert.ok(await page.getByText('This page checks by itself').isVisible())
      assert.deepEqual(complaints.filter((complaint) => !/status of 503/.test(complaint)), [])
    })
  }
})

test('without scripts it says all that is known, and nothing that does not work', async (t) => {
  const { page, travel } = await visit(t, browser, site, { locale: 'en-US', javaScriptEnabled: false })
  await travel(inside)
  for (const path of ['/', about]) {
    await page.goto(path)
    const text = await page.locator('main').innerText()
    assert.match(text, /Thursday, February 6, 2025, 7:00 p\.m\. – 9:00 p\.m\. \(CT\)/)
    assert.match(text, /ImmTracMU@dshs\.texas\.gov/)
    assert.doesNotMatch(text, /In your time|Time left|checks by itself|is back/)
  }
})
