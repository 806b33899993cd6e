// The recipes of examples/gate as they stand there, with other paths: the line of cron in cron's bare environment, the
// lines of the unit by systemd's rules, the poller with what partners send.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, test } from 'node:test'

import { inCheckout, intermission } from '../harness/checkout.mjs'
import { openMachineFor } from '../harness/gate.mjs'
import { openPoller } from '../harness/poller.mjs'
import { interpreter } from '../harness/python.mjs'
import { founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const { inside, end } = founding
const day = 24 * 60 * 60 * 1000
const site = await openSite()
const recipe = (name) => readFile(inCheckout('examples/gate', name), 'utf8')
const recipes = {}

before(async () => {
  for (const name of ['crontab', 'gate.env', 'intermission-poll.service', 'drain-and-deploy.sh']) recipes[name] = await recipe(name)
})

test('cron: held inside the window and silent about it, processed after it', async (t) => {
  const { machine, poller, place } = await openFor(t)
  const lines = place(recipes.crontab).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const [line] = lines.filter((line) => line.startsWith('* * * * * iis '))
  const variables = Object.fromEntries(lines.filter((other) => other !== line).map((other) => other.split(/=(.*)/)))
  // As cron.daemon(8) has it, and what a test has besides.
  const env = { HOME: machine.folder, PATH: '/usr/bin:/bin', LOGNAME: 'iis', ...variables, ...own(machine, poller) }
  const run = () => shell(line.slice('* * * * * iis '.length), env, variables.SHELL)
  assert.deepEqual(await run(), { code: 75, stdout: '', stderr: '' })
  assert.match(await readFile(machine.at('banner'), 'utf8'), /ends Thursday, February 6, 2025, 9:00 p\.m\. \(CT\)/)
  await machine.clock(end)
  assert.deepEqual(await run(), { code: 0, stdout: '', stderr: '' })
  assert.deepEqual(await poller.results(), [['a.hl7', 'a']])
  assert.equal(await readFile(machine.at('banner'), 'utf8'), '')
})

test('systemd: the condition skips what is held, and lets fail what is not known', async (t) => {
  const { machine, poller, place } = await openFor(t)
  const unit = place(recipes['intermission-poll.service'])
  const line = (key) => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)[1].replaceAll('$$', '$')
  const variables = Object.fromEntries(place(recipes['gate.env']).split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(/=(.*)/)))
  const env = { PATH: '/usr/bin:/bin', ...variables, ...own(machine, poller) }
  const condition = () => shell(line('ExecCondition'), env)
  // From 1 to 254 is skipped, and not what `SuccessExitStatus` has, which would be taken for 0.
  assert.equal((await condition()).code, 1)
  assert.equal(line('SuccessExitStatus'), '75')
  assert.equal((await shell(line('ExecStart'), env)).code, 75)
  await machine.clock(end)
  assert.deepEqual(await condition(), { code: 0, stdout: '', stderr: '' })
  assert.equal((await shell(line('ExecStart'), env)).code, 0)
  assert.deepEqual(await poller.results(), [['a.hl7', 'a']])
  await machine.clock(end + day)
  const alone = { ...env, INTERMISSION_URL: 'http://127.0.0.1:1' }
  const unknown = await shell(line('ExecCondition'), alone)
  assert.equal(unknown.code, 255)
  assert.match(unknown.stderr, /^error: the copy /m)
})

test('maintenance that begins with its window', async (t) => {
  const { machine, poller, place } = await openFor(t)
  await writeFile(machine.at('gate.env'), place(recipes['gate.env']))
  const script = place(recipes['drain-and-deploy.sh']).replace('/etc/intermission/gate.env', machine.at('gate.env'))
  await writeFile(machine.at('deploy.sh'), script)
  await chmod(machine.at('deploy.sh'), 0o755)
  const told = await shell(`${machine.at('deploy.sh')} echo deployed`, { PATH: '/usr/bin:/bin', ...own(machine, poller) })
  assert.deepEqual([told.code, told.stdout], [0, 'deployed\n'])
  assert.match(told.stderr, /^drained: no batch of `ftp` runs, and none starts\n$/m)
})

test('the task for Windows is XML', async () => {
  const read = 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])'
  const file = inCheckout('examples/gate/task.xml')
  const { code, stderr } = await new Promise((resolve) => {
    execFile(interpreter(), ['-I', '-c', read, file], (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stderr }))
  })
  assert.equal(code, 0, stderr)
})

test('the poller takes what is whole, and leaves alone what is not', async (t) => {
  const { machine, poller, incoming } = await openFor(t)
  await machine.clock(end)
  const trailer = 'BTS|1\nFTS|1\n'
  const files = {
    'a.hl7': 'a', 'with a blank.txt': 'b', '-rf': 'c', 'whole.hl7': `FHS|^~\\&|\nMSH|\n${trailer}`, 'batch.hl7': 'BHS|^~\\&|\nBTS|1\n',
    'half.hl7': 'FHS|^~\\&|\nMSH|\n', 'halfbatch.hl7': 'BHS|^~\\&|\nMSH|\n', 'up.part': 'd', 'up.filepart': 'e', 'up.tmp': 'f',
    '.hidden': 'g',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(incoming, name), text)
  await poller.settle()
  await writeFile(join(incoming, 'just-now.txt'), 'h')
  assert.equal((await poller.run()).code, 0)
  const taken = ['-rf', 'a.hl7', 'batch.hl7', 'whole.hl7', 'with a blank.txt']
  assert.deepEqual(await poller.results(), taken.map((name) => [name, files[name]]))
  const left = ['.hidden', 'half.hl7', 'halfbatch.hl7', 'just-now.txt', 'up.filepart', 'up.part', 'up.tmp']
  assert.deepEqual((await readdir(incoming)).sort(), left)
})

test('a file that cannot be processed stays and is tried again, and the same name may come twice', async (t) => {
  const { machine, poller, incoming } = await openFor(t)
  await machine.clock(end)
  await poller.settle()
  await rm(machine.at('results'), { recursive: true })
  assert.equal((await poller.run()).code, 1)
  await writeFile(join(incoming, 'a.hl7'), 'another')
  await poller.settle()
  assert.equal((await poller.run()).code, 1)
  assert.deepEqual(await poller.left(), ['a.hl7', 'a.hl7'], 'neither is lost')
  await mkdir(machine.at('results'))
  assert.equal((await poller.run()).code, 0)
  assert.deepEqual((await poller.results()).map(([, text]) => text).sort(), ['a', 'another'])
})

/** A machine inside the window with a file that waits; `place` puts its paths into a recipe. */
async function openFor(t) {
  const machine = await openMachineFor(t, { port: site.port, now: inside })
  const incoming = machine.at('incoming')
  await mkdir(incoming)
  const poller = await openPoller(machine, { incoming })
  await writeFile(join(incoming, 'a.hl7'), 'a')
  await poller.settle()
  const paths = [
    ['/usr/local/bin/intermission', intermission()], ['https://registry.example.org', `http://127.0.0.1:${site.port}`],
    ['/var/lib/intermission-gate/banner', machine.at('banner')], ['/var/lib/intermission-gate', machine.at('state')],
    ['/srv/ftp/incoming', incoming], ['/srv/ftp/work', machine.at('work')], ['/srv/ftp/done', machine.at('done')],
    ['/opt/iis/poll.sh', inCheckout('examples/gate/poll.sh')], ['/opt/iis/process', inCheckout('tests/gate/process.sh')],
    ['\nintermission gate', `\n${intermission()} gate`],
  ]
  const place = (text) => paths.reduce((text, [from, to]) => text.replaceAll(from, to), text)
  return { machine, poller, incoming, place }
}

/** What a test needs besides the recipe's own variables. */
function own(machine, poller) {
  return { INTERMISSION_CLOCK: machine.environment.INTERMISSION_CLOCK, LOG: poller.variables.LOG, RESULTS: poller.variables.RESULTS }
}

function shell(line, env, program = '/bin/sh') {
  return new Promise((resolve) => {
    execFile(program, ['-c', line], { env }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr: stderr.replace(/^the clock is set to .*\n/mg, '') })
    })
  })
}
