//! What `docs/explain.md` shows is what the command says. `UPDATE_EXPECT=1` rewrites it.

use std::{env, fmt::Write, fs, path::Path, process::Command};

use crate::run::FOUNDING;

/// Runs every command of the ```` ```console ```` blocks, in the order in which they stand. A
/// command begins with `$ ` and goes on while its lines end in a backslash, or to the end of what it
/// is given to read.
#[test]
fn every_output_is_real() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/explain.md");
    let document = fs::read_to_string(&path).expect("the document is there");
    let mut real = String::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let _ = writeln!(real, "{line}");
        if line != "```console" {
            continue;
        }
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        for command in commands(&block) {
            let _ = write!(real, "$ {command}\n{}", output(&command));
        }
        real += "```\n";
    }
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, real).expect("the document can be written");
    } else {
        assert_eq!(document, real, "`UPDATE_EXPECT=1 cargo test -p intermission` rewrites it");
    }
}

fn commands(block: &[&str]) -> Vec<String> {
    let mut commands = Vec::new();
    let mut lines = block.iter();
    while let Some(line) = lines.next() {
        let Some(command) = line.strip_prefix("$ ") else { continue };
        let mut command = command.to_owned();
        let here = command.split_once("<<'").and_then(|(_, rest)| rest.split_once('\''));
        let end = here.map(|(end, _)| end.to_owned());
        let goes_on = |command: &str| match &end {
            Some(end) => !command.ends_with(&format!("\n{end}")),
            None => command.ends_with('\\'),
        };
        while goes_on(&command)
            && let Some(more) = lines.next()
        {
            command += &format!("\n{more}");
        }
        commands.push(command);
    }
    commands
}

/// What a shell shows in the folder of the founding notice.
fn output(command: &str) -> String {
    let folder = Path::new(env!("CARGO_BIN_EXE_intermission")).parent().expect("it is in a folder");
    let path = env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .current_dir(FOUNDING)
        .env("PATH", format!("{}:{path}", folder.display()))
        .env_remove("INTERMISSION_BYPASS_SECRET")
        .output()
        .expect("there is a shell");
    String::from_utf8(output.stdout).expect("it speaks UTF-8")
}
