// The two pages of ours that people see: the 503 and the page about a window. Their accessible tree, axe with no rule
// left out, and whether they fit: in light and dark, on a narrow screen, in both languages, from right to left. Pictures
// go to `target/screenshots/`.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { audit, fitsItsWidth, openBrowser, picture, visit } from '../harness/browser.mjs'
import { startPortal } from '../harness/portal.mjs'
import { compile, demoSchedule, founding } from '../harness/schedule.mjs'
import { openSite, openSiteFor } from '../harness/site.mjs'
import { firstLook } from '../harness/waiting.mjs'

const { start, inside, end } = founding
const schedule = await demoSchedule(start, end)
const site = await openSite({ timeline: await compile(schedule), startBehind: startPortal })
const browser = await openBrowser()
/** Half past eight and twelve seconds: two units of time are left. */
const now = end - 29 * 60_000 - 48_000

const english = { locale: 'en-US' }
const looks = {
  'light': { ...english, colorScheme: 'light' },
  'dark': { ...english, colorScheme: 'dark' },
  'narrow': { ...english, colorScheme: 'light', width: 320 },
  'narrow-dark': { ...english, colorScheme: 'dark', width: 320 },
  'spanish': { locale: 'es-MX' },
  'spanish-narrow': { locale: 'es-MX', width: 320 },
  // Nobody has written it in such a language yet; the page is as it will be then, but for the words.
  'right-to-left': { locale: 'ar-EG', direction: 'rtl' },
  'right-to-left-narrow': { locale: 'ar-EG', direction: 'rtl', width: 320 },
  'forced-colours': { ...english, forcedColors: 'active' },
  'without-motion': { ...english, reducedMotion: 'reduce', contrast: 'more' },
  'without-script': { ...english, scripts: false },
  'printed': { ...english, media: 'print' },
}

const pages = {
  'service-unavailable': {
    path: '/home', status: 503,
    tree: `
- main:
  - paragraph: Lone Star Immunization Registry
  - heading "Service Unavailable" [level=1]
  - paragraph: The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
  - paragraph:
    - text: Emergency maintenance ends
    - time: Thursday, February 6, 2025, 9:00 p.m. (CT)
    - text: .
  - term: When
  - definition:
    - time: Thursday, February 6, 2025, 7:00 p.m.
    - text: –
    - time: 9:00 p.m.
    - text: (CT)
  - term: Time left
  - definition:
    - timer: 29 minutes 48 seconds
  - paragraph: This page checks by itself and takes you back when the service is there again.
  - status
  - heading "What is affected" [level=2]
  - list:
    - listitem: "the registry portal: Not available."
    - listitem: "web services (bidirectional data exchange): Not available."
    - listitem: "FTP-related data exchange: Accepted now, processed afterwards."
  - heading "In the meantime" [level=2]
  - paragraph: Record time-sensitive tasks manually until the application is available again.
  - heading "Afterwards" [level=2]
  - paragraph: Continue normal business.
  - heading "Contact" [level=2]
  - list:
    - listitem:
      - text: "Access to the portal:"
      - link "portal@registry.example":
        - /url: mailto:portal@registry.example
    - listitem:
      - text: "Data Exchange:"
      - link "exchange@registry.example":
        - /url: mailto:exchange@registry.example
  - paragraph:
    - link "About this maintenance":
      - /url: /_maintenance/windows/demo
`,
  },
  'window': {
    path: '/_maintenance/windows/demo', status: 200,
    tree: `
- main:
  - paragraph: Lone Star Immunization Registry
  - heading "Emergency maintenance" [level=1]
  - paragraph: This maintenance is going on now.
  - term: When
  - definition:
    - time: Thursday, February 6, 2025, 7:00 p.m.
    - text: –
    - time: 9:00 p.m.
    - text: (CT)
  - term: Time zone
  - definition: CT is America/Chicago
  - term: What
  - definition: Emergency production deployment for data fixes.
  - heading "the registry portal" [level=2]
  - paragraph: Not available; requests are answered 503.
  - term: Before
  - definition: Ensure that all time-sensitive tasks are recorded manually.
  - term: During
  - definition: Record time-sensitive tasks manually until the application is available again.
  - term: After
  - definition: Continue normal business.
  - term: Contact
  - definition:
    - text: "Access to the portal:"
    - link "portal@registry.example":
      - /url: mailto:portal@registry.example
  - heading "web services (bidirectional data exchange)" [level=2]
  - paragraph: Not available; requests are answered 503.
  - term: Before
  - definition: Continue normal business.
  - term: During
  - definition: "Continue normal business, and keep the messages that are answered 503: they were not processed."
  - term: After
  - definition: Resend data for processing.
  - term: Contact
  - definition:
    - text: "Data Exchange:"
    - link "exchange@registry.example":
      - /url: mailto:exchange@registry.example
  - heading "FTP-related data exchange" [level=2]
  - paragraph: Accepted now, processed afterwards.
  - term: Before
  - definition: Continue to submit data exchange files to your FTP account.
  - term: During
  - definition: Files may be submitted; they are not processed during the downtime.
  - term: After
  - definition: File processing resumes automatically. There is no need to resubmit data.
  - term: Contact
  - definition:
    - text: "Data Exchange:"
    - link "exchange@registry.example":
      - /url: mailto:exchange@registry.example
  - paragraph:
    - link "Add to calendar":
      - /url: demo.ics
`,
  },
}

for (const [name, { path, status, tree }] of Object.entries(pages)) {
  for (const [look, settings] of Object.entries(looks)) {
    test(`${name}, ${look}: axe finds nothing, and it fits`, async (t) => {
      const { page, complaints } = await seen(t, site, path, status, settings)
      await picture(page, `${name}-${look}`)
      await isSound(page, complaints)
    })
  }

  test(`${name}: what a screen reader is told`, async (t) => {
    const settings = { locale: 'en-US', timezoneId: 'America/Chicago' }
    const { page } = await seen(t, site, path, status, settings)
    assert.equal(await page.locator('main').ariaSnapshot(), tree.trim())
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  })
}

for (const [look, settings] of Object.entries({ 'light': english, 'spanish-dark': { locale: 'es-US', colorScheme: 'dark' } })) {
  test(`what somebody sent is lost, ${look}: axe finds nothing before and after the end`, async (t) => {
    const visitor = await seen(t, site, '/home', 503, settings)
    const { page, complaints } = visitor
    await page.route('**/form', (route) => route.fulfill({
      contentType: 'text/html', body: '<title>Form</title><form method="post" action="/record"><button>Send</button></form>',
    }))
    await page.goto('/form')
    await page.getByRole('button').click()
    await page.locator('.sent').waitFor()
    await firstLook(page)
    await picture(page, `sent-${look}`)
    await isSound(page, complaints)
    await visitor.travel(end)
    await page.clock.fastForward(100_000)
    await page.locator('#back').waitFor()
    await picture(page, `sent-${look}-back`)
    await isSound(page, complaints)
  })
}

test('an operator who writes Arabic: the words find their direction on an English page', async (t) => {
  const arabic = {
    'Lone Star Immunization Registry': 'سجل التطعيمات',
    'the registry portal': 'بوابة السجل',
    'web services (bidirectional data exchange)': 'خدمات الويب (تبادل البيانات)',
    'Record time-sensitive tasks manually until the application is available again.': 'سجّل المهام العاجلة يدويًا حتى يعود التطبيق.',
    'Continue normal business.': 'تابع العمل كالمعتاد.',
    'Access to the portal': 'الدخول إلى البوابة',
  }
  let text = schedule.replace('[service]', '[service]\nlanguage = "ar"\nmessage = "الخدمة متوقفة للصيانة. يرجى المحاولة لاحقًا."')
  for (const [from, to] of Object.entries(arabic)) text = text.replaceAll(from, to)
  const translated = await openSiteFor(t, { timeline: await compile(text), startBehind: startPortal })
  for (const [look, settings] of Object.entries({ 'light': english, 'narrow': { ...english, width: 320 } })) {
    const { page, complaints } = await seen(t, translated, '/home', 503, settings)
    const message = page.locator('.message')
    assert.equal(await message.getAttribute('lang'), 'ar')
    assert.equal(await message.evaluate((it) => getComputedStyle(it).direction), 'rtl')
    assert.equal(await page.locator('h1').evaluate((it) => getComputedStyle(it).direction), 'ltr')
    await picture(page, `arabic-operator-${look}`)
    await isSound(page, complaints)
  }
})

test('words of any length fit a narrow screen', async (t) => {
  const long = schedule
    .replaceAll('portal@registry.example', `${'a'.repeat(64)}@registry-of-a-very-long-name.example`)
    .replace('Continue normal business.', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.')
  const wide = await openSiteFor(t, { timeline: await compile(long), startBehind: startPortal })
  for (const { path, status } of Object.values(pages)) {
    const { page } = await seen(t, wide, path, status, { ...english, width: 320 })
    assert.ok(await fitsItsWidth(page), `${path} scrolls sideways`)
  }
})

test('the link on the 503 leads to the page about the window', async (t) => {
  const { page, travel } = await visit(t, browser, site, english)
  await travel(inside)
  await page.goto('/home')
  await page.getByRole('link', { name: 'About this maintenance' }).click()
  await page.getByRole('heading', { name: 'Emergency maintenance', level: 1 }).waitFor()
})

/** A page as somebody sees it who has looked at it for some seconds. */
async function seen(t, site, path, status, { direction, scripts = true, media, ...settings }) {
  const visitor = await visit(t, browser, site, { clock: now, ...settings })
  const { page, travel } = visitor
  // Not by the browser's own switch: axe is a script too.
  if (!scripts) await page.route(`**${path}`, withoutScript)
  await travel(now)
  assert.equal((await page.goto(path)).status(), status)
  if (direction) await page.evaluate((direction) => { document.documentElement.dir = direction }, direction)
  if (media) await page.emulateMedia({ media })
  if (status === 503 && scripts) await firstLook(page)
  return visitor
}

async function withoutScript(route) {
  const response = await route.fetch()
  const body = (await response.text()).replace(/<script>[^]*<\/script>/, '')
  await route.fulfill({ response, body })
}

async function isSound(page, complaints) {
  // Axe waits for the clock at times.
  await page.clock.resume()
  assert.deepEqual(await audit(page), [])
  assert.ok(await fitsItsWidth(page), 'the page scrolls sideways')
  assert.deepEqual(complaints.filter((complaint) => !/status of 503/.test(complaint)), [])
}
