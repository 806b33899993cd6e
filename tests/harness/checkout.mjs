// Where the built things lie: as `cargo xtask test` says, or else where `cargo xtask build` puts them.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A path below the root of the repository. */
export function inCheckout(...parts) {
  return join(root, ...parts)
}

/** The runtime's own program. npm's script of the same name would stand between us and its signals. */
export const workerd = built('INTERMISSION_WORKERD', 'xtask/node_modules/@cloudflare', runtimePackage(), 'bin/workerd')

/** Compiles schedules. */
export const xtask = built('INTERMISSION_XTASK', 'target/debug/xtask')

/** The operator's command, which `cargo test` builds. */
export function intermission() {
  return existing(inCheckout('target/debug/intermission'), 'cargo build -p intermission')
}

export const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** The bundle of a profile: `dev`, which believes the header that sets the clock, or `release`. */
export function bundleFolder(profile) {
  const folder = join(process.env.INTERMISSION_BUILD ?? inCheckout('build'), profile)
  return existing(folder, `cargo xtask build --profile ${profile}`)
}

function built(variable, ...parts) {
  return process.env[variable] ?? existing(inCheckout(...parts), 'cargo xtask build --profile dev')
}

function existing(path, command) {
  if (existsSync(path)) return path
  throw new Error(`${path} is not there; run \`${command}\` first`)
}

function runtimePackage() {
  const machine = process.arch === 'x64' ? '64' : process.arch
  return `workerd-${process.platform}-${machine}`
}
