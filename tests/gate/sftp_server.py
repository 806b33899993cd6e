# An SFTP server over a folder, for anybody, with a banner that is read for each connection: as OpenSSH does with
# `Banner`. It says its port.

import asyncio
import sys

import asyncssh

root, banner = sys.argv[1:]


class Server(asyncssh.SSHServer):
    def connection_made(self, connection):
        self.connection = connection

    def begin_auth(self, username):
        with open(banner, encoding='utf-8') as file:
            text = file.read()
        if text:
            self.connection.send_auth_banner(text)
        return True

    def password_auth_supported(self):
        return True

    def validate_password(self, username, password):
        return True


class Files(asyncssh.SFTPServer):
    def __init__(self, channel):
        super().__init__(channel, chroot=root)


async def main():
    open(banner, 'a').close()
    server = await asyncssh.create_server(
        Server, '127.0.0.1', 0, server_host_keys=[asyncssh.generate_private_key('ssh-ed25519')], sftp_factory=Files)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
