//! How the command finds the service and what opens the door there, as an operator runs it.

use std::process::{Command, Output};

use expect_test::{Expect, expect};

const FOUNDING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/immtrac2/schedule.toml");

/// Runs the command with nothing but these variables.
fn run(variables: &[(&str, &str)], arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_intermission"))
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied())
        .output()
        .expect("the command was built for this test")
}

fn text(octets: &[u8]) -> String {
    String::from_utf8(octets.to_vec()).expect("it speaks UTF-8")
}

#[track_caller]
fn refused(variables: &[(&str, &str)], arguments: &[&str], code: i32, expected: &Expect) {
    let output = run(variables, arguments);
    let stderr = text(&output.stderr);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(code), 0), "{stderr}");
    expected.assert_eq(&stderr);
}

const TOKEN: (&str, &str) = ("INTERMISSION_TOKEN", "imt_k3J9xQz1Aa_c2VjcmV0");
const REGISTRY: (&str, &str) = ("INTERMISSION_URL", "https://registry.example.org");

#[test]
fn what_is_missing_is_named_with_the_way_out() {
    refused(
        &[TOKEN],
        &["status"],
        2,
        &expect![[r#"
        error: expected the address of the service, found none
          = help: give `--url https://registry.example.org`, or set INTERMISSION_URL, or write `url` into the configuration
    "#]],
    );
    refused(
        &[REGISTRY],
        &["status"],
        77,
        &expect![[r#"
        error: expected a token in the variable INTERMISSION_TOKEN, found none
          = help: set INTERMISSION_TOKEN, or write `token-file` or `token-command` into the configuration; `intermission token create` makes a token
    "#]],
    );
    refused(
        &[TOKEN],
        &["history", "--url", "http://registry.example.org"],
        2,
        &expect![[r#"
        error: expected `https`, found `http://registry.example.org/_maintenance`: everybody on the way could read the token
          = help: use https; only on a network that is yours from end to end, add `--insecure-http`
    "#]],
    );
    refused(
        &[TOKEN, REGISTRY],
        &["status", "--config", "gone.toml"],
        66,
        &expect![[r#"
        error: the configuration gone.toml cannot be read: No such file or directory (os error 2)
    "#]],
    );
    refused(
        &[TOKEN, REGISTRY],
        &["show", "latest"],
        2,
        &expect![[r#"
        error: invalid value 'latest' for '<REVISION>': expected the number of a revision, from 1 on, or `current`

        For more information, try '--help'.
    "#]],
    );
}

/// A file for one test, removed when it is over.
struct File(std::path::PathBuf);

impl File {
    fn new(name: &str, content: &str) -> Self {
        let path = std::env::temp_dir().join(format!("{}-{name}", std::process::id()));
        std::fs::write(&path, content).expect("the folder for temporary files can be written");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("the folder for temporary files has a plain name")
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn a_configuration_with_a_token_in_it_is_refused_without_it() {
    let file = File::new("token-in-it.toml", "token = \"imt_k3J9xQz1Aa_c2VjcmV0\"\n");
    let output = run(&[], &["status", "--config", file.path()]);
    let stderr = text(&output.stderr).replace(file.path(), "config.toml");
    assert_eq!(output.status.code(), Some(2));
    expect![[r#"
        error: the configuration config.toml: unknown field `token`, expected one of `url`, `token-file`, `token-command`
          = help: the keys are `url`, `token-file` and `token-command`
    "#]].assert_eq(&stderr);
}

#[cfg(unix)]
#[test]
fn a_token_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let token = File::new("token", "imt_k3J9xQz1Aa_c2VjcmV0\n");
    std::fs::set_permissions(&token.0, std::fs::Permissions::from_mode(0o644)).expect("it is ours");
    let config = File::new("config.toml", &format!("token-file = \"{}\"\n", token.path()));
    let output = run(&[REGISTRY], &["status", "--config", config.path()]);
    let stderr = text(&output.stderr).replace(token.path(), "~/token");
    assert_eq!(output.status.code(), Some(77));
    expect![[r#"
        error: expected a token's file that nobody else on the machine can read, found ~/token with mode 644
          = help: chmod 600 ~/token
    "#]].assert_eq(&stderr);
}

/// A port on which nobody listens: it was free a moment ago.
fn nobody() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    format!("http://127.0.0.1:{}", listener.local_addr().expect("it is bound").port())
}

#[test]
fn an_unreachable_service_has_a_code_of_its_own() {
    let url = nobody();
    let output = run(&[TOKEN], &["status", "--url", &url]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(69), 0));
    let stderr = text(&output.stderr).replace(&url, "URL");
    assert!(stderr.starts_with("error: 127.0.0.1:"), "{stderr}");
    assert!(stderr.contains(" cannot be reached: "), "{stderr}");
    assert!(!stderr.contains("c2VjcmV0"), "{stderr}");
}

// It could read the token, which is sent in the clear there.
#[test]
fn a_proxy_never_sees_what_is_for_this_machine() {
    let proxy = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    proxy.set_nonblocking(true).expect("a socket can be so");
    let there = format!("http://{}", proxy.local_addr().expect("it is bound"));
    let variables = [TOKEN, ("HTTP_PROXY", &there), ("http_proxy", &there), ("ALL_PROXY", &there)];
    assert_eq!(run(&variables, &["status", "--url", &nobody()]).status.code(), Some(69));
    assert!(proxy.accept().is_err(), "somebody came to the proxy");
}

#[test]
fn the_same_as_json() {
    let url = nobody();
    for (arguments, code, kind) in [
        (&["status", "--json", "--url", &url][..], 69, "unreachable"),
        (&["status", "--json"], 2, "connection"),
        (&["publish", "gone.toml", "--json", "--url", &url], 66, "unreadable-file"),
        (&["pull", "--json", "--url", "http://registry.example.org"], 2, "connection"),
        (&["rollback", "0", "--json"], 2, "command-line"),
    ] {
        let output = run(&[TOKEN], arguments);
        assert_eq!((output.status.code(), output.stderr.len()), (Some(code), 0), "{arguments:?}");
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        assert_eq!(json["error"]["kind"], kind, "{arguments:?}: {json}");
    }
}

#[test]
fn mistakes_are_shown_before_anybody_is_asked() {
    let good = std::fs::read_to_string(FOUNDING).expect("the example");
    let file = File::new("mistaken.toml", &good.replace("America/Chicago", "America/Chicargo"));
    let output = run(&[TOKEN], &["publish", file.path(), "--yes", "--url", &nobody()]);
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    assert!(stderr.contains("America/Chicargo") && stderr.contains("^^^"), "{stderr}");
}

#[test]
fn the_command_about_itself() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(&[], &["completions", shell]);
        assert_eq!(output.status.code(), Some(0), "{shell}");
        assert!(text(&output.stdout).contains("rollback"), "{shell}");
    }
    let folder = std::env::temp_dir().join(format!("intermission-man-{}", std::process::id()));
    let path = folder.to_str().expect("a plain name");
    let output = run(&[], &["man", path]);
    assert_eq!(text(&output.stdout), format!("the pages are in {path}\n"));
    for page in ["intermission.1", "intermission-publish.1", "intermission-token-create.1"] {
        let page = std::fs::read_to_string(folder.join(page)).expect(page);
        assert!(page.contains(".TH intermission"), "{page}");
    }
    std::fs::remove_dir_all(&folder).expect("it was made above");
    assert!(text(&run(&[], &["man"]).stdout).contains(".TH intermission 1"));
}

// A token on the command line would be seen by everybody on the machine.
#[test]
fn no_option_takes_a_token() {
    for arguments in [&["status", "--token", "imt_a_b"][..], &["status", "--token=imt_a_b"]] {
        let output = run(&[REGISTRY], arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}
