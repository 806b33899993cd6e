// In the reader's language, where we speak it, in whatever form; what the operator wrote in the languages that
// they wrote it in.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { compile } from '../harness/schedule.mjs'
import { openSite, openSiteFor } from '../harness/site.mjs'
import { browser, curl, soap } from '../harness/visitor.mjs'

const now = Date.parse('2025-03-01T11:00:00Z')

const english = await openSite({ timeline: await compile(schedule('language = "en"')) })

const words = {
  en: {
    title: 'Service Unavailable',
    text: `503 Service Unavailable
The server is temporarily unable to service your request due to maintenance downtime or capacity problems. \
Please try again later.
This request was NOT processed. Send it again after 2025-03-01T12:00:00Z.
Emergency maintenance ends Saturday, March 1, 2025, 6:00 a.m. (CT).
Window: deployment
Status: /_maintenance/windows/deployment
`,
  },
  es: {
    title: 'Servicio no disponible',
    text: `503 Servicio no disponible
El servidor no puede atender su solicitud por el momento, debido a un mantenimiento o a problemas de capacidad. \
Por favor, inténtelo de nuevo más tarde.
Esta solicitud NO se procesó. Debe enviarse de nuevo después de 2025-03-01T12:00:00Z.
Mantenimiento de emergencia: termina el sábado, 1 de marzo de 2025, 6:00\u00a0a.\u00a0m. (CT).
Período de mantenimiento: deployment
Estado: /_maintenance/windows/deployment
`,
  },
}

test('which language', async (t) => {
  const table = [
    ['es', 'es'],
    ['es-MX', 'es'],
    ['ES-mx,en;q=0.5', 'es'],
    ['en;q=0.4, es;q=0.6', 'es'],
    ['es;q=0.4, en;q=0.6', 'en'],
    ['es, en', 'es'],
    ['en-US,en;q=0.9,es;q=0.8', 'en'],
    ['de, fr;q=0.9, es;q=0.1', 'es'],
    ['de', 'en'],
    ['tlh, x-none', 'en'],
    ['es;q=0', 'en'],
    ['en;q=0, *', 'es'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [',;=', 'en'],
    ['es'.repeat(4000), 'en'],
    ['xx;q=0.1,'.repeat(1500) + 'es', 'es'],
  ]
  for (const [accepted, expected] of table) {
    await t.test(`${JSON.stringify(accepted ?? 'nothing').slice(0, 40)}: ${expected}`, async () => {
      const answer = await ask(english, curl, accepted)
      assert.deepEqual([answer.header('Content-Language'), answer.text], [expected, words[expected].text])
      assert.equal(answer.header('Content-Length'), String(answer.body.length))
    })
  }
})

test('every form speaks it, and says so', async (t) => {
  const event = { headers: { Accept: 'text/event-stream' } }
  const json = { headers: { Accept: 'application/json' } }
  for (const [what, visitor] of Object.entries({ browser, soap, curl, json, event })) {
    for (const language of ['es', 'en', 'es']) {
      await t.test(`${what} in ${language}`, async () => {
        const answer = await ask(english, visitor, language)
        assert.equal(answer.header('Content-Language'), language)
        assert.ok(answer.text.includes(words[language].title), answer.text)
        assert.ok(!answer.text.includes(words[language === 'es' ? 'en' : 'es'].title), answer.text)
      })
    }
  }
  await t.test('gRPC, whose message is percent-encoded', async () => {
    const grpc = { method: 'POST', headers: { 'Content-Type': 'application/grpc' } }
    const answer = await ask(english, grpc, 'es')
    assert.match(answer.header('grpc-message'), /^Servicio no disponible\. .*int%C3%A9ntelo de nuevo m%C3%A1s tarde\./)
  })
})

test('the page says which language it is in, and reads in Spanish to its end', async () => {
  const { text } = await ask(english, browser, 'es')
  assert.match(text, /^<!DOCTYPE html><html lang="es" dir="ltr">/)
  for (const words of [
    '<h1>Servicio no disponible</h1>', 'Mantenimiento de emergencia: termina el', 'Acerca de este mantenimiento',
    // What the operator wrote is in the language of the service, and says so.
    '<p class="service" lang="en" dir="auto">Registry</p>',
  ]) assert.ok(text.includes(words), `${words}\n${text}`)
})

test('the page about a window speaks it too', async () => {
  const path = '/_maintenance/windows/deployment'
  const answer = await ask(english, { ...browser, path }, 'es-419,es;q=0.9')
  const told = [answer.header('Content-Language'), answer.header('Vary')]
  assert.deepEqual([answer.status, ...told], [200, 'es', 'Accept-Language'])
  assert.match(answer.text, /Este mantenimiento está en curso\./)
})

test('the service’s own language is that of whoever asks for none that we speak', async (t) => {
  const spanish = await openSiteFor(t, { timeline: await compile(schedule(`
    language = "es-MX"
    message = "Estamos renovando el registro."
  `)) })
  const table = [[undefined, 'es'], ['de', 'es'], ['en', 'en'], ['es', 'es']]
  for (const [accepted, expected] of table) {
    const answer = await ask(spanish, curl, accepted)
    const [first, message] = answer.text.split('\n')
    assert.deepEqual(
      [answer.header('Content-Language'), first, message],
      [expected, `503 ${words[expected].title}`, 'Estamos renovando el registro.'],
    )
  }
})

const translated = await openSite({ timeline: await compile(schedule(`
    title = "Closed"
    message = "The registry is being mended."
    [service.translations.es]
    name = "Registro"
    label = "hora central"
    title = "Cerrado"
    message = "El registro está en reparación."
    [service.translations.fr-CA]
    message = "Le registre est en réparation."
`, {
  channel: `
    instructions.during = "Write it down."
    contact = { topic = "Access", email = "help@registry.example" }
    translations.es = { name = "el sitio", during = "Anótelo.", topic = "Acceso" }
  `,
  window: `
    summary = "Data fixes."
    translations.es.summary = "Corrección de datos."
    translations.fr-CA.summary = "Correction de données."
  `,
})) })

test('whoever reads Spanish is told everything in Spanish', async (t) => {
  const spanish = 'es-US,es;q=0.9,en;q=0.8'
  await t.test('as text', async () => {
    const { text } = await ask(translated, curl, spanish)
    assert.equal(text, `503 Cerrado
El registro está en reparación.
Esta solicitud NO se procesó. Debe enviarse de nuevo después de 2025-03-01T12:00:00Z.
Mantenimiento de emergencia: termina el sábado, 1 de marzo de 2025, 6:00\u00a0a.\u00a0m. (hora central).
Período de mantenimiento: deployment
Estado: /_maintenance/windows/deployment
`)
  })
  await t.test('as a SOAP fault', async () => {
    const { text } = await ask(translated, soap, spanish)
    assert.match(text, /<soap:Text xml:lang="es">Cerrado\. El registro está en reparación\. Este mensaje NO se procesó\./)
  })
  const path = '/_maintenance/windows/deployment'
  for (const [page, visitor, texts] of [
    ['the 503 as a page', browser, ['Registro', 'Cerrado', 'el sitio', 'Anótelo.', 'Acceso']],
    ['the page about a window', { ...browser, path }, ['Registro', 'el sitio', 'Anótelo.', 'Corrección de datos.']],
  ]) {
    await t.test(page, async () => {
      const { text } = await ask(translated, visitor, spanish)
      for (const words of texts) assert.ok(text.includes(`>${words}<`), `${words}\n${text}`)
      assert.deepEqual(text.match(/ lang="[^"]*"/g), [' lang="es"'], 'it is in one language, and says so once')
      assert.doesNotMatch(text, /Registry|Closed|mended|the site|Write it down|Access|Data fixes/)
    })
  }
})

// Each is asked for after the others, because answers are prepared once and sent many times.
test('whoever reads French has the texts that there are in French, and ours in the language that comes next', async (t) => {
  const french = 'Le registre est en réparation.'
  const table = [
    ['fr', 'en', '503 Closed', french],
    ['en', 'en', '503 Closed', 'The registry is being mended.'],
    ['fr-FR, es;q=0.5', 'es', '503 Cerrado', french],
    ['es', 'es', '503 Cerrado', 'El registro está en reparación.'],
    ['fr-CA', 'en', '503 Closed', french],
    ['de', 'en', '503 Closed', 'The registry is being mended.'],
    ['FR, en;q=0.1', 'en', '503 Closed', french],
  ]
  for (const [accepted, language, title, message] of table) {
    await t.test(accepted, async () => {
      const answer = await ask(translated, curl, accepted)
      const told = [answer.header('Content-Language'), ...answer.text.split('\n', 2)]
      assert.deepEqual(told, [language, title, message])
    })
  }
  await t.test('and the page marks them', async () => {
    const { text } = await ask(translated, browser, 'fr')
    assert.match(text, /^<!DOCTYPE html><html lang="en" dir="ltr">/)
    assert.ok(text.includes(`<p class="message" lang="fr-CA" dir="auto">${french}</p>`), text)
    const about = await ask(translated, { ...browser, path: '/_maintenance/windows/deployment' }, 'fr')
    assert.ok(about.text.includes('<dd lang="fr-CA" dir="auto">Correction de données.</dd>'), about.text)
  })
})

function ask(site, { headers, ...visitor }, accepted) {
  const { 'Accept-Language': _, ...others } = headers
  const language = accepted === undefined ? {} : { 'Accept-Language': accepted }
  return site.send({ ...visitor, headers: { ...others, ...language }, now })
}

function schedule(service, { channel = '', window = '' } = {}) {
  return `
    [service]
    name = "Registry"
    zone = "America/Chicago"
    label = "CT"
    ${service}
    [[channel]]
    id = "web"
    name = "the site"
    routes = ["/*"]
    ${channel}
    [[window]]
    id = "deployment"
    channels = ["web"]
    start = 2025-03-01T10:00:00Z
    end = 2025-03-01T12:00:00Z
    reason = "emergency"
    ${window}
  `
}
