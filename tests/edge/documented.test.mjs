// docs/answers.md shows every answer as it is sent: each request of the page is sent, and the answer compared with what
// is written there. `UPDATE_EXPECT=1` writes the page anew; then read it.

import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { test } from 'node:test'

import { inCheckout } from '../harness/checkout.mjs'
import { compile, founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const file = inCheckout('docs/answers.md')
const page = await readFile(file, 'utf8')
const [, schedule] = /```toml\n([^]*?)```/.exec(page)
const site = await openSite({ timeline: await compile(schedule) })

/** A request and the answer below it. */
const exchange = /```http\n([^]*?)```\n\n```(text|html)\n([^]*?)```/g

test('every answer in docs/answers.md is what is sent', async () => {
  const found = [...page.matchAll(exchange)]
  assert.ok(found.length > 20, `expected more than 20 answers on the page, found ${found.length}`)
  const sent = []
  for (const [, asked] of found) sent.push(await answered(asked))
  let place = 0
  const written = page.replace(exchange, (_, asked, kind) => {
    return `\`\`\`http\n${asked}\`\`\`\n\n\`\`\`${kind}\n${sent[place++]}\`\`\``
  })
  if (process.env.UPDATE_EXPECT) await writeFile(file, written)
  else assert.equal(written, page)
})

async function answered(asked) {
  const [head, ...rest] = asked.trimEnd().split('\n\n')
  const [line, ...lines] = head.split('\n')
  const [method, path] = line.split(' ')
  const headers = Object.fromEntries(lines.map((line) => line.split(/: (.*)/, 2)))
  // A message's segments end in a carriage return.
  const body = ['POST', 'PUT'].includes(method) ? `${rest.join('\n\n').replaceAll('\n', '\r')}\r` : undefined
  const answer = await site.send({
    method, path, body, now: founding.inside,
    headers: { 'Host': 'registry.example', 'CF-Connecting-IP': '192.0.2.7', ...headers },
  })
  const fields = answer.headers
    .filter(([name]) => name !== 'Connection')
    .toSorted(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .map(([name, value]) => `${name}: ${value.replace(/'sha256-[^']+'/g, "'sha256-…'")}\n`)
  const text = answer.text
    .replace(/(?<=<(style|script)>)[^]*?(?=<\/)/g, '…')
    .replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  // A long page is easier to read with its lines broken where its blocks begin.
  const shown = text.startsWith('<!DOCTYPE') ? text.replace(/(?=<(?:head|meta|title|style|script|body|main|h1|h2|p|dl|dt|dd|section|ul|li|\/main|\/body)\b)/g, '\n') : text
  return `HTTP/1.1 ${answer.status} ${answer.reason}\n${fields.join('')}${shown && `\n${shown.trimEnd()}\n`}`
}
