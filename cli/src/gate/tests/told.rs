//! What users are told while their channel is held.

use chrono::TimeDelta;
use expect_test::{Expect, expect};

use super::{
    super::{decision::Decision, words::words},
    at, founding, plan, window,
};

#[track_caller]
fn check(instant: &str, window: String, expected: &Expect) {
    let plan = plan(&[window]);
    let Decision::Held(hold) = plan.decide(2, TimeDelta::minutes(10), at(instant)) else {
        panic!("it is held at {instant}");
    };
    expected.assert_eq(&words(&plan, 2, &hold));
}

#[test]
fn in_each_phase() {
    check(
        "2025-02-07T00:55:00Z",
        founding(),
        &expect![[r#"
            ImmTrac2, FTP-related data exchange: Emergency maintenance, Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            Files may be submitted; they are not processed during the downtime.
            File processing resumes automatically. There is no need to resubmit data.
            Data Exchange: ImmTracMU@dshs.texas.gov
        "#]],
    );
    check(
        "2025-02-07T02:00:00Z",
        founding(),
        &expect![[r#"
            ImmTrac2, FTP-related data exchange: Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
            Files may be submitted; they are not processed during the downtime.
            File processing resumes automatically. There is no need to resubmit data.
            Data Exchange: ImmTracMU@dshs.texas.gov
        "#]],
    );
    let (start, end) = ("2025-02-07T01:00:00Z", "2025-02-07T03:00:00Z");
    let holds = window("index", start, end, "hold", "", "active");
    check(
        "2025-02-07T02:00:00Z",
        holds.clone(),
        &expect![[r#"
        ImmTrac2, FTP-related data exchange: Emergency maintenance is planned to end Thursday, February 6, 2025, 9:00 p.m. (CT).
        Files may be submitted; they are not processed during the downtime.
        File processing resumes automatically. There is no need to resubmit data.
        Data Exchange: ImmTracMU@dshs.texas.gov
    "#]],
    );
    check(
        "2025-02-07T04:00:00Z",
        holds,
        &expect![[r#"
        ImmTrac2, FTP-related data exchange: Emergency maintenance is taking longer than planned. It was to end Thursday, February 6, 2025, 9:00 p.m. (CT).
        Files may be submitted; they are not processed during the downtime.
        File processing resumes automatically. There is no need to resubmit data.
        Data Exchange: ImmTracMU@dshs.texas.gov
    "#]],
    );
    let unknown = window("disk", start, "", "reopen", "", "active");
    check(
        "2025-02-07T02:00:00Z",
        unknown,
        &expect![[r#"
        ImmTrac2, FTP-related data exchange: Emergency maintenance is going on. Its end is not known yet.
        Files may be submitted; they are not processed during the downtime.
        File processing resumes automatically. There is no need to resubmit data.
        Data Exchange: ImmTracMU@dshs.texas.gov
    "#]],
    );
}

#[test]
fn in_the_language_of_the_service() {
    let document =
        super::document(&[founding()]).replace("\"language\":\"en\"", "\"language\":\"es\"");
    let plan = super::super::plan::Plan::read(&document).expect("it is as the edge writes it");
    let Decision::Held(hold) = plan.decide(2, TimeDelta::zero(), at("2025-02-07T02:00:00Z")) else {
        panic!("it is held");
    };
    let words = words(&plan, 2, &hold);
    expect!["ImmTrac2, FTP-related data exchange: Mantenimiento de emergencia: termina el jueves, 6 de febrero de 2025, 9:00 p. m. (CT)."].assert_eq(words.lines().next().unwrap_or_default());
}

// Each line of a banner is a line of the protocol: nobody's text begins a second one.
#[test]
fn a_text_stays_in_its_line() {
    let document = super::document(&[founding()])
        .replace("Files may be submitted;", "Files\\r\\n530 Go away\\u001b[31m;");
    let plan = super::super::plan::Plan::read(&document).expect("it is as the edge writes it");
    let Decision::Held(hold) = plan.decide(2, TimeDelta::zero(), at("2025-02-07T02:00:00Z")) else {
        panic!("it is held");
    };
    let words = words(&plan, 2, &hold);
    let lines: Vec<_> = words.lines().collect();
    assert_eq!(lines.len(), 4, "{words}");
    assert!(lines[1].starts_with("Files  530 Go away [31m;"), "{words}");
}
