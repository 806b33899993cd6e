# A partner who uploads files, by FTP, by FTP over TLS from the first octet on, or by SFTP. Steps come as lines of
# JSON on standard input; each is answered by one line.
#
#   ["enter"]               connects and goes to the folder: what the server says meanwhile
#   ["store", name, text]   uploads a file
#   ["begin", name, text]   uploads the first part of a file, and leaves the connection open
#   ["finish", text]        uploads the rest of it
#   ["leave"]

import asyncio
import ftplib
import io
import json
import ssl
import sys

import asyncssh

kind, port = sys.argv[1], int(sys.argv[2])


class ImplicitTls(ftplib.FTP_TLS):
    """ftplib speaks TLS only once it was asked in the clear."""

    @property
    def sock(self):
        return self._wrapped

    @sock.setter
    def sock(self, value):
        if value is not None and not isinstance(value, ssl.SSLSocket):
            value = self.context.wrap_socket(value)
        self._wrapped = value


class Ftp:
    def __init__(self):
        self.data = None

    def enter(self):
        if kind == 'ftps':
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            self.ftp = ImplicitTls(context=context)
        else:
            self.ftp = ftplib.FTP()
        banner = self.ftp.connect('127.0.0.1', port, timeout=20)
        if kind == 'ftps':
            # The connection is encrypted already.
            ftplib.FTP.login(self.ftp)
            self.ftp.prot_p()
        else:
            self.ftp.login()
        return {'banner': banner, 'message': self.ftp.cwd('incoming')}

    def store(self, name, text):
        return {'said': self.ftp.storbinary(f'STOR {name}', io.BytesIO(text.encode()))}

    def begin(self, name, text):
        self.ftp.voidcmd('TYPE I')
        self.data = self.ftp.transfercmd(f'STOR {name}')
        self.data.sendall(text.encode())
        return {}

    def finish(self, text):
        self.data.sendall(text.encode())
        if kind == 'ftps':
            self.data = self.data.unwrap()
        self.data.close()
        return {'said': self.ftp.voidresp()}

    def leave(self):
        return {'said': self.ftp.quit()}


class Sftp:
    def __init__(self):
        self.loop = asyncio.new_event_loop()

    def run(self, work):
        return self.loop.run_until_complete(work)

    def enter(self):
        told = []

        class Listener(asyncssh.SSHClient):
            def auth_banner_received(self, text, lang):
                told.append(text)

        self.connection, _ = self.run(asyncssh.create_connection(
            Listener, '127.0.0.1', port, username='partner', password='', known_hosts=None, client_keys=None, config=None))
        self.sftp = self.run(self.connection.start_sftp_client())
        return {'banner': ''.join(told), 'message': ''}

    def store(self, name, text):
        self.begin(name, text)
        return self.finish('')

    def begin(self, name, text):
        self.file = self.run(self.sftp.open(f'incoming/{name}', 'wb'))
        self.run(self.file.write(text.encode()))
        return {}

    def finish(self, text):
        if text:
            self.run(self.file.write(text.encode()))
        self.run(self.file.close())
        return {'said': 'closed'}

    def leave(self):
        self.connection.close()
        self.run(self.connection.wait_closed())
        return {'said': 'bye'}


partner = Sftp() if kind == 'sftp' else Ftp()
for line in sys.stdin:
    step, *words = json.loads(line)
    try:
        answer = getattr(partner, step)(*words)
    except Exception as error:
        answer = {'error': f'{type(error).__name__}: {error}'}
    print(json.dumps(answer), flush=True)
