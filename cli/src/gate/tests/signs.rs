//! What is put into the files of others, and that all of it goes away again.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::super::{arguments::Hooks, sign::show};

/// Two files of a server, and our record.
struct Server {
    folder: PathBuf,
    hooks: Hooks,
}

impl Server {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("intermission-sign-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let hooks = Hooks {
            banner: vec![folder.join("banner")],
            message: vec![folder.join(".message")],
            ..Hooks::default()
        };
        Self { folder, hooks }
    }

    fn record(&self) -> PathBuf {
        self.folder.join("signs.json")
    }

    #[track_caller]
    fn show(&self, words: Option<&str>) {
        assert_eq!(show(&self.hooks, &self.record(), words), Vec::<String>::new());
    }

    /// The banner, the message, and whether there is a record.
    fn seen(&self) -> (Option<String>, Option<String>, bool) {
        let read = |path: &Path| fs::read_to_string(path).ok();
        let banner = read(&self.hooks.banner[0]);
        (banner, read(&self.hooks.message[0]), self.record().exists())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn words(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn words_come_and_go() {
    let server = Server::new("come");
    server.show(None);
    // vsftpd turns everybody away while its banner is missing.
    assert_eq!(server.seen(), (words(""), None, false));
    server.show(Some("until 9\n"));
    assert_eq!(server.seen(), (words("until 9\n"), words("until 9\n"), true));
    server.show(Some("until 10\n"));
    assert_eq!(server.seen(), (words("until 10\n"), words("until 10\n"), true));
    server.show(None);
    server.show(None);
    assert_eq!(server.seen(), (words(""), None, false));
}

#[test]
fn what_was_there_before_comes_back() {
    let server = Server::new("before");
    fs::write(&server.hooks.banner[0], "Welcome.\n").expect("it can be written");
    fs::write(&server.hooks.message[0], "Incoming files.\n").expect("it can be written");
    server.show(Some("until 9\n"));
    server.show(Some("until 10\n"));
    server.show(None);
    assert_eq!(server.seen(), (words("Welcome.\n"), words("Incoming files.\n"), false));
}

#[test]
fn whoever_was_killed_in_between_is_followed_by_one_who_goes_on() {
    let server = Server::new("killed");
    fs::write(&server.hooks.banner[0], "Welcome.\n").expect("it can be written");
    server.show(Some("until 9\n"));
    // After the record was written, before the banner was.
    fs::write(&server.hooks.banner[0], "Welcome.\n").expect("it can be written");
    server.show(Some("until 9\n"));
    assert_eq!(server.seen().0, words("until 9\n"));
    // While a new file lay beside the old one.
    fs::write(server.folder.join(".banner.new"), "unt").expect("it can be written");
    server.show(None);
    assert_eq!(server.seen(), (words("Welcome.\n"), None, false));
    assert!(!server.folder.join(".banner.new").exists());
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let server = Server::new("link");
    let secret = server.folder.join("secret");
    fs::write(&secret, "root:*:0\n").expect("it can be written");
    std::os::unix::fs::symlink(&secret, &server.hooks.message[0]).expect("a link");
    let failed = show(&server.hooks, &server.record(), Some("until 9\n"));
    assert_eq!(failed.len(), 1, "{failed:?}");
    assert!(failed[0].contains("expected a file, found something else"), "{failed:?}");
    assert_eq!(fs::read_to_string(&secret).expect("it is there"), "root:*:0\n");
    assert_eq!(server.seen().0, words("until 9\n"), "the other file has the words");
}

#[cfg(unix)]
#[test]
fn everybody_can_read_it_and_a_mode_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let server = Server::new("mode");
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    fs::write(&server.hooks.banner[0], "").expect("it can be written");
    fs::set_permissions(&server.hooks.banner[0], fs::Permissions::from_mode(0o664)).expect("ours");
    server.show(Some("until 9\n"));
    assert_eq!((mode(&server.hooks.banner[0]), mode(&server.hooks.message[0])), (0o664, 0o644));
}
