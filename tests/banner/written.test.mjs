// The banner in the pages of those who are signed in: on which, when, with what, and that no page is ever harmed by it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, brotliDecompressSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib'

import { parse } from 'parse5'

import { html, startPages } from '../harness/pages.mjs'
import { compile } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const unpack = { gzip: gunzipSync, br: brotliDecompressSync }

let pages
const site = await openSite({
  startBehind: async () => (pages = await startPages()),
  timeline: await compile(`
    [service]
    name = "Records"
    zone = "America/Chicago"
    label = "CT"
    [edge.banner]
    routes = ["/app/*"]
    cookies = ["session", "auth_*"]
    everybody = ["/sign-in"]
    [[channel]]
    id = "web"
    name = "the web application"
    routes = ["/*"]
    disposition = "read-only"
    [channel.instructions]
    before = "Save what you are working on – naïvely <or> not."
    [channel.translations.es]
    name = "la aplicación web"
    before = "Guarde lo que está haciendo."
    [channel.translations.fi]
    before = "Tallenna työsi."
    [channel.contact]
    topic = "access"
    email = "help@records.example"
    [[channel]]
    id = "soap"
    name = "web services"
    routes = ["/soap/*"]
    [[window]]
    id = "deployment"
    channels = ["web"]
    start = 2025-02-06T19:00:00
    end = 2025-02-06T21:00:00
    announce = 2025-02-05T09:00:00
    summary = "A new database."
  `),
})

const announced = Date.parse('2025-02-05T15:00:00Z')
const start = Date.parse('2025-02-07T01:00:00Z')
const end = Date.parse('2025-02-07T03:00:00Z')

const navigation = { 'Sec-Fetch-Dest': 'document', Accept: 'text/html,*/*;q=0.8', Cookie: 'theme=dark; session=7f' }

/** Asks for a page as a browser does, and says what became of it. */
async function ask({ path = '/app/records', now = announced, headers = {}, method = 'GET', answer } = {}) {
  pages.answer = answer && (() => answer)
  pages.requests = []
  const wanted = { ...navigation, ...headers }
  for (const name of Object.keys(wanted)) if (wanted[name] === undefined) delete wanted[name]
  return site.send({ path, now, method, headers: wanted })
}

const has = (answer) => answer.text.includes('<maintenance-banner')

test('on which pages, and to whom', async (t) => {
  const table = [
    ['signed in', {}, true],
    ['by a cookie whose name begins so', { headers: { Cookie: 'auth_9=1' } }, true],
    ['not signed in', { headers: { Cookie: 'theme=session; sessions=1; xsession=2' } }, false],
    ['without any cookie', { headers: { Cookie: undefined } }, false],
    ['on the sign-in page everybody', { path: '/sign-in', headers: { Cookie: undefined } }, true],
    ['on a page that is not among the routes', { path: '/about' }, false],
    ['on another channel', { path: '/soap/app' }, false],
    ['what a script fetches', { headers: { 'Sec-Fetch-Dest': 'empty' } }, false],
    ['a frame', { headers: { 'Sec-Fetch-Dest': 'iframe' } }, false],
    ['a browser that says no destination, but wants HTML', { headers: { 'Sec-Fetch-Dest': undefined } }, true],
    ['a program that takes anything', { headers: { 'Sec-Fetch-Dest': undefined, Accept: '*/*' } }, false],
    ['what is not read', { method: 'POST' }, false],
    ['before the announcement', { now: announced - 1000 }, false],
    ['up to the end', { now: end - 1 }, true],
    ['after the end', { now: end }, false],
    ['HEAD', { method: 'HEAD' }, false],
  ]
  for (const [name, settings, expected] of table) {
    await t.test(name, async () => assert.equal(has(await ask(settings)), expected))
  }
})

test('a page with nothing announced comes as the origin sent it, to the byte', async () => {
  const answer = await ask({ now: announced - 1000, answer: { headers: { ETag: '"1"', 'Cache-Control': 'max-age=60' } } })
  assert.equal(answer.text, html())
  assert.deepEqual([answer.header('ETag'), answer.header('Cache-Control')], ['"1"', 'max-age=60'])
})

test('what is in the page: the element first, its words, its data, its script; and the rest as it was', async () => {
  const { text } = await ask()
  const [before, after] = text.split(/<maintenance-banner.*<\/maintenance-banner><script type="module"[^>]*><\/script>/s)
  assert.equal(before + after, html())
  assert.ok(before.endsWith('<body>'))
  const element = find(parse(text), 'maintenance-banner')
  const data = JSON.parse(find(element, 'script').childNodes[0].value)
  assert.equal(data.now, '2025-02-05T15:00:00Z')
  assert.deepEqual(data.channels.map(({ id }) => id), ['web'])
  assert.deepEqual(data.windows.map(({ id, phase }) => [id, phase]), [['deployment', 'announced']])
  assert.equal(data.channels[0].instructions.before, 'Save what you are working on – naïvely <or> not.')
  const shadow = find(element, 'template').content
  const words = wordsOf(shadow).filter((word) => !word.startsWith(':host'))
  assert.deepEqual(words, [
    'Scheduled maintenance', 'Starts in 1 day 10 hours.', 'A new database.',
    'Reading works, changes are refused: the web application.', 'In your time',
    'Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)', 'Service time (CT)',
    'Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)', 'How long', '2 hours',
    'Save what you are working on – naïvely <or> not.', 'Questions about access:', 'help@records.example', 'Details',
    'Add to calendar', 'Dismiss',
  ])
  assert.match(text, /<script type="module" src="\/_maintenance\/banner\/[0-9a-f]{10}\/banner\.js"><\/script>/)
})

test('in the language of the page', async () => {
  const answer = await ask({ answer: { body: html({ lang: 'es-MX' }) } })
  const said = (answer) => wordsOf(find(find(parse(answer.text), 'maintenance-banner'), 'template').content).join(' | ')
  assert.match(said(answer), /Mantenimiento programado .* la aplicación web\. .* Guarde lo que está haciendo\./)
  // Our own words are in no Finnish, and the schedule's may be.
  const other = await ask({ answer: { body: html({ lang: 'fi' }) } })
  assert.match(said(other), /Scheduled maintenance .* the web application\. .* Tallenna työsi\./)
  assert.match(other.text, /<p dir="auto" lang="fi">Tallenna/)
})

test('what was put away is not written again, until its next phase or a change', async () => {
  const kept = 'maintenance-banner=deployment~~announced~2025-02-07T01:00:00Z~2025-02-07T03:00:00Z'
  const cookies = (value) => ({ headers: { Cookie: `session=1; ${value}` } })
  const without = await ask(cookies(kept))
  assert.equal(has(without), true)
  assert.doesNotMatch(without.text, /<template|Scheduled maintenance</)
  for (const [name, settings] of [
    ['the next phase', { ...cookies(kept), now: start - 60_000 }],
    ['another time', cookies(kept.replace('T03', 'T04'))],
    ['another window', cookies(kept.replace('deployment', 'other'))],
    ['nonsense', cookies('maintenance-banner=%00~!~"')],
  ]) assert.match((await ask(settings)).text, /<template/, name)
  assert.doesNotMatch((await ask(cookies(`maintenance-banner=a~b!${kept.split('=')[1]}`))).text, /<template/)
})

test('what is kept of the page nowhere becomes outdated', async (t) => {
  const table = [
    [{ 'Cache-Control': 'public, max-age=600', 'CDN-Cache-Control': 'max-age=600', ETag: '"1"', 'Last-Modified': new Date(0).toUTCString() }, 'private, no-cache', 'Cookie'],
    [{ 'Cache-Control': 'private, no-store' }, 'no-store', 'Cookie'],
    [{ Vary: 'Accept-Encoding' }, 'private, no-cache', 'Accept-Encoding, Cookie'],
    [{ Vary: '*' }, 'private, no-cache', '*'],
  ]
  for (const [headers, caching, vary] of table) {
    await t.test(JSON.stringify(headers), async () => {
      const answer = await ask({ answer: { headers } })
      assert.equal(has(answer), true)
      assert.deepEqual([answer.header('Cache-Control'), answer.header('Vary')], [caching, vary])
      for (const name of ['ETag', 'Last-Modified', 'CDN-Cache-Control']) assert.equal(answer.header(name), undefined, name)
      const length = answer.header('Content-Length')
      if (length !== undefined) assert.equal(Number(length), answer.body.length)
    })
  }
})

test('a browser that has the page is given it whole, with the banner', async () => {
  const headers = { 'If-None-Match': '"1"', 'If-Modified-Since': new Date(0).toUTCString(), Range: 'bytes=0-9' }
  const answer = await ask({ headers, answer: { headers: { ETag: '"1"' } } })
  assert.equal(has(answer), true)
  const [{ headers: arrived }] = pages.requests
  for (const name of Object.keys(headers)) assert.equal(arrived[name.toLowerCase()], undefined, name)
  assert.equal(arrived.cookie, navigation.Cookie)
  await ask({ headers, now: announced - 1000 })
  assert.equal(pages.requests[0].headers['if-none-match'], '"1"')
})

test('every encoding that can be read is, and others are left alone', async (t) => {
  const plain = Buffer.from(html({ body: `<p>${'words '.repeat(4000)}` }))
  for (const [encoding, pack, reads] of [
    ['gzip', gzipSync, true], ['br', brotliCompressSync, true], ['deflate', deflateSync, false], ['zstd', (bytes) => bytes, false],
  ]) {
    await t.test(encoding, async () => {
      const body = pack(plain)
      const headers = { 'Accept-Encoding': encoding }
      const answer = await ask({ headers, answer: { headers: { 'Content-Encoding': encoding, 'Content-Length': body.length }, body } })
      if (!reads) return assert.ok(answer.body.equals(body))
      const text = decoded(answer)
      assert.ok(text.includes('<maintenance-banner') && text.includes('words words'), text.slice(0, 300))
    })
  }
})

test('pages that must not or cannot be changed are as they were', async (t) => {
  const table = {
    'no-transform': { headers: { 'Cache-Control': 'no-transform' } },
    'a download': { headers: { 'Content-Disposition': 'attachment; filename="page.html"' } },
    'another type': { headers: { 'Content-Type': 'application/xhtml+xml' } },
    'text': { headers: { 'Content-Type': 'text/plain' }, body: '<html><body>' },
    'an error': { status: 500 },
    'a redirect': { status: 302, headers: { Location: '/elsewhere' } },
    'UTF-16': { headers: { 'Content-Type': 'text/html; charset=utf-16le' }, body: Buffer.from(html(), 'utf16le') },
    'no body at all': { body: '<!DOCTYPE html><title>Fragments</title><frameset></frameset>' },
    'nothing': { body: '' },
  }
  for (const [name, answer] of Object.entries(table)) {
    await t.test(name, async () => {
      const { body, status } = await ask({ answer })
      assert.equal(status, answer.status ?? 200)
      assert.ok(body.equals(Buffer.from(answer.body ?? html())), body.toString())
    })
  }
})

test('pages in older encodings keep their letters, and the banner’s words are right in them', async () => {
  const body = Buffer.from(html({ body: '<p>Stra\xdfe' }), 'latin1')
  const answer = await ask({ answer: { headers: { 'Content-Type': 'text/html; charset=windows-1252' }, body } })
  assert.equal(has(answer), true)
  assert.ok(answer.body.includes(Buffer.from('Stra\xdfe', 'latin1')))
  const element = answer.body.toString('latin1').match(/<maintenance-banner.*<\/maintenance-banner>/s)[0]
  assert.match(element, /^[\x0a\x20-\x7e]*$/)
})

test('a page that is no whole page, or is strange, gets through', async (t) => {
  const odd = {
    'two bodies': '<body><p>one<body><p>two',
    'a body in a comment': '<!-- <body> --><html><body class=x><p>one',
    'a body in a script': '<script>"<body>"</script><body><p>one',
    'no head': '<body><p>one',
    'cut off in a tag': '<html><body><p>one<div class="',
    'zero bytes': '<html><body><p>o\0ne',
    'an attribute that never ends': `<body title="${'x'.repeat(200_000)}`,
  }
  for (const [name, body] of Object.entries(odd)) {
    await t.test(name, async () => {
      const answer = await ask({ answer: { body } })
      assert.equal(answer.status, 200)
      const without = answer.text.replace(/<maintenance-banner.*<\/maintenance-banner><script type="module"[^>]*><\/script>/s, '')
      assert.equal(without, body)
    })
  }
})

test('policies: a nonce is taken over, what is forbidden is left out', async (t) => {
  const run = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
  const table = [
    ['none', '', { script: true, style: 'inline' }],
    ['its own host', `default-src 'none'; ${run}; style-src 'self'`, { script: true, style: 'link' }],
    ['a nonce for both', "default-src 'none'; script-src 'nonce-Ab+/1=' 'wasm-unsafe-eval'; style-src 'nonce-Ab+/1='; connect-src 'self'", { script: true, style: 'inline', nonce: 'Ab+/1=' }],
    ['a nonce for scripts alone', `script-src 'nonce-q1' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'`, { script: true, style: 'link', nonce: 'q1' }],
    ['inline styles', `${run}; style-src 'unsafe-inline'`, { script: true, style: 'inline' }],
    ['inline styles that a hash makes void', `${run}; style-src 'self' 'unsafe-inline' 'sha256-x='`, { script: true, style: 'link' }],
    ['no style', `${run}; style-src 'none'`, { script: true, style: 'none' }],
    ['no wasm', "script-src 'self'", { script: false }],
    ['no script of its own host', "script-src https://cdn.example 'wasm-unsafe-eval'", { script: false }],
    ['strict-dynamic without a nonce', "script-src 'self' 'strict-dynamic' 'wasm-unsafe-eval'", { script: false }],
    ['no requests', "script-src 'self' 'wasm-unsafe-eval'; connect-src https://api.example", { script: false }],
    ['two policies, of which one forbids', `${run}, script-src 'none'`, { script: false }],
    ['capitals', "SCRIPT-SRC 'SELF' 'WASM-UNSAFE-EVAL'; STYLE-SRC 'NONE'", { script: true, style: 'none' }],
  ]
  for (const [name, policy, expected] of table) {
    for (const place of ['a header', 'the page']) {
      if (place === 'the page' && (policy === '' || policy.includes(','))) continue
      await t.test(`${name}, in ${place}`, async () => {
        const answer = place === 'a header' && policy !== ''
          ? { headers: { 'Content-Security-Policy': policy } }
          : { body: html({ head: policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">` }) }
        const { text, headers } = await ask({ answer })
        const found = {
          script: /<script type="module"/.test(text),
          ...text.includes('<template') ? { style: text.includes('<style') ? 'inline' : 'link' } : { style: 'none' },
        }
        const nonce = text.match(/<script type="module"[^>]* nonce="([^"]*)"/)?.[1]
        assert.deepEqual({ ...found, ...nonce && { nonce } }, { style: 'none', ...expected })
        // The words are there in any case.
        assert.match(text, /<p lang="en">Scheduled maintenance: Thursday, February 6, 2025, 7:00 p\.m\. &#8211; 9:00 p\.m\. \(CT\)\. Reading works/)
        if (place === 'a header' && policy) assert.ok(headers.some(([, value]) => value === policy))
      })
    }
  }
  assert.match(site.log.text(), /a page is sent without the banner's script: its policy \(script-src\) has no 'wasm-unsafe-eval'/)
})

test('during a window over reading, what changes something is refused and pages have the banner', async () => {
  const page = await ask({ now: start })
  assert.match(page.text, /Planned to end in 2 hours\./)
  assert.equal((await ask({ now: start, method: 'POST' })).status, 503)
})

test('long pages are passed on while they come', async () => {
  const body = html({ body: `<p>${'a line of a long page\n'.repeat(200_000)}` })
  const answer = await ask({ answer: { body } })
  assert.equal(answer.text.replace(/<maintenance-banner.*<\/maintenance-banner><script type="module"[^>]*><\/script>/s, ''), body)
})

function find(node, name) {
  for (const child of node.childNodes ?? []) {
    const found = child.nodeName === name ? child : find(child, name)
    if (found) return found
  }
  return undefined
}

function wordsOf(node) {
  if (node.nodeName === '#text') return node.value.trim() === '' ? [] : [node.value.trim()]
  return (node.childNodes ?? []).flatMap(wordsOf)
}

function decoded(answer) {
  const encoding = answer.header('Content-Encoding')
  return encoding === undefined ? answer.text : unpack[encoding](answer.body).toString()
}
