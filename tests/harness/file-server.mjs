// File servers that are none of ours, as partners know them: vsftpd, plain and with TLS, and SFTP by asyncssh; and a
// partner who uploads.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { inCheckout } from './checkout.mjs'
import { startProgram } from './child.mjs'
import { interpreter } from './python.mjs'
import { becomesReachable } from './reachable.mjs'

const vsftpd = process.env.VSFTPD ?? '/usr/sbin/vsftpd'

/** Why there is no test with vsftpd on this machine, or false. */
export const withoutVsftpd = existsSync(vsftpd) ? false : `there is no ${vsftpd} on this machine`

/** vsftpd with a folder `incoming`, into which anybody may upload. `tls` is implicit, as the registry has it. */
export async function openFtpFor(t, { tls = false } = {}) {
  const server = await openFolderFor(t)
  await writeFile(server.banner, '')
  const secure = tls ? certificate(server.folder) : []
  const configuration = join(server.folder, 'vsftpd.conf')
  server.port = await freePort()
  await writeFile(configuration, [
    'listen=YES', 'background=NO', 'listen_address=127.0.0.1', `listen_port=${server.port}`,
    // Without the rights of root, and so without a cage.
    'run_as_launching_user=YES', 'seccomp_sandbox=NO', `secure_chroot_dir=${server.root}`,
    'anonymous_enable=YES', 'no_anon_password=YES', `anon_root=${server.root}`, 'anon_umask=022',
    'write_enable=YES', 'anon_upload_enable=YES', 'anon_other_write_enable=YES',
    // What docs/gate.md asks for.
    `banner_file=${server.banner}`, 'ftpd_banner=Welcome.', 'dirmessage_enable=YES',
    ...secure, '',
  ].join('\n'))
  const { close } = startProgram(vsftpd, [configuration], { stdio: ['ignore', 'inherit', 'inherit'] })
  t.after(close)
  await becomesReachable(server.port)
  return { ...server, kind: tls ? 'ftps' : 'ftp' }
}

/** The same by SFTP. */
export async function openSftpFor(t) {
  const server = await openFolderFor(t)
  const { child, close } = startPython('sftp_server.py', [server.root, server.banner])
  t.after(close)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { ...server, port: Number(line), kind: 'sftp' }
}

/** Somebody who uploads; each step is answered by what the server said. */
export function openPartnerFor(t, { kind, port }) {
  const { child, close } = startPython('partner.py', [kind, port])
  t.after(close)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return async (step, ...words) => {
    child.stdin.write(`${JSON.stringify([step, ...words])}\n`)
    const { value, done } = await lines.next()
    if (done) throw new Error(`the partner is gone after ${step} ${words[0]}`)
    return JSON.parse(value)
  }
}

async function openFolderFor(t) {
  const folder = await mkdtemp(join(tmpdir(), 'intermission-files-'))
  const root = join(folder, 'root')
  await mkdir(join(root, 'incoming'), { recursive: true })
  t.after(() => rm(folder, { recursive: true, force: true }))
  return { folder, root, incoming: join(root, 'incoming'), banner: join(folder, 'banner') }
}

function certificate(folder) {
  const file = join(folder, 'server.pem')
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1', '-keyout', file, '-out', file,
  ], { stdio: 'ignore' })
  return [
    'ssl_enable=YES', 'implicit_ssl=YES', 'allow_anon_ssl=YES', 'force_anon_data_ssl=YES', 'force_anon_logins_ssl=YES',
    'require_ssl_reuse=NO', `rsa_cert_file=${file}`, `rsa_private_key_file=${file}`,
  ]
}

function startPython(script, words) {
  const path = inCheckout('tests/gate', script)
  return startProgram(interpreter(), ['-I', path, ...words.map(String)], { stdio: ['pipe', 'pipe', 'inherit'] })
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}
