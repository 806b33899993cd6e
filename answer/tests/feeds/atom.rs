//! `feed.atom`.

use answer::feed;
use expect_test::{Expect, expect};
use quick_xml::{Reader, events::Event};

use crate::night::{after, at, reader, site};

/// The entries of a feed, newest first: id, instant, title.
fn entries(revisions: usize, channel: Option<usize>, now: &str) -> String {
    let timeline = after(revisions);
    let answer = feed(site(&timeline), channel, reader(&timeline), at(now));
    assert_eq!(answer.headers[0].1, "application/atom+xml; charset=utf-8");
    let mut seen = String::new();
    for entry in answer.body.split("<entry>").skip(1) {
        let text = |name: &str| {
            let (_, rest) = entry.split_once(&format!("<{name}>")).expect("an entry has it");
            rest.split_once("</").expect("it ends").0.to_owned()
        };
        seen += &format!("{}\n  {} {}\n", text("id"), text("updated"), text("title"));
    }
    seen
}

#[track_caller]
fn check(revisions: usize, now: &str, expected: &Expect) {
    expected.assert_eq(&entries(revisions, None, now));
}

#[test]
fn nothing_stands_in_it_before_the_announcement() {
    check(1, "2025-02-04T17:59:59Z", &expect![""]);
    check(
        1,
        "2025-02-04T18:00:00Z",
        &expect![[r#"
        tag:registry.example,2025:windows/2025-02-06-deployment/announced
          2025-02-04T18:00:00Z Emergency maintenance: This maintenance is announced.
    "#]],
    );
}

#[test]
fn every_change_is_an_entry_and_none_changes_afterwards() {
    check(
        4,
        "2025-02-07T03:45:10Z",
        &expect![[r#"
        tag:registry.example,2025:windows/2025-02-06-deployment/over/1738899910
          2025-02-07T03:45:10Z Emergency maintenance: This maintenance is over.
        tag:registry.example,2025:windows/2025-02-06-deployment/extended/3
          2025-02-07T02:45:00Z Emergency maintenance: It takes longer. Now: Thursday, February 6, 2025, 7:30 p.m. – 10:00 p.m. (CT). Before: Thursday, February 6, 2025, 7:30 p.m. – 9:00 p.m. (CT).
        tag:registry.example,2025:windows/2025-02-06-deployment/started/1738891800
          2025-02-07T01:30:00Z Emergency maintenance: This maintenance is going on now.
        tag:registry.example,2025:windows/2025-02-06-deployment/moved/2
          2025-02-05T15:00:00Z Emergency maintenance: It was moved. Now: Thursday, February 6, 2025, 7:30 p.m. – 9:00 p.m. (CT). Before: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT).
        tag:registry.example,2025:windows/2025-02-06-deployment/announced
          2025-02-04T18:00:00Z Emergency maintenance: This maintenance is announced.
    "#]],
    );
    let all = entries(4, None, "2025-02-07T03:45:10Z");
    for (revisions, now) in
        [(1, "2025-02-05T00:00:00Z"), (2, "2025-02-07T01:30:00Z"), (3, "2025-02-07T03:00:00Z")]
    {
        assert!(all.ends_with(&entries(revisions, None, now)), "{revisions} {now}");
    }
}

#[test]
fn a_feed_as_a_whole() {
    let timeline = after(1);
    let answer = feed(site(&timeline), Some(0), reader(&timeline), at("2025-02-05T00:00:00Z"));
    expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:ev="http://purl.org/rss/1.0/modules/event/" xml:lang="en">
        <id>tag:registry.example,2025:feed.atom?channel=web</id>
        <title>Maintenance of ImmTrac2: ImmTrac2 (web) online application</title>
        <updated>2025-02-04T18:00:00Z</updated>
        <link rel="self" type="application/atom+xml" href="https://registry.example/_maintenance/feed.atom?channel=web"/>
        <link rel="alternate" type="text/html" href="https://registry.example"/>
        <author>
        <name>ImmTrac2</name>
        </author>
        <generator>Intermission</generator>
        <entry>
        <id>tag:registry.example,2025:windows/2025-02-06-deployment/announced</id>
        <title>Emergency maintenance: This maintenance is announced.</title>
        <updated>2025-02-04T18:00:00Z</updated>
        <published>2025-02-04T18:00:00Z</published>
        <link rel="alternate" type="text/html" href="https://registry.example/_maintenance/windows/2025-02-06-deployment"/>
        <category term="announced"/>
        <ev:startdate>2025-02-07T01:00:00Z</ev:startdate>
        <ev:enddate>2025-02-07T03:00:00Z</ev:enddate>
        <content type="html">&lt;p&gt;This maintenance is announced.&lt;/p&gt;&lt;p&gt;&lt;time datetime=&quot;2025-02-06T19:00:00-06:00&quot;&gt;Thursday, February 6, 2025, 7:00 p.m.&lt;/time&gt; – &lt;time datetime=&quot;2025-02-06T21:00:00-06:00&quot;&gt;9:00 p.m.&lt;/time&gt; (CT)&lt;/p&gt;&lt;p&gt;Emergency production deployment for data fixes.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;ImmTrac2 (web) online application: Not available; requests are answered 503.&lt;/li&gt;&lt;li&gt;web services (bidirectional data exchange): Not available; requests are answered 503.&lt;/li&gt;&lt;li&gt;FTP-related data exchange: Accepted now, processed afterwards.&lt;/li&gt;&lt;/ul&gt;</content>
        </entry>
        </feed>"#]].assert_eq(&answer.body.replace("><", ">\n<"));
}

#[test]
fn what_an_operator_wrote_cannot_break_it() {
    let text = "[service]\nname = \"<x> & \\u0001 ]]>\"\nzone = \"UTC\"\n[[channel]]\nid = \"web\"\n\
        name = \"</content>\"\nroutes = [\"/*\"]\n[[window]]\nid = \"w\"\nchannels = [\"web\"]\n\
        start = 2025-02-06T19:00:00\nend = 2025-02-06T20:00:00\nsummary = \"<script>alert(1)</script>\"\n";
    let now = at("2025-02-06T12:00:00Z");
    let timeline = schedule::parse(text, now).schedule.expect("it is a schedule").timeline(now);
    let body = feed(site(&timeline), None, reader(&timeline), now).body;
    let mut xml = Reader::from_str(&body);
    while xml.read_event().expect("it is well formed") != Event::Eof {}
    assert!(!body.contains("<script") && !body.contains("&lt;script"), "{body}");
    assert!(body.contains("&amp;lt;script&amp;gt;"), "{body}");
}
