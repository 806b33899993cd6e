//! probe
#[test]
fn probe() {
    let now = "2025-02-01T00:00:00Z".parse().unwrap();
    let docs = [
        "", "\n\n", "[service", "[service\nname = \"x\"\nzone = \"UTC\"\n", "[service]\nname = \nzone = \"UTC\"\n", "[service]\nname \nzone = \"UTC\"\n",
        "[service]\nname = \"x\"\nzone = UTC\n", "[service]\nname = \"x\"\nzone = \"UTC\"\nimminent = 30m\n",
        "[service]\nname = \"x\"\nzone = \"UTC\"\nurl = \"\"\"\n[edge]\nfoo = 1\n",
        "[service]\nname = \"x\"\nname = \"y\"\nzone = \"UTC\"\n",
        "[service]\nname = \"x\"\nzone = \"UTC\"\n[service]\nlabel = \"x\"\n",
        "[service]\nname = \"x\"\nzone = \"UTC\"\n[[window]]\nid=\"x\"\nchannels=[\"web\"\nstart = 2025-02-06T19:00:00\n",
        "[service]\nname = \"x\"\nzone = \"UTC\"\n[[window]]\nid=\"x\"\nstart = 2025-02-06 7pm\n",
        "[service]\nname = \"x\"\nzone = \"UTC\"\n[[window]]\nid=\"x\"\nstart = 2025-02-06T24:00:00\n",
        "[service]\nname = \"x\"\nzone = \"UTC\"\n[[window]]\nid=\"x\"\nstart = 2025-02-06T19:00 \nend=2025-02-06 19:00\n",
        "[service]\r\nname = \"x\"\r\nzone = \"UTCC\"\r\n",
        "\u{feff}[service]\nname = \"x\"\nzone = \"UTCC\"\n",
        "[service]\n\tname = \"Régistre 中文 e\u{301}\"\tzone = \"UTC\"\n\t\tzone\t=\t\"中文\" # x\n",
        "[service]\nname = \"x\"\nzone = \"UTC\"\nbad = ",
        "[service]\nname = \"x\"\nzone = \"UTC\"\nbad",
        "[service]\nname = \"x\"\nzone = \"UTC\"\nbad = 'é",
        "[service]\nzone = \"UTC\"\n[[channel]]\nid=\"web\"\nname=\"w\"\n[[window]]\nid=\"x\"\nchannels=[\"web\"]\nstart = 2025-02-06T19:00:00\nend = 2025-02-05T19:00:00\n",
        "# a comment\n\n[[channel]]\nid=\"web\"\nname=\"w\"\n",
        "service.name = \"x\"\nservice.foo=\"y\"\n",
        "service = { name = \"x\" }\n",
        "[[service]]\nname = \"x\"\n",
        "\u{0}", "[service]\nname = \"a\u{0}b\u{7}\"\nzone=\"\\u0000\\u001b[31m\"\n",
        "[service]\nname = \"x\"\nzone = \"\"\"a\nb\nc\"\"\"\n",
        "a\rb",
    ];
    for source in docs {
        println!("=================== {source:?}");
        let parsed = schedule::parse(source, now);
        println!("{}", schedule::render(&parsed.diagnostics, source, "schedule.toml", false));
        for d in &parsed.diagnostics { println!("   {:?} {:?}", d.span, d.problem); }
    }
}
#[test]
fn deep() {
    let now = "2025-02-01T00:00:00Z".parse().unwrap();
    for source in ["[".repeat(100_000), "a=".to_owned() + &"[".repeat(100_000), "a=".to_owned() + &"{a=".repeat(100_000), "a.".repeat(100_000)+"a=1", "[".to_owned()+&"a.".repeat(100_000)+"a]"] {
        let t = std::time::Instant::now();
        let parsed = schedule::parse(&source, now);
        println!("{:?} parsed {}", t.elapsed(), parsed.diagnostics.len());
        let r = schedule::render(&parsed.diagnostics, &source, "schedule.toml", false);
        println!("{:?} {}", t.elapsed(), r.len());
    }
}
