// The pages are valid HTML, whatever operators write: a strict parser finds no error, and what must not come twice does
// not. That they are no well-formed XML, on purpose, is shown in `portal` and in the crate's own tests.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { parse } from 'parse5'

import { compileFounding, founding } from '../harness/schedule.mjs'
import { openSiteFor } from '../harness/site.mjs'
import { browser, form } from '../harness/visitor.mjs'

const hostile = `</script><script>alert(1)</script></main></title><!--&amp;&#0;\\"'\\u0007\\u202E\\u2067]]>`

const schedules = {
  'of the founding notice': (text) => text,
  'whose end is not known': (text) => text.replace('end = 2025-02-06T21:00:00', ''),
  'whose operator writes Arabic': (text) => text.replace('[service]', '[service]\nlanguage = "ar"'),
  'whose operator writes what nobody should': (text) => text
    .replaceAll(/^(name|topic|summary|before|during|after) = ".*"$/gm, `$1 = "${hostile}"`)
    .replace('[service]', `[service]\ntitle = "${hostile}"\nmessage = "${hostile}"`),
}

for (const [name, edit] of Object.entries(schedules)) {
  test(`the pages of a window ${name}`, async (t) => {
    const outage = '\n[edge.outage]\nretry-after = "30s"\n'
    const site = await openSiteFor(t, { timeline: await compileFounding((text) => edit(text) + outage) })
    const visits = {
      '503': { ...browser, now: founding.inside },
      '503 to a form': { ...form, now: founding.inside },
      'window': { ...browser, path: `/_maintenance/windows/${founding.window}`, now: founding.inside },
      'outage': { ...browser, path: '/offers/status?code=502', now: founding.start - 1 },
      'outage met by a form': { ...form, path: '/offers/status?code=502', now: founding.start - 1 },
    }
    for (const [kind, visit] of Object.entries(visits)) {
      for (const language of ['en', 'es']) {
        await t.test(`${kind}, ${language}`, async () => {
          const answer = await site.send({ ...visit, headers: { ...visit.headers, 'Accept-Language': language } })
          assert.equal(answer.header('Content-Type'), 'text/html; charset=utf-8')
          isValid(answer.text)
        })
      }
    }
  })
}

function isValid(page) {
  const errors = []
  const document = parse(page, { sourceCodeLocationInfo: true, onParseError: (error) => errors.push(error) })
  assert.deepEqual(errors.map(({ code, startOffset }) => `${code} at ${page.slice(startOffset, startOffset + 40)}`), [])
  const elements = [...elementsOf(document)]
  const ids = elements.map((element) => attribute(element, 'id')).filter(Boolean)
  assert.deepEqual(ids, [...new Set(ids)])
  for (const [name, count] of [['title', 1], ['main', 1], ['h1', 1], ['script', 1], ['style', 1]]) {
    assert.equal(elements.filter(({ tagName }) => tagName === name).length, count, name)
  }
  // HTML, section 4.4.9: groups in `div`, each of terms and then definitions.
  for (const list of elements.filter(({ tagName }) => tagName === 'dl')) {
    const groups = list.childNodes.map((group) => group.childNodes.map(({ tagName }) => tagName).join())
    assert.deepEqual([...new Set(groups)], ['dt,dd'])
  }
  // Section 3.5.2, of global dates and times.
  for (const time of elements.filter(({ tagName }) => tagName === 'time')) {
    assert.match(attribute(time, 'datetime'), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
  }
}

function* elementsOf(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child
    yield* elementsOf(child)
  }
}

function attribute(element, name) {
  return element.attrs.find((attribute) => attribute.name === name)?.value
}
