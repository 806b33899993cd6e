// The two pages of ours that people see: the 503 and the page about a window. Their accessible tree, axe with no rule
// left out, and whether they fit, in light and dark and on a narrow screen. Pictures go to `target/screenshots/`.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { audit, fitsItsWidth, openBrowser, picture, visit } from '../harness/browser.mjs'
import { startPortal } from '../harness/portal.mjs'
import { compile, demoSchedule, founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const { start, inside, end } = founding
const site = await openSite({ timeline: await compile(await demoSchedule(start, end)), startBehind: startPortal })
const browser = await openBrowser()

const looks = {
  'light': { colorScheme: 'light' },
  'dark': { colorScheme: 'dark' },
  'narrow': { colorScheme: 'light', width: 320 },
  'narrow-dark': { colorScheme: 'dark', width: 320 },
}

const pages = {
  'service-unavailable': {
    path: '/home', status: 503,
    tree: `
- main:
  - paragraph: Lone Star Immunization Registry
  - heading "Service Unavailable" [level=1]
  - paragraph: The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
  - paragraph: Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
  - heading "In the meantime" [level=2]
  - paragraph: Record time-sensitive tasks manually until the application is available again.
  - heading "Afterwards" [level=2]
  - paragraph: Continue normal business.
  - heading "Contact" [level=2]
  - paragraph:
    - text: "Access to the portal:"
    - link "portal@registry.example":
      - /url: mailto:portal@registry.example
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
  - definition: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
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
  - definition: Keep the messages that are answered 503; they were not processed.
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
`,
  },
}

for (const [name, { path, status, tree }] of Object.entries(pages)) {
  for (const [look, settings] of Object.entries(looks)) {
    test(`${name}, ${look}: axe finds nothing, and it fits`, async (t) => {
      const { page, complaints, travel } = await visit(t, browser, site, settings)
      await travel(inside)
      assert.equal((await page.goto(path)).status(), status)
      await picture(page, `${name}-${look}`)
      assert.deepEqual(await audit(page), [])
      assert.ok(await fitsItsWidth(page), 'the page scrolls sideways')
      assert.deepEqual(complaints.filter((complaint) => !/status of 503/.test(complaint)), [])
    })
  }

  test(`${name}: what a screen reader is told`, async (t) => {
    const { page, travel } = await visit(t, browser, site)
    await travel(inside)
    await page.goto(path)
    assert.equal(await page.locator('main').ariaSnapshot(), tree.trim())
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  })
}

test('the link on the 503 leads to the page about the window', async (t) => {
  const { page, travel } = await visit(t, browser, site)
  await travel(inside)
  await page.goto('/home')
  await page.getByRole('link', { name: 'About this maintenance' }).click()
  await page.getByRole('heading', { name: 'Emergency maintenance', level: 1 }).waitFor()
})
