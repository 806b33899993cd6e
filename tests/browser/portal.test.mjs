// The main job as a person meets it, in a real browser: the portal works, the window comes, the portal works again.
//
//  1. Outside the window: sign in and begin a record.
//  2. Inside it: the record that is sent, and every page, is answered with the words of the notice.
//  3. After the end: the same browser sends the same record, still signed in.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openBrowser, visit } from '../harness/browser.mjs'
import { startPortal } from '../harness/portal.mjs'
import { compile, demoSchedule, founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const { start, inside, end } = founding
const site = await openSite({ timeline: await compile(await demoSchedule(start, end)), startBehind: startPortal })
const browser = await openBrowser()
/** Who reads the notice's own words; the others are in `pages`. */
const english = { locale: 'en-US' }

const words =
  'The server is temporarily unable to service your request due to maintenance downtime or capacity problems. ' +
  'Please try again later.'

for (const javaScriptEnabled of [true, false]) {
  test(`before, during and after, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async (t) => {
    const { page, complaints, travel } = await visit(t, browser, site, { ...english, javaScriptEnabled })
    await travel(start - 1)
    await signIn(page)
    await page.getByRole('link', { name: 'Record an immunization' }).first().click()
    await fillIn(page)
    assert.deepEqual(complaints, [])

    await travel(start)
    const [sent] = await Promise.all([page.waitForResponse(isRecord), submit(page)])
    assert.equal(sent.status(), 503)
    await saysServiceUnavailable(page)
    for (const path of ['/', '/home', '/sign-in', '/assets/form.css?not-in-the-cache']) {
      assert.equal((await page.goto(path)).status(), 503)
    }
    assert.deepEqual(complaints.filter((complaint) => !/status of 503/.test(complaint)), [])

    complaints.length = 0
    await travel(end)
    await page.goto('/record')
    await fillIn(page)
    await submit(page)
    await page.getByRole('heading', { name: 'Record received' }).waitFor()
    assert.deepEqual(complaints, [])
  })
}

test('reloading after the end sends the same record again, and it is received', async (t) => {
  const { page, travel } = await visit(t, browser, site, english)
  await travel(start - 1)
  await signIn(page)
  await page.goto('/record')
  await fillIn(page)
  await travel(end - 1)
  await Promise.all([page.waitForResponse(isRecord), submit(page)])
  await saysServiceUnavailable(page)

  await travel(end)
  const [sent] = await Promise.all([page.waitForRequest((request) => request.method() === 'POST'), page.reload()])
  assert.equal(new URLSearchParams(sent.postData()).get('lot-number'), 'UT8714A')
  await page.getByRole('heading', { name: 'Record received' }).waitFor()
})

test('a script of the portal sees a 503 in plain text', async (t) => {
  const { page, travel } = await visit(t, browser, site, english)
  await travel(start - 1)
  await page.goto('/')
  await travel(inside)
  const seen = await page.evaluate(async () => {
    const response = await fetch('/api/records.json')
    return {
      status: response.status, type: response.headers.get('Content-Type'),
      retryAfter: response.headers.get('Retry-After'), body: await response.text(),
    }
  })
  assert.deepEqual([seen.status, seen.type], [503, 'text/plain; charset=utf-8'])
  assert.match(seen.retryAfter, /^[1-9]\d*$/)
  assert.equal(seen.body.split('\n')[1], words)
})

test('no strict XML parser takes the page for a document of its own', async (t) => {
  const { page, travel } = await visit(t, browser, site, english)
  await travel(start - 1)
  await page.goto('/')
  await travel(inside)
  const root = await page.evaluate(async () => {
    const response = await fetch('/', { method: 'POST', headers: { 'Accept': 'text/html' } })
    const text = await response.text()
    return new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.tagName
  })
  assert.equal(root, 'parsererror')
})

async function signIn(page) {
  await page.goto('/sign-in')
  await page.getByLabel('User name').fill('mary.major')
  await page.getByLabel('Password').fill('any')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Hill Country Family Clinic' }).waitFor()
}

async function fillIn(page) {
  await page.getByLabel('Full name').fill('Mary Major')
  await page.getByLabel('Date of birth').fill('2019-04-23')
  await page.getByLabel('Vaccine').selectOption({ label: 'MMR' })
  await page.getByLabel('Lot number').fill('UT8714A')
  await page.getByLabel('Date given').fill('2025-02-06')
  await page.getByLabel('Site on the body').selectOption({ label: 'Left thigh' })
}

function submit(page) {
  return page.getByRole('button', { name: 'Submit record' }).click()
}

function isRecord(response) {
  return response.request().method() === 'POST' && response.url().endsWith('/record')
}

async function saysServiceUnavailable(page) {
  await page.getByRole('heading', { name: 'Service Unavailable', level: 1, exact: true }).waitFor()
  assert.equal(await page.locator('.message').textContent(), words)
}
