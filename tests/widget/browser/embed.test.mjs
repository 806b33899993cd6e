// The examples of examples/embed, on an origin of their own, with the banner of the edge: shown, put away, heard by the
// application. And the loader by its version: with the digest of its bytes it runs, with another one it does not.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'

import { openBrowser, visit } from '../../harness/browser.mjs'
import { inCheckout } from '../../harness/checkout.mjs'
import { serveFiles } from '../../harness/files.mjs'
import { compile, demoSchedule } from '../../harness/schedule.mjs'
import { openSite } from '../../harness/site.mjs'

const minute = 6e4
const start = Date.now() + 20 * minute
const site = await openSite({ timeline: await compile(await demoSchedule(start, start + 120 * minute)) })
const edge = `http://127.0.0.1:${site.port}`
const browser = await openBrowser()

const examples = inCheckout('examples/embed')
const bundles = await mkdtemp(join(tmpdir(), 'intermission-embed-'))
after(() => rm(bundles, { recursive: true }))

/** Bundles an application with what the tests have installed. */
async function bundle(app) {
  const esbuild = inCheckout('xtask/node_modules/esbuild/bin/esbuild')
  const words = ['--bundle', '--format=esm', '--jsx=automatic', '--define:process.env.NODE_ENV="production"',
    '--define:__VUE_OPTIONS_API__=false', '--define:__VUE_PROD_DEVTOOLS__=false', '--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false']
  const outfile = join(bundles, app.split('/')[0], 'bundle.js')
  await promisify(execFile)('node', [esbuild, join(examples, app), ...words, `--outfile=${outfile}`], {
    env: { ...process.env, NODE_PATH: inCheckout('tests/node_modules') },
  })
}

await bundle('react/app.jsx')
await bundle('vue/app.js')

for (const path of ['/plain.html', '/react/index.html', '/vue/index.html']) {
  test(path, async (t) => {
    const host = await serveFiles(t, {
      folders: { '/': examples, '/react/bundle.js': join(bundles, 'react/bundle.js'), '/vue/bundle.js': join(bundles, 'vue/bundle.js') },
      change: (text) => text.replaceAll('https://registry.example', edge),
    })
    const { page, complaints } = await visit(t, browser, host, { locale: 'en-US' })
    await page.goto(path)
    const region = page.getByRole('region')
    await region.first().waitFor()
    // An application may place its element later than the script puts one at the top: the application's stays.
    await page.waitForFunction(() => {
      const [banner, another] = document.querySelectorAll('maintenance-banner')
      return banner.channel === 'web' && !another
    })
    assert.match(await page.locator('[part=state]').innerText(), /^Starts in /)
    const heard = page.locator('#heard')
    await page.waitForFunction(() => document.querySelector('#heard').textContent !== 'nothing')
    assert.equal(await heard.innerText(), 'phasechange imminent')
    await page.evaluate(() => addEventListener('dismiss', () => { globalThis.dismissed = true }))
    await region.getByRole('button', { name: 'Dismiss' }).click()
    await region.waitFor({ state: 'hidden' })
    // It says that somebody puts it away, and then that nothing is shown any more.
    assert.equal(await page.evaluate(() => globalThis.dismissed), true)
    assert.equal(await heard.innerText(), 'phasechange null')
    assert.deepEqual(complaints, [])
  })
}

const [version] = await readdir(join(process.env.INTERMISSION_BUILD ?? inCheckout('build'), 'widget/banner'))
const versioned = `${edge}/_maintenance/banner/${version}`

/** As HTML states the digest of a file; `about` stands for other bytes. */
async function digest(file, about = '') {
  const bytes = await readFile(join(process.env.INTERMISSION_BUILD ?? inCheckout('build'), 'widget/banner', version, file))
  return `sha384-${createHash('sha384').update(bytes).update(about).digest('base64')}`
}

/** A page that pins the loader, and by an import map the script that the loader fetches. */
async function pinned(t, { loader = '', rest = '' }) {
  const map = { integrity: { [`${versioned}/define.js`]: await digest('define.js', rest) } }
  const host = await serveFiles(t, {
    pages: {
      '/': `<!DOCTYPE html><html lang="en"><title>Vendor</title><main><h1>Vendor</h1></main>
        <script type="importmap">${JSON.stringify(map)}</script>
        <script type="module" src="${versioned}/banner.js" integrity="${await digest('banner.js', loader)}" crossorigin></script>`,
    },
  })
  const visitor = await visit(t, browser, host, { locale: 'en-US' })
  await visitor.page.goto('/')
  return visitor
}

test('a pinned loader runs', async (t) => {
  const { page, complaints } = await pinned(t, {})
  await page.getByRole('region').waitFor()
  assert.deepEqual(complaints, [])
  const loader = await site.send({ path: `/_maintenance/banner/${version}/banner.js` })
  assert.equal(loader.header('Cache-Control'), 'public, max-age=31536000, immutable')
  assert.equal(loader.header('Access-Control-Allow-Origin'), '*')
})

test('another loader than the pinned one is blocked', async (t) => {
  const { page, complaints } = await pinned(t, { loader: 'another' })
  await page.waitForLoadState('networkidle')
  assert.equal(await page.locator('maintenance-banner').count(), 0)
  assert.ok(complaints.some((complaint) => complaint.includes('integrity')), complaints.join('\n'))
})

test('another script than the one pinned by the import map is blocked, and a plain line stands in', async (t) => {
  const { page, complaints } = await pinned(t, { rest: 'another' })
  await page.getByText(/^Lone Star Immunization Registry · /).waitFor()
  assert.equal(await page.getByRole('region').count(), 0)
  assert.ok(complaints.some((complaint) => complaint.includes('integrity')), complaints.join('\n'))
})
