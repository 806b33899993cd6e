// A copy of a built bundle, with another timeline or another configuration than the one it was built with.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { bundleFolder } from './checkout.mjs'

const disk = 'keeper-disk'

/**
 * Copies the bundle of a profile.
 *
 * `timeline` are the bytes that take the place of the timeline that was built in; `configure` is given the text of
 * `workerd.capnp` and gives back another one. The copy has an empty folder for its keeper.
 */
export async function copyBundle({ profile, timeline, configure }) {
  const folder = await mkdtemp(join(tmpdir(), 'intermission-bundle-'))
  // What `cargo xtask dev` let its keeper keep there is nobody else's.
  const filter = (path) => !path.endsWith(disk)
  await cp(bundleFolder(profile), folder, { recursive: true, filter })
  const configuration = join(folder, 'workerd.capnp')
  const keeperFolder = join(folder, disk)
  await mkdir(keeperFolder)
  if (timeline !== undefined) await writeFile(join(folder, 'timeline.bin'), timeline)
  if (configure) await writeFile(configuration, configure(await readFile(configuration, 'utf8')))
  return { folder, configuration, keeperFolder, remove: () => rm(folder, { recursive: true }) }
}

/** The text with `from` replaced, which must be in it: a configuration that has moved on must not test nothing. */
export function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`expected \`${from}\` in the configuration:\n${text}`)
  return text.replace(from, () => to)
}
