//! The pipelines in `examples/gitops`, and what `docs/gitops.md` says to the command: that they can be
//! read, that they keep what the document promises, and that the command understands every line.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use yaml_rust2::{Yaml, YamlLoader};

const GITHUB: &str = "examples/gitops/github.yml";
const GITLAB: &str = "examples/gitops/gitlab-ci.yml";
const DOCUMENT: &str = "docs/gitops.md";

fn text(below: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(below);
    std::fs::read_to_string(&path).expect(below)
}

fn pipeline(below: &str) -> Yaml {
    let mut documents = YamlLoader::load_from_str(&text(below)).expect("the pipeline is YAML");
    assert_eq!(documents.len(), 1, "{below}");
    documents.remove(0)
}

/// The scripts below a node: under these keys a pipeline has lines for a shell.
fn scripts(node: &Yaml) -> Vec<String> {
    let of = |key: &str, value: &Yaml| match (key, value) {
        ("run" | "script" | "before_script", Yaml::String(script)) => vec![script.clone()],
        ("script" | "before_script", Yaml::Array(lines)) => {
            lines.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect()
        }
        _ => scripts(value),
    };
    match node {
        Yaml::Hash(hash) => hash
            .iter()
            .flat_map(|(key, value)| of(key.as_str().unwrap_or_default(), value))
            .collect(),
        Yaml::Array(nodes) => nodes.iter().flat_map(scripts).collect(),
        _ => Vec::new(),
    }
}

/// What a script says to the command, as words. What a shell would put in is made up.
fn commands_of_script(script: &str) -> Vec<Vec<String>> {
    let filled = script.replace("\"$base\"", "7").replace("$(git log -1 --format='%h %s')", "why");
    let lines = filled.lines().map(str::trim).filter(|line| line.starts_with("intermission "));
    lines
        .map(|line| {
            let end = [" > ", " || ", " | ", " && "].iter().filter_map(|end| line.find(end)).min();
            let line = &line[..end.unwrap_or(line.len())];
            assert!(!line.contains(['$', '`']), "what is put in here? {line}");
            shlex::split(line).expect(line)
        })
        .collect()
}

/// What a document says to the command: after a prompt, and between backticks.
fn commands_of_document(document: &str) -> Vec<Vec<String>> {
    let prompts = document.lines().filter_map(|line| line.trim_start().strip_prefix("$ "));
    let spans = document.split('`').skip(1).step_by(2);
    let said = prompts.chain(spans).filter(|text| text.starts_with("intermission "));
    said.map(|text| shlex::split(text).expect(text)).collect()
}

/// Runs a command where there is no file and no keeper, and sees that it fails by that and not by
/// its words.
fn is_understood(words: &[String]) {
    let folder = std::env::temp_dir().join(format!("intermission-gitops-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
    let json = (!words.iter().any(|word| word == "--json")).then_some("--json");
    let output = Command::new(env!("CARGO_BIN_EXE_intermission"))
        .args(&words[1..])
        .args(json)
        .current_dir(&folder)
        .env_clear()
        .env("HOME", &folder)
        .output()
        .expect("the command was built for this test");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.starts_with('{'), "{words:?}: {said}");
    let said: serde_json::Value = serde_json::from_str(&said).expect("one document, as above");
    let kind = said["error"]["kind"].as_str();
    assert!(kind.is_some_and(|kind| kind != "command-line"), "{words:?}: {said}");
}

#[test]
fn the_command_understands_every_line_of_the_pipelines() {
    for below in [GITHUB, GITLAB] {
        let scripts = scripts(&pipeline(below));
        let commands: Vec<_> =
            scripts.iter().flat_map(|script| commands_of_script(script)).collect();
        let verbs: Vec<_> = commands.iter().map(|words| words[1].as_str()).collect();
        assert_eq!(verbs, ["check", "pull", "publish", "pull", "history"], "{below}");
        // None is overlooked because something stands before it on its line.
        let whole = scripts.join("\n");
        for verb in ["check", "pull", "publish", "diff", "history", "status", "show", "rollback"] {
            let said = verbs.iter().filter(|said| **said == verb).count();
            let written = whole.matches(&format!("intermission {verb} ")).count();
            assert_eq!(said, written, "{below}: {verb}");
        }
        for words in &commands {
            is_understood(words);
        }
    }
}

#[test]
fn the_command_understands_every_line_of_the_document() {
    let commands = commands_of_document(&text(DOCUMENT));
    assert!(commands.len() > 10, "{commands:?}");
    for words in &commands {
        is_understood(words);
    }
}

#[test]
fn what_is_not_understood_is_noticed() {
    let wrong = |line: &str| {
        let words = shlex::split(line).expect("as a shell writes it");
        std::panic::catch_unwind(|| is_understood(&words)).is_err()
    };
    assert!(wrong("intermission publish schedule.toml --bass 7"));
    assert!(wrong("intermission window extend"));
    assert!(!wrong("intermission publish schedule.toml --base 7"));
}

// Nobody but the two jobs in an environment sees a token, and nothing may write to the repository.
#[test]
fn on_github_tokens_stay_in_their_environments() {
    let workflow = pipeline(GITHUB);
    let permissions = workflow["permissions"].as_hash().expect("permissions are set");
    assert_eq!(permissions.len(), 1);
    assert_eq!(workflow["permissions"]["contents"].as_str(), Some("read"));
    assert!(workflow["on"]["pull_request_target"].is_badvalue());

    let jobs = workflow["jobs"].as_hash().expect("there are jobs");
    for (name, environment) in
        [("check", None), ("publish", Some("production")), ("drift", Some("production-read"))]
    {
        let job = &jobs[&Yaml::String(name.to_owned())];
        assert_eq!(job["environment"].as_str(), environment, "{name}");
        assert!(job["permissions"].is_badvalue(), "{name}");
        let secret = job["env"]["INTERMISSION_TOKEN"].as_str();
        assert_eq!(secret.is_some(), environment.is_some(), "{name}");
        // What people write, such as a title, is never made part of a script.
        assert!(scripts(job).iter().all(|script| !script.contains("${{")), "{name}");
    }
    assert_eq!(jobs.len(), 3);

    let concurrency = &workflow["jobs"]["publish"]["concurrency"];
    assert_eq!(concurrency["cancel-in-progress"].as_bool(), Some(false));
    assert_eq!(concurrency["queue"].as_str(), Some("max"));
}

#[test]
fn on_gitlab_one_publication_comes_after_the_other() {
    let pipeline = pipeline(GITLAB);
    let publish = &pipeline["publish"];
    assert_eq!(publish["environment"].as_str(), Some("production"));
    assert!(publish["resource_group"].as_str().is_some());
    assert_eq!(pipeline["drift"]["environment"]["name"].as_str(), Some("production-read"));
    assert!(pipeline["check"]["environment"].is_badvalue());
}

// Both do the same; what differs is where the commit before is told.
#[test]
fn both_pipelines_publish_by_the_same_steps() {
    let steps = |below: &str| {
        let scripts = scripts(&pipeline(below));
        let script = scripts.iter().find(|script| script.contains("intermission publish"));
        let script =
            script.expect("there is a publication").replace("::error file=schedule.toml::", "");
        script.replace("$CI_COMMIT_BEFORE_SHA", "$BEFORE").trim_end().to_owned()
    };
    assert_eq!(steps(GITHUB), steps(GITLAB));
}
