//! The options that curl knows, up to 8.17: which of them say something about the request, and
//! which take a value. The value of an option that is not known would be taken for the address.

/// What an option says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Meaning {
    /// It stands alone.
    Alone(Alone),
    /// A value follows it.
    With(With),
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Alone {
    Get,
    Head,
    Next,
    /// It says nothing about the request.
    Nothing,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum With {
    Bearer,
    Config,
    Cookie,
    /// With `@` it names a file.
    Data,
    DataRaw,
    DataUrlencode,
    Form,
    Header,
    Json,
    Query,
    Referer,
    Request,
    Target,
    Upload,
    Url,
    User,
    UserAgent,
    /// It says nothing about the request.
    Nothing,
}

/// The meaning of an option by its name, without the hyphens.
pub(super) fn long(name: &str) -> Option<Meaning> {
    let with = match name {
        "config" => With::Config,
        "cookie" => With::Cookie,
        "data" | "data-ascii" | "data-binary" => With::Data,
        "data-raw" => With::DataRaw,
        "data-urlencode" => With::DataUrlencode,
        "form" | "form-string" => With::Form,
        "get" => return Some(Meaning::Alone(Alone::Get)),
        "head" => return Some(Meaning::Alone(Alone::Head)),
        "header" => With::Header,
        "json" => With::Json,
        "next" => return Some(Meaning::Alone(Alone::Next)),
        "oauth2-bearer" => With::Bearer,
        "referer" => With::Referer,
        "request" => With::Request,
        "request-target" => With::Target,
        "upload-file" => With::Upload,
        "url" => With::Url,
        "url-query" => With::Query,
        "user" => With::User,
        "user-agent" => With::UserAgent,
        _ if has(WITH_A_VALUE, name) => With::Nothing,
        _ if is_switch(name) => return Some(Meaning::Alone(Alone::Nothing)),
        _ => return None,
    };
    Some(Meaning::With(with))
}

/// The meaning of an option of one letter.
pub(super) fn short(letter: char) -> Option<Meaning> {
    let with = match letter {
        'A' => With::UserAgent,
        'b' => With::Cookie,
        'd' => With::Data,
        'e' => With::Referer,
        'F' => With::Form,
        'G' => return Some(Meaning::Alone(Alone::Get)),
        'H' => With::Header,
        'I' => return Some(Meaning::Alone(Alone::Head)),
        'K' => With::Config,
        ':' => return Some(Meaning::Alone(Alone::Next)),
        'T' => With::Upload,
        'u' => With::User,
        'X' => With::Request,
        'c' | 'C' | 'D' | 'E' | 'm' | 'o' | 'P' | 'Q' | 'r' | 't' | 'U' | 'w' | 'x' | 'y' | 'Y'
        | 'z' => With::Nothing,
        '#' | '0' | '1' | '2' | '3' | '4' | '6' | 'a' | 'B' | 'f' | 'g' | 'h' | 'i' | 'j' | 'J'
        | 'k' | 'l' | 'L' | 'M' | 'n' | 'N' | 'O' | 'p' | 'q' | 'R' | 's' | 'S' | 'v' | 'V'
        | 'Z' => return Some(Meaning::Alone(Alone::Nothing)),
        _ => return None,
    };
    Some(Meaning::With(with))
}

/// A switch may also be turned off: `--no-compressed`.
fn is_switch(name: &str) -> bool {
    has(ALONE, name) || name.strip_prefix("no-").is_some_and(|name| has(ALONE, name))
}

fn has(list: &str, name: &str) -> bool {
    list.split_whitespace().any(|known| known == name)
}

const WITH_A_VALUE: &str = "
    abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers connect-timeout
    connect-to continue-at cookie-jar create-file-mode crlfile curves delegation dns-interface
    dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine etag-compare
    etag-save expect100-timeout ftp-account ftp-alternative-to-user ftp-method ftp-port
    ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip hostpubmd5 hostpubsha256 hsts
    interface ip-tos ipfs-gateway keepalive-cnt keepalive-time key key-type knownhosts krb libcurl
    limit-rate local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs
    max-time netrc-file noproxy output output-dir parallel-max parallel-max-host pass pinnedpubkey
    preproxy proto proto-default proto-redir proxy proxy-cacert proxy-capath proxy-cert
    proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass
    proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword
    proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file range rate resolve retry retry-delay
    retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5 socks5-gssapi-service
    socks5-hostname speed-limit speed-time stderr telnet-option tftp-blksize time-cond tls-max
    tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket
    upload-flags variable vlan-priority write-out";

const ALONE: &str = "
    alpn anyauth append basic buffer ca-native cert-status clobber compressed compressed-ssh
    create-dirs crlf digest disable disable-eprt disable-epsv disallow-username-in-url
    doh-cert-status doh-insecure dump-ca-embed eprt epsv fail fail-early fail-with-body false-start
    follow form-escape ftp-create-dirs ftp-pasv ftp-pret ftp-skip-pasv-ip ftp-ssl ftp-ssl-ccc
    ftp-ssl-control globoff haproxy-protocol help http0.9 http1.0 http1.1 http2
    http2-prior-knowledge http3 http3-only ignore-content-length include insecure ipv4 ipv6
    junk-session-cookies keepalive list-only location location-trusted mail-rcpt-allowfails manual
    metalink mptcp negotiate netrc netrc-optional npn ntlm ntlm-wb out-null parallel
    parallel-immediate path-as-is post301 post302 post303 progress-bar progress-meter proxy-anyauth
    proxy-basic proxy-ca-native proxy-digest proxy-http2 proxy-insecure proxy-negotiate proxy-ntlm
    proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1 proxytunnel raw remote-header-name
    remote-name remote-name-all remote-time remove-on-error retry-all-errors retry-connrefused
    sasl-ir sessionid show-error show-headers silent skip-existing socks5-basic socks5-gssapi
    socks5-gssapi-nec ssl ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd
    ssl-revoke-best-effort sslv2 sslv3 styled-output suppress-connect-headers tcp-fastopen
    tcp-nodelay tftp-no-options tls-earlydata tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding
    trace-ids trace-time use-ascii verbose version xattr";
