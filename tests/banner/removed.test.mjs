// A window that was announced and is then taken out of the schedule: the pages that come next bring the news with them.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foundingDocument, inForce, openKeptSiteFor } from '../harness/keeper.mjs'
import { founding } from '../harness/schedule.mjs'
import { html, startPages } from '../harness/pages.mjs'

test('what was taken out of the schedule is in the data of the next pages, as cancelled', async (t) => {
  const { operator, send } = await openKeptSiteFor(t, { startBehind: startPages })
  const now = founding.start - 3_600_000
  const banner = (text) => `${text.slice(0, text.indexOf('[[channel]]'))}[edge.banner]\ncookies = ["session"]\n${text.slice(text.indexOf('[[channel]]'))}`
  const document = await foundingDocument(banner)
  const page = () => send({ path: '/', now, headers: { 'Sec-Fetch-Dest': 'document', Accept: 'text/html', Cookie: 'session=1' } })
  const data = ({ text }) => JSON.parse(/<script type="application\/json" slot="data">(.*?)<\/script>/s.exec(text)[1])

  const first = await operator.publish(document, 0, { now })
  await inForce(send, first.json.revision)
  assert.deepEqual(data(await page()).windows.map(({ phase }) => phase), ['announced'])
  const second = await operator.publish(document.split('[[window]]')[0], '*', { now })
  assert.equal(second.status, 200, second.text)
  await inForce(send, second.json.revision)
  const told = await page()
  assert.deepEqual(data(told).windows.map(({ id, phase }) => [id, phase]), [[founding.window, 'cancelled']])
  // Who never heard of it is told nothing.
  assert.ok(!told.text.includes('part="banner'))
  assert.equal((await send({ path: '/', now })).text, html())
})
