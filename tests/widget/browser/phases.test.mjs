// The banner in every phase: what a screen reader is given, what axe finds, what it looks like. The browser's clock is a
// year and more ahead of the server's throughout, and the policy is as strict as there is.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { channels, end, openBannerSite, page as html, start, strict, window } from '../../harness/banner.mjs'
import { audit, fitsItsWidth, openBrowser, picture, visit } from '../../harness/browser.mjs'

const site = await openBannerSite()
const browser = await openBrowser()

const hour = 36e5
const minute = 6e4
const later = (millis) => new Date(end + millis).toISOString()

/** What is shown at an instant, to somebody who was told a while before. */
const phases = {
  announced: {
    now: start - 2.5 * hour,
    heading: 'Emergency maintenance Starts in 2 hours 30 minutes.',
    body: `
  - paragraph: Emergency deployment of a fix for patient matching.
  - paragraph: "Not available: the web application."
  - term: In your time
  - definition: Friday, February 7, 2025, 6:45 – 8:45 AM GMT+5:45
  - term: Service time (CT)
  - definition: Thursday, February 6, 2025, 7:00 – 9:00 PM CST
  - term: How long
  - definition: 2 hours
  - paragraph: Finish and save what you are working on.`,
  },
  imminent: { now: start - 12 * minute, heading: 'Emergency maintenance Starts in 12 minutes.' },
  active: {
    now: start + hour, heading: 'Emergency maintenance Planned to end in 1 hour.', body: `
  - paragraph: Record time-sensitive tasks by hand.`,
  },
  'active without an end': {
    now: start + hour, windows: [window({ end: null })], heading: 'Emergency maintenance In progress. The end is not known yet.',
    body: `
  - term: In your time
  - definition: from Friday, February 7, 2025 at 6:45 AM GMT+5:45 on; the end is not known yet`,
  },
  overrun: {
    now: end + 10 * minute, windows: [window({ overrun: 'hold' })],
    heading: 'Emergency maintenance It is taking longer than planned.',
  },
  moved: {
    now: start - hour, before: [window()], windows: [window({ start: later(0), end: later(hour) })],
    heading: 'Emergency maintenance Starts in 3 hours.', body: `
  - paragraph: Moved from Friday, February 7, 2025, 6:45 – 8:45 AM GMT+5:45 to Friday, February 7, 2025, 8:45 – 9:45 AM GMT+5:45.`,
  },
  extended: {
    now: start + hour, before: [window()], windows: [window({ end: later(hour) })],
    heading: 'Emergency maintenance Planned to end in 2 hours.', body: `
  - paragraph: Extended. It was to end Friday, February 7, 2025 at 8:45 AM GMT+5:45.`,
  },
  cancelled: {
    now: start - hour, before: [window()], windows: [window({ phase: 'cancelled' })],
    heading: 'Emergency maintenance It was cancelled.', body: `
  - paragraph: It was planned for Friday, February 7, 2025, 6:45 – 8:45 AM GMT+5:45.`,
  },
  'over early': {
    now: start + hour, before: [window()], windows: [window({ phase: 'ended', end: new Date(start + hour).toISOString() })],
    heading: 'Emergency maintenance It is over. You can go on here: what you typed is still there.', button: 'Go on',
    body: `
  - paragraph: Over early. It was to end Friday, February 7, 2025 at 8:45 AM GMT+5:45.
  - paragraph: Continue normal business.`,
  },
}

/** A visitor who has the phase before them. */
async function arrive(t, { now: about, before, windows = [window()] }, settings = {}) {
  // Not on the edge of a minute, which a slow machine would step over.
  const now = about - minute / 2
  const visitor = await visit(t, browser, site, { locale: 'en-US', ...settings })
  Object.assign(site, { policy: strict, revision: 7, windows: before ?? windows, now: before ? now - minute : now })
  if (before) {
    await visitor.page.goto('/')
    await visitor.page.getByRole('region').waitFor()
  }
  Object.assign(site, { now, windows, revision: before ? 8 : 7 })
  await visitor.page.goto('/')
  await visitor.page.getByRole('region').waitFor()
  return visitor
}

for (const [name, phase] of Object.entries(phases)) {
  test(name, async (t) => {
    const { page, complaints } = await arrive(t, phase)
    const banner = page.locator('maintenance-banner')
    const { heading, body = '', button = 'Dismiss' } = phase
    const [kind, state] = heading.split(/(?<=maintenance) /)
    assert.equal(await banner.getByRole('region').locator('[part=heading]').innerText(), heading)
    const snapshot = await banner.ariaSnapshot()
    assert.ok(snapshot.includes(`- strong: ${kind}`) && snapshot.includes(state), snapshot)
    for (const line of body.split('\n')) assert.ok(snapshot.includes(line.trim()), `${line} in\n${snapshot}`)
    assert.ok(snapshot.includes(`- button "${button}"`), snapshot)
    assert.deepEqual(await audit(page), [])
    assert.deepEqual(complaints, [])
    const called = `banner-${name.replaceAll(' ', '-')}`
    await picture(page, called)
    // The same in other looks: on a page that is there already, as people change them.
    for (const [look, change] of Object.entries({
      dark: () => page.emulateMedia({ colorScheme: 'dark' }),
      narrow: () => page.setViewportSize({ width: 320, height: 800 }),
      rtl: () => page.evaluate(() => { document.documentElement.dir = 'rtl' }),
    })) {
      await change()
      assert.ok(await fitsItsWidth(page), look)
      assert.deepEqual(await audit(page), [], look)
      await picture(page, `${called}-${look}`)
    }
  })
}

test('in the dark, on a narrow screen, from right to left, zoomed, in forced colours, printed', async (t) => {
  const looks = {
    dark: { colorScheme: 'dark' }, narrow: { width: 320 }, 'narrow-dark': { width: 320, colorScheme: 'dark' },
    rtl: { locale: 'ar-EG' }, 'rtl-narrow': { locale: 'ar-EG', width: 320 }, forced: { forcedColors: 'active' },
    'reduced-motion': { reducedMotion: 'reduce' }, zoomed: { width: 640, deviceScaleFactor: 2 }, spanish: { locale: 'es-MX' },
  }
  for (const [look, settings] of Object.entries(looks)) {
    await t.test(look, async (t) => {
      const [lang, dir] = look.startsWith('rtl') ? ['ar', 'rtl'] : [look === 'spanish' ? 'es' : 'en', 'ltr']
      site.page = html({ lang, dir })
      const { page, complaints } = await arrive(t, phases.announced, settings)
      assert.deepEqual(await audit(page), [])
      assert.ok(await fitsItsWidth(page))
      assert.deepEqual(complaints, [])
      await picture(page, `banner-${look}`)
    })
  }
  site.page = html()
  const { page } = await arrive(t, phases.announced)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('button', { name: 'Dismiss' }).isVisible(), false)
  assert.ok(await page.getByText('Finish and save').isVisible())
  await picture(page, 'banner-print')
})

test('every channel, where a page names none', async (t) => {
  site.page = html({ banner: '<maintenance-banner></maintenance-banner>' })
  const all = [window({ channels: channels.map(({ id }) => id) })]
  const { page } = await arrive(t, { now: start - hour, windows: all })
  const what = page.locator('maintenance-banner [part=what] p')
  assert.deepEqual(await what.allInnerTexts(), [
    'Not available: the web application and the web services.', 'Accepted, but processed only afterwards: file transfer.',
  ])
  assert.deepEqual(await page.locator('maintenance-banner [part=advice] p').allInnerTexts(), [
    'The web application: Finish and save what you are working on.', 'The web services: Hold messages back.',
  ])
  site.page = html()
})
