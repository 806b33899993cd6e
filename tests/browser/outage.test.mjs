// The page while the origin cannot be reached and nobody planned it: nothing says when it is over but the page that was
// wanted, so that is asked for; and of what was sent nothing is asked at all.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { audit, openBrowser, picture, visit } from '../harness/browser.mjs'
import { compileFounding, founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'
import { Looks, settle, wait } from '../harness/waiting.mjs'

const now = founding.end + 24 * 3_600_000
const timeline = await compileFounding((text) => `${text}\n[edge.outage]\nmessage = "We are looking into it."\n`)
const site = await openSite({ timeline })
const browser = await openBrowser()
const wanted = '/offers/status?code=502'

async function meet(t) {
  const visitor = await visit(t, browser, site, { locale: 'en-US', clock: now })
  await visitor.travel(now)
  const looks = new Looks(visitor.page, (request) => request.method() === 'HEAD')
  return { ...visitor, looks }
}

test('somebody who reads is taken back when the page they wanted is there, and not before', async (t) => {
  const { page, looks } = await meet(t)
  const asked = []
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  assert.equal((await page.goto(wanted)).status(), 503)
  assert.equal(await page.locator('.message').textContent(), 'We are looking into it.')
  for (const seconds of [5, 90, 90]) {
    await looks.next(seconds * 1000)
    assert.equal(await page.getByRole('status').innerText(), '')
  }
  assert.deepEqual([...new Set(asked)], ['GET /offers/status', 'HEAD /offers/status'])

  for (const code of [504, 521, 503]) {
    await page.route(`**${wanted}`, (route) => route.fulfill({ status: code }))
    await looks.next(90_000)
    assert.equal(await page.getByRole('status').innerText(), '', `${code} is not the origin's`)
  }
  await page.route(`**${wanted}`, (route) => {
    return route.fulfill({ contentType: 'text/html', body: '<title>Records</title><h1>The records</h1>' })
  })
  await looks.next(90_000)
  assert.equal(await page.getByRole('status').innerText(), 'The service is back. Open the page again')
  await page.clock.runFor(3000)
  await page.getByRole('heading', { name: 'The records' }).waitFor()
  assert.equal(asked.at(-1), 'GET /offers/status')
})

test('an origin that knows no HEAD, wants somebody to sign in, or fails, is there', async (t) => {
  for (const answer of [{ status: 405 }, { status: 501 }, { status: 500 }, { status: 302, headers: { Location: '/x' } }]) {
    await t.test(String(answer.status), async (t) => {
      const { page, looks } = await meet(t)
      await page.goto(wanted)
      await page.route(`**${wanted}`, (route) => route.fulfill(answer))
      await looks.next(5000)
      assert.equal(await page.getByRole('status').innerText(), 'The service is back. Open the page again')
    })
  }
})

test('for somebody who sent something, nothing is asked', async (t) => {
  const { page } = await meet(t)
  await page.route('**/form', (route) => route.fulfill({
    contentType: 'text/html', body: `<title>Form</title><form method="post" action="${wanted}"><button>Send</button></form>`,
  }))
  await page.goto('/form')
  await page.getByRole('button').click()
  await page.getByText('Whether what you sent was processed is not known.').waitFor()
  const asked = []
  page.on('request', (request) => asked.push(request.method()))
  await wait(page, 3_600_000)
  assert.deepEqual(asked, [])
  assert.equal(await page.getByText('This page checks by itself').count(), 0)
})

test('what a screen reader is told', async (t) => {
  const { page, travel } = await visit(t, browser, site, { locale: 'en-US' })
  await travel(now)
  await page.goto(wanted)
  await settle(page)
  await picture(page, 'outage')
  assert.deepEqual(await audit(page), [])
  assert.equal(await page.locator('main').ariaSnapshot(), `
- main:
  - paragraph: ImmTrac2
  - heading "Service Unavailable" [level=1]
  - paragraph: We are looking into it.
  - paragraph: This page checks by itself and takes you back when the service is there again.
  - status
  - heading "In the meantime" [level=2]
  - paragraph: Record time-sensitive tasks manually until the application is available again.
  - heading "Afterwards" [level=2]
  - paragraph: Continue normal business.
  - heading "Contact" [level=2]
  - list:
    - listitem:
      - text: "Access to ImmTrac2 web application (online):"
      - link "ImmTrac2@dshs.texas.gov":
        - /url: mailto:ImmTrac2@dshs.texas.gov
`.trim())
})
