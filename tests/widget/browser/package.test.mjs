// The npm package: what npm makes of it, what TypeScript knows of it, and that it runs from a page's own host with the
// timeline of a service elsewhere.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'

import { openBannerSite, start, window } from '../../harness/banner.mjs'
import { openBrowser, visit } from '../../harness/browser.mjs'
import { inCheckout } from '../../harness/checkout.mjs'
import { serveFiles } from '../../harness/files.mjs'

const run = promisify(execFile)
const npm = (folder, ...words) => run('npm', [...words, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder })

const name = '@intermission/maintenance-banner'
const project = await mkdtemp(join(tmpdir(), 'intermission-package-'))
after(() => rm(project, { recursive: true }))

// A project that has nothing but what npm packs.
const built = join(process.env.INTERMISSION_BUILD ?? inCheckout('build'), 'package')
const [packed] = JSON.parse((await npm(built, 'pack', '--json', '--pack-destination', project)).stdout)
await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
await npm(project, 'install', join(project, packed.filename))
const installed = join(project, 'node_modules', name)

test('it has the files, their licences, and the version of the workspace', async () => {
  const version = (await readFile(inCheckout('Cargo.toml'), 'utf8')).match(/^version = "(.+)"$/m)[1]
  assert.deepEqual([packed.name, packed.version], [name, version])
  const files = packed.files.map(({ path }) => path.replace(/^banner\/[0-9a-f]{10}\//, 'banner/VERSION/'))
  for (const file of [
    'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'banner.js', 'index.d.ts', 'package.json', 'react.d.ts',
    'banner/VERSION/banner.js', 'banner/VERSION/define.js', 'banner/VERSION/widget.wasm', 'banner/VERSION/words/en.json',
  ]) assert.ok(files.includes(file), `${file} in ${files.join(', ')}`)
  const { exports } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  for (const { types, default: script } of [exports['.'], exports['./banner.js'], exports['./react']]) {
    for (const path of [types, script].filter(Boolean)) await readFile(join(installed, path))
  }
})

test('its wasm asks nothing of the page but wasm-bindgen’s own table, has no words for panics, and names no place where it was built', async () => {
  const { path } = packed.files.find(({ path }) => path.endsWith('/widget.wasm'))
  const bytes = await readFile(join(installed, path))
  const asked = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ name }) => name)
  assert.deepEqual(asked, ['__wbindgen_init_externref_table'])
  assert.doesNotMatch(bytes.toString('latin1'), /panicked|\.cargo|\/home\/|\/root\//)
})

test('TypeScript knows the element, its events and its attributes', async () => {
  for (const types of ['@types/react', 'csstype']) {
    await cp(inCheckout('tests/node_modules', types), join(project, 'node_modules', types), { recursive: true })
  }
  await writeFile(join(project, 'page.ts'), `
    import type { MaintenancePhase } from '${name}'
    import '${name}'

    const banner = document.createElement('maintenance-banner')
    banner.channel = 'web'
    banner.hasUnsavedWork = () => false
    banner.addEventListener('beforestart', (event) => {
      const time: number = event.detail.start.getTime()
      if (event.detail.last && time) event.preventDefault()
    })
    banner.addEventListener('dismiss', ({ detail }) => detail.window.id.length)
    banner.addEventListener('click', ({ clientX }) => clientX)
    document.querySelector('maintenance-banner')?.refresh().then(() => banner.dismiss())
    const phase: MaintenancePhase | null = banner.phase
    const summary: string | null | undefined = banner.window?.summary
    console.log(phase, summary)
    // @ts-expect-error It is told, not set.
    banner.phase = 'active'
    // @ts-expect-error There is no such phase.
    if (banner.phase === 'paused') banner.remove()
    // @ts-expect-error There may be no window.
    banner.window.id
  `)
  await writeFile(join(project, 'page.tsx'), `
    /// <reference types="${name}/react" />
    import { useRef } from 'react'
    import type { MaintenanceBanner } from '${name}'

    export function Banner() {
      const banner = useRef<MaintenanceBanner>(null)
      return <maintenance-banner ref={banner} channel="web" src="https://service.example/_maintenance/timeline.json" remind
        ondismiss={({ detail }) => detail.phase} onbeforestart={(event) => event.preventDefault()}>…</maintenance-banner>
    }

    // @ts-expect-error Channels are called by their ids.
    export const Wrong = () => <maintenance-banner channel={5} />
  `)
  const tsc = inCheckout('tests/node_modules/typescript/bin/tsc')
  const words = [
    '--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext', '--jsx', 'react-jsx', 'page.ts', 'page.tsx',
  ]
  const { stdout } = await run('node', [tsc, ...words], { cwd: project }).catch((error) => error)
  assert.equal(stdout, '')
})

test('from a page’s own host, it tells of a service elsewhere', async (t) => {
  const service = await openBannerSite()
  Object.assign(service, { now: start - 36e5, windows: [window()] })
  const timeline = `http://127.0.0.1:${service.port}/_maintenance/timeline.json`
  const host = await serveFiles(t, {
    folders: { '/': project },
    pages: {
      '/': `<!DOCTYPE html><html lang="en"><title>Vendor</title>
        <script type="importmap">{ "imports": { "${name}": "/node_modules/${name}/banner.js" } }</script>
        <maintenance-banner channel="web" src="${timeline}"></maintenance-banner><main><h1>Vendor</h1></main>
        <script type="module">import '${name}'</script>`,
    },
  })
  const { page, complaints } = await visit(t, await openBrowser(), host, { locale: 'en-US' })
  await page.goto('/')
  await page.getByRole('region').waitFor()
  assert.match(await page.locator('[part=state]').innerText(), /^Starts in /)
  const details = await page.getByRole('link', { name: 'Details' }).getAttribute('href')
  assert.equal(details, `http://127.0.0.1:${service.port}/_maintenance/windows/deployment`)
  // Of the service, nothing but its timeline was asked for.
  assert.deepEqual([...new Set(service.requests)], ['/_maintenance/timeline.json'])
  assert.deepEqual(complaints, [])
})
