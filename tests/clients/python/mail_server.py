"""A mail server (aiosmtpd) that insists on encryption and a password, and does what names of recipients ask for.

    python3 -I mail_server.py FOLDER

Its first line says on which port it wants STARTTLS, on which it is encrypted from the beginning, on which so with a
certificate of another host, and which authority signs for all; each later line is a mail that it took. By the part before
the @ of a recipient: `refused` is refused; `laterN` is put off N times; `hang` is taken, and never answered;
`gone` is taken, and the connection dropped. Everybody else's mail is taken.
"""

import asyncio
import datetime
import json
import logging
import re
import ssl
import sys
import warnings
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

folder = Path(sys.argv[1])

# It complains of its own ways, which nobody here can change.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)
warnings.simplefilter("ignore")


def say(**told):
    print(json.dumps(told), flush=True)


def certificate(name, issuer=None, key_of_issuer=None, host="localhost"):
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    if issuer:
        names = [x509.DNSName(host)]
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return key, builder.sign(key_of_issuer or key, hashes.SHA256())


def write_certificates():
    authority_key, authority = certificate("The authority of a test")
    pem = serialization.Encoding.PEM
    _, stranger = certificate("Another authority")
    (folder / "authority.pem").write_bytes(authority.public_bytes(pem))
    (folder / "stranger.pem").write_bytes(stranger.public_bytes(pem))
    for host in ["localhost", "mail.example.org"]:
        key, leaf = certificate(host, authority, authority_key, host)
        private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        (folder / f"{host}.pem").write_bytes(private + leaf.public_bytes(pem))


def context(host):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{host}.pem")
    return context


class Handler:
    def __init__(self):
        self.put_off = {}
        self.taken = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "refused":
            return "550 5.1.1 nobody is called so"
        later = re.fullmatch(r"later(\d+)", name)
        if later:
            times = self.put_off.get(address, 0)
            if times < int(later[1]):
                self.put_off[address] = times + 1
                return "451 4.7.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        self.taken += 1
        file = folder / f"{self.taken}.eml"
        file.write_bytes(envelope.original_content)
        encrypted = server.transport.get_extra_info("ssl_object") is not None
        say(to=envelope.rcpt_tos, sender=envelope.mail_from, file=str(file), encrypted=encrypted)
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "hang":
            await asyncio.Event().wait()
        if name == "gone":
            server.transport.abort()
        return "250 2.0.0 taken"


def authenticator(server, session, envelope, mechanism, data):
    known = (data.login, data.password) == (b"rita", b"correct horse")
    return AuthResult(success=known, handled=known)


async def main():
    write_certificates()
    handler, trusted = Handler(), context("localhost")

    def starttls():
        return session(tls_context=trusted, require_starttls=True)

    def encrypted():
        # It cannot tell that the connection is encrypted already, and would take no password there.
        return session(auth_require_tls=False)

    def session(**more):
        return SMTP(handler, hostname="localhost", auth_required=True, authenticator=authenticator, **more)

    listen = asyncio.get_running_loop().create_server
    servers = {
        "port": await listen(starttls, "127.0.0.1", 0),
        "encrypted": await listen(encrypted, "127.0.0.1", 0, ssl=trusted),
        "other": await listen(encrypted, "127.0.0.1", 0, ssl=context("mail.example.org")),
    }
    ports = {name: server.sockets[0].getsockname()[1] for name, server in servers.items()}
    say(authority=str(folder / "authority.pem"), **ports)
    await asyncio.gather(*(server.serve_forever() for server in servers.values()))


asyncio.run(main())
