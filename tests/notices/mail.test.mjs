// A notice from its draft to every recipient: by the command as an operator uses it, a real mail server (aiosmtpd,
// encrypted and with a password), and readers of mail and of calendars that nobody here wrote.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import { inCheckout, intermission } from '../harness/checkout.mjs'
import { startProgram } from '../harness/child.mjs'
import { openMailServer } from '../harness/mail-server.mjs'
import { runPython } from '../harness/python.mjs'

const founding = await readFile(inCheckout('examples/immtrac2/schedule.toml'), 'utf8')
const window = '2025-02-06-deployment'
const noon = '2025-02-05 12:00'

/** An operator's desk: a folder with a schedule and recipients, a mail server, and the command. */
async function openDesk(t, recipients = 'Rita Gómez <rita@clinic.example>\nvendor@ehr.example\n') {
  const folder = await mkdtemp(join(tmpdir(), 'intermission-notices-'))
  t.after(() => rm(folder, { recursive: true }))
  const server = await openMailServer(t, folder)
  await writeFile(join(folder, 'schedule.toml'), founding)
  await writeFile(join(folder, 'recipients.txt'), recipients)
  const environment = {
    PATH: process.env.PATH, HOME: folder, SSL_CERT_FILE: server.authority,
    INTERMISSION_SMTP: `smtp://localhost:${server.port}`, INTERMISSION_SMTP_USER: 'rita',
    INTERMISSION_SMTP_PASSWORD: 'correct horse',
  }
  /** What the command says, and how it ends. */
  function run(words, more = {}) {
    return new Promise((resolve) => {
      const options = { cwd: folder, env: { ...environment, ...more } }
      execFile(intermission(), ['notice', ...words], options, (error, stdout, stderr) => {
        resolve({ code: error?.code ?? 0, stdout, stderr, all: stdout + stderr })
      })
    })
  }
  async function done(...words) {
    const told = await run(words)
    assert.equal(told.code, 0, `${words.join(' ')}: ${told.all}`)
    return told
  }
  const about = ['--schedule', 'schedule.toml', '--at', noon]
  return {
    folder, server, environment, run, done,
    file: (...parts) => join(folder, ...parts),
    /** Drafts and approves a notice, and gives its name. */
    async approved(...words) {
      const { draft } = JSON.parse((await done('draft', window, ...about, '--as', 'Rita', '--json', ...words)).stdout)
      await done('approve', draft, '--recipients', 'recipients.txt', '--as', 'Omar', '--yes')
      return draft
    },
    send: (draft, ...words) => run(['send', draft, '--yes', '--pause', '0', ...words]),
    async moved(from, to) {
      await writeFile(join(folder, 'schedule.toml'), founding.replace(from, to))
    },
    async record(draft) {
      const text = await readFile(join(folder, 'notices', draft, 'sent.jsonl'), 'utf8')
      return text.trimEnd().split('\n').map((line) => JSON.parse(line))
    },
  }
}

test('a notice arrives, and a later one moves it', async (t) => {
  const desk = await openDesk(t)
  const first = await desk.approved('--language', 'en,es')
  assert.equal(first, `${window}-1-announcement`)

  const dry = await desk.done('send', first, '--dry-run')
  assert.match(dry.stdout, /2 recipients[^]*STARTTLS/)
  assert.equal(desk.server.taken.length, 0)

  const sent = await desk.send(first)
  assert.equal(sent.code, 0, sent.all)
  assert.match(sent.stdout, /to 2 recipients/)
  assert.ok(!sent.all.includes('correct horse'))

  await desk.moved('19:00:00\nend = 2025-02-06T21', '20:00:00\nend = 2025-02-06T22')
  const second = await desk.approved()
  assert.equal(second, `${window}-2-moved`)
  assert.equal((await desk.send(second)).code, 0)

  await desk.moved('reason =', 'cancelled = true\nreason =')
  const third = await desk.approved()
  assert.equal(third, `${window}-3-cancelled`)
  assert.equal((await desk.send(third)).code, 0)

  const { taken } = desk.server
  assert.deepEqual(taken.map(({ to }) => to), Array(3).fill([['rita@clinic.example'], ['vendor@ehr.example']]).flat())
  assert.ok(taken.every(({ encrypted, sender }) => encrypted && sender === 'ImmTrac2@dshs.texas.gov'))
  const rita = taken.filter(({ to }) => to[0] === 'rita@clinic.example').map(({ file }) => file)
  const { mails, calendar } = await runPython('read_mail.py', ...rita)
  const [announcement, moved, cancelled] = mails

  await t.test('each is a mail without a flaw', () => {
    for (const { defects, header_defects, longest, bare, kinds, attachment, names } of mails) {
      assert.deepEqual(defects.concat(header_defects), [])
      assert.ok(longest <= 998, `${longest}`)
      assert.equal(bare, 0)
      assert.deepEqual(kinds, ['text/plain', 'text/html', 'text/calendar'])
      assert.deepEqual(attachment, { type: 'application/ics', name: 'invitation.ics', same: true })
      assert.equal(names.length, new Set(names.map((name) => name.toLowerCase())).size)
    }
  })

  await t.test('to one person, from a list, by a machine', () => {
    const { headers } = announcement
    assert.equal(headers.To, 'Rita Gómez <rita@clinic.example>')
    assert.equal(headers.From, 'ImmTrac2 <ImmTrac2@dshs.texas.gov>')
    assert.equal(headers['List-Id'], 'ImmTrac2 <notices.intermission.invalid>')
    assert.equal(headers['Auto-Submitted'], 'auto-generated')
    assert.match(headers.Subject, /^ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00 p\.m\. – 9:00 p\.m\. \(CT\) \/ ImmTrac2: Mantenimiento de emergencia, /)
    for (const name of ['Cc', 'Bcc', 'Reply-To', 'In-Reply-To', 'References']) assert.equal(headers[name], undefined)
    assert.match(announcement.text, /^¿Tengo que hacer algo|\n- ¿Tengo que hacer algo/)
    assert.match(announcement.html, /<html lang="en"[^]*<article lang="es"/)
    assert.doesNotMatch(announcement.html, /<(img|script|link|iframe)\b/)
  })

  await t.test('later ones are replies to the first', () => {
    const root = announcement.headers['Message-ID']
    for (const { headers } of [moved, cancelled]) {
      assert.equal(headers['In-Reply-To'], root)
      assert.equal(headers.References, root)
      assert.notEqual(headers['Message-ID'], root)
    }
    assert.match(moved.text, /Before: Thursday, February 6, 2025, 7:00 p\.m\. – 9:00 p\.m\. \(CT\)\nNow: {4}Thursday, February 6, 2025, 8:00 p\.m\. – 10:00 p\.m\. \(CT\)/)
    assert.match(moved.headers.Subject, /^Moved – /)
  })

  await t.test('the invitation is taken, moved and taken back', () => {
    for (const { event, method_of_part } of mails) {
      assert.deepEqual(event.errors, [])
      assert.equal(event.uid, `${window}@intermission.invalid`)
      assert.equal(event.organizer, 'mailto:ImmTrac2@dshs.texas.gov')
      assert.equal(event.attendee, 'mailto:rita@clinic.example')
      assert.equal(event.reply, 'FALSE')
      assert.equal(event.method, method_of_part)
    }
    assert.deepEqual(mails.map(({ event }) => event.sequence), [0, 1, 2])
    assert.deepEqual(mails.map(({ event }) => event.start), [
      '2025-02-07T01:00:00+00:00', '2025-02-07T02:00:00+00:00', '2025-02-07T01:00:00+00:00',
    ])
    assert.equal(moved.event.end, '2025-02-07T04:00:00+00:00')
    assert.deepEqual(mails.map(({ event }) => event.method), ['REQUEST', 'REQUEST', 'CANCEL'])
    const events = Object.values(calendar)
    assert.equal(events.length, 1)
    assert.equal(events[0].status, 'CANCELLED')
  })

  await t.test('what was overtaken is not sent any more', async () => {
    const told = await desk.send(first)
    assert.equal(told.code, 1)
    assert.match(told.stderr, /-1-announcement is overtaken: .*-2-moved was sent already/)
  })

  await t.test('the list says how far each is', async () => {
    const { stdout } = await desk.done('list')
    assert.match(stdout, /-1-announcement: sent to all 2\n {2}ImmTrac2: Emergency maintenance, Thursday/)
  })
})

test('a kill in the middle: nobody gets it twice, and who perhaps has it is named', async (t) => {
  const desk = await openDesk(t, 'a@x.example\nhang@x.example\nb@x.example\nc@x.example\n')
  const draft = await desk.approved()
  const { child, exited } = startProgram(intermission(), ['notice', 'send', draft, '--yes'], {
    cwd: desk.folder, env: desk.environment, stdio: 'ignore',
  })
  await desk.server.mailTo('hang@x.example')

  await t.test('meanwhile no other program sends it', async () => {
    const told = await desk.send(draft)
    assert.equal(told.code, 75, told.all)
    assert.match(told.stderr, /another program is sending this notice/)
  })

  child.kill('SIGKILL')
  await exited
  // As a machine that loses its power leaves it.
  await appendFile(desk.file('notices', draft, 'sent.jsonl'), '{"at":"2025-02-05T18:0')

  const again = await desk.send(draft)
  assert.equal(again.code, 1)
  assert.match(again.stderr, /3 sent; 1 perhaps sent: hang@x\.example/)
  assert.match(again.stderr, /--retry-uncertain/)
  assert.deepEqual(desk.server.taken.map(({ to: [to] }) => to[0]), ['a', 'h', 'b', 'c'])

  const third = await desk.send(draft)
  assert.equal(third.code, 1)
  assert.equal(desk.server.taken.length, 4)
  assert.match((await desk.done('list')).stdout, /sent to 3 of 4, 1 perhaps sent/)

  const states = (await desk.record(draft)).map(({ to, state }) => `${to[0]} ${state}`)
  assert.deepEqual(states, [
    'a sending', 'a sent', 'h sending', 'b sending', 'b sent', 'c sending', 'c sent',
  ])
})

test('a connection that breaks before the answer leaves it uncertain, and a retry is the same mail', async (t) => {
  const desk = await openDesk(t, 'gone@x.example\nb@x.example\n')
  const draft = await desk.approved()
  const told = await desk.send(draft)
  assert.equal(told.code, 1)
  assert.match(told.stderr, /1 sent; 1 perhaps sent: gone@x\.example/)
  await desk.send(draft, '--retry-uncertain')
  const files = desk.server.taken.filter(({ to: [to] }) => to === 'gone@x.example').map(({ file }) => file)
  const { mails } = await runPython('read_mail.py', ...files)
  assert.equal(mails.length, 2)
  // Programs that read mail show one of two that have the same name.
  assert.equal(mails[0].headers['Message-ID'], mails[1].headers['Message-ID'])
})

test('who is refused keeps nobody from getting it; who is put off is tried again', async (t) => {
  const desk = await openDesk(t, 'refused@x.example\nlater1@x.example\nlater9@x.example\nb@x.example\n')
  const draft = await desk.approved()
  const told = await desk.send(draft)
  assert.equal(told.code, 1)
  assert.match(told.stderr, /2 sent; 1 refused: refused@x\.example \(.*550.*nobody is called so.*\); 1 put off: later9@x\.example \(.*451.*\)/)
  assert.deepEqual(desk.server.taken.map(({ to: [to] }) => to), ['b@x.example', 'later1@x.example'])
  const tried = (await desk.record(draft)).filter(({ to, state }) => to === 'later9@x.example' && state === 'sending')
  assert.equal(tried.length, 3)
  // Not the one who was refused, nor those who have it.
  const before = (await desk.record(draft)).length
  await desk.send(draft)
  const more = (await desk.record(draft)).slice(before)
  assert.deepEqual([...new Set(more.map(({ to }) => to))], ['later9@x.example'])
})

test('only put off: the exit code says to try again', async (t) => {
  const desk = await openDesk(t, 'later9@x.example\n')
  assert.equal((await desk.send(await desk.approved())).code, 75)
})

test('at the times that people were told it is neither moved nor extended', async (t) => {
  const desk = await openDesk(t, 'rita@x.example\n')
  assert.equal((await desk.send(await desk.approved())).code, 0)
  const show = (at, kind) => desk.run(['show', window, '--schedule', 'schedule.toml', '--at', at, '--kind', kind])
  const moved = await show(noon, 'moved')
  assert.equal(moved.code, 1)
  assert.match(moved.stderr, /`moved` is not so: people were told of the same times\n {2}= help: what is due is `--kind announcement`/)
  const extended = await show('2025-02-06 20:00', 'extended')
  assert.equal(extended.code, 1)
  assert.match(extended.stderr, /`extended` is not so: people were told of no earlier end\n {2}= help: what is due is `--kind started`/)
  await desk.moved('06T21', '06T23')
  assert.match((await show('2025-02-06 20:00', 'extended')).stdout, /^Extended – [^]*\nBefore: .* 9:00 p\.m\./)
})

test('a mailing list is one recipient', async (t) => {
  const desk = await openDesk(t)
  const about = ['--schedule', 'schedule.toml', '--at', noon, '--as', 'Rita', '--json']
  const { draft } = JSON.parse((await desk.done('draft', window, ...about)).stdout)
  const approve = (...words) => desk.run(['approve', draft, '--as', 'Omar', '--yes', ...words])
  const table = [
    [[], /--recipients <FILE>\|--to <MAILBOX>/],
    [['--to', 'partners@lists.example', '--recipients', 'recipients.txt'], /cannot be used with/],
    [['--to', 'partners'], /--to:1:1[^]*expected a mailbox, but found `partners`|expected a mailbox, but found `partners`[^]*--to:1:1/],
    [['--to', ''], /--to names no recipient/],
  ]
  for (const [words, expected] of table) {
    const told = await approve(...words)
    assert.notEqual(told.code, 0, words.join(' '))
    assert.match(told.stderr, expected)
  }
  const approved = await approve('--to', 'Partners <partners@lists.example>')
  assert.match(approved.stdout, /^approved .* for 1 recipient, by Omar\n/, approved.all)
  assert.equal((await desk.send(draft)).code, 0)
  assert.deepEqual(desk.server.taken.map(({ to }) => to), [['partners@lists.example']])
  const { mails: [mail] } = await runPython('read_mail.py', desk.server.taken[0].file)
  assert.equal(mail.headers.To, 'Partners <partners@lists.example>')
  assert.equal(await readFile(desk.file('notices', draft, 'recipients.txt'), 'utf8'), 'Partners <partners@lists.example>\n')
})

test('nothing is sent but what was approved', async (t) => {
  const desk = await openDesk(t)
  const drafted = JSON.parse((await desk.done('draft', window, '--schedule', 'schedule.toml', '--at', noon, '--as', 'Rita', '--json')).stdout)
  const unapproved = await desk.send(drafted.draft)
  assert.equal(unapproved.code, 1)
  assert.match(unapproved.stderr, /nobody has approved/)

  await desk.done('approve', drafted.draft, '--recipients', 'recipients.txt', '--as', 'Omar', '--yes')
  for (const file of await readdir(desk.file('notices', drafted.draft))) {
    if (file === 'copy.eml') continue
    const path = desk.file('notices', drafted.draft, file)
    const text = await readFile(path, 'utf8')
    const changed = file === 'manifest.json' ? text.replace('7:00', '8:00') : `${text}# one more\n`
    assert.notEqual(changed, text, file)
    await writeFile(path, changed)
    const told = await desk.send(drafted.draft)
    assert.equal(told.code, 1, file)
    assert.match(told.stderr, new RegExp(`is not what was approved: \`${file}\` changed since`))
    await writeFile(path, text)
  }
  assert.equal(desk.server.taken.length, 0)
  assert.equal((await desk.send(drafted.draft)).code, 0)
})

test('a server that is encrypted from the beginning', async (t) => {
  const desk = await openDesk(t)
  const draft = await desk.approved()
  const server = `smtps://localhost:${desk.server.encrypted}`
  const dry = await desk.done('send', draft, '--smtp', server, '--dry-run')
  assert.match(dry.stdout, /\nBy: {6}localhost, port \d+ \(encrypted\)\n/)
  // Its password is asked for, and looked at.
  const wrong = await desk.run(['send', draft, '--yes', '--smtp', server], { INTERMISSION_SMTP_PASSWORD: 'wrong horse' })
  assert.equal(wrong.code, 77, wrong.all)
  assert.match(wrong.stderr, /does not let us in: .*535/)
  assert.equal(desk.server.taken.length, 0)

  const sent = await desk.send(draft, '--smtp', server)
  assert.equal(sent.code, 0, sent.all)
  assert.deepEqual(desk.server.taken.map(({ to, encrypted }) => [...to, encrypted]), [
    ['rita@clinic.example', true], ['vendor@ehr.example', true],
  ])
})

test('a server that cannot be trusted gets nothing, and no password', async (t) => {
  const desk = await openDesk(t)
  const draft = await desk.approved()
  const send = (more) => desk.run(['send', draft, '--yes'], more)
  const smtps = (port) => ({ INTERMISSION_SMTP: `smtps://localhost:${port}` })
  const stranger = { SSL_CERT_FILE: desk.file('stranger.pem') }
  const nobody = { SSL_CERT_FILE: inCheckout('tests/notices/mail.test.mjs') }
  const unknown = /cannot be trusted: invalid peer certificate: UnknownIssuer[^]*whoever issued the certificate is unknown/
  const table = [
    // An authority that nobody here knows, or none at all.
    [stranger, 69, unknown],
    [nobody, 69, /cannot be trusted: .*No CA certificates[^]*whoever issued the certificate is unknown/],
    [{ ...stranger, ...smtps(desk.server.encrypted) }, 69, unknown],
    // The certificate of another host.
    [smtps(desk.server.other), 69, /cannot be trusted: .*not valid for name "localhost".*"mail\.example\.org"[^]*is the name right/],
    // It speaks STARTTLS there.
    [smtps(desk.server.port), 69, /cannot be trusted: [^]*something else than TLS/],
    [{ INTERMISSION_SMTP_PASSWORD: 'wrong horse' }, 77, /does not let us in: .*535/],
    [{ INTERMISSION_SMTP_PASSWORD: undefined }, 2, /INTERMISSION_SMTP_PASSWORD is not set/],
    [{ INTERMISSION_SMTP: `smtp://rita:secret-word@localhost:${desk.server.port}` }, 2, /without user and path/],
    [{ INTERMISSION_SMTP: 'smtp://mail.example.org:25?tls=none' }, 2, /without encryption/],
    [{ INTERMISSION_SMTP: 'smtp://localhost:1' }, 69, /cannot be reached/],
    [{ INTERMISSION_SMTP: undefined }, 2, /expected a mail server/],
  ]
  for (const [more, code, words] of table) {
    const told = await send(more)
    assert.equal(told.code, code, told.all)
    assert.match(told.stderr, words)
    assert.doesNotMatch(told.all, /correct horse|wrong horse|secret-word/)
  }
  assert.equal(desk.server.taken.length, 0)
  assert.deepEqual((await readdir(desk.file('notices', draft))).filter((file) => file === 'sent.jsonl'), [])
})
