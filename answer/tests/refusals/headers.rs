//! Headers that depend on the schedule.

use answer::{Form, Refusal};
use expect_test::expect;

use super::{
    founding::{INSIDE, gate_with},
    refusal,
};

#[test]
fn a_script_of_a_listed_site_may_have_asked_with_cookies() {
    let gate = gate_with(|text| {
        text + "\n[edge]\nstrict-transport-security = \"max-age=1\"\n\
                cors.origins = [\"https://app.example.org\"]\n"
    });
    let of = |origin| {
        let refusal = Refusal { origin, ..refusal(&gate, Form::Text, INSIDE) };
        let kept = [
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Credentials",
            "Vary",
            "Strict-Transport-Security",
        ];
        let headers = refusal.answer().headers.into_iter();
        headers
            .filter(|(name, _)| kept.contains(name))
            .map(|(name, value)| format!("{name}: {value}\n"))
            .collect::<String>()
    };
    expect![[r#"
        Vary: Accept, Accept-Language, Content-Type, Origin, Sec-Fetch-Dest
        Access-Control-Allow-Origin: https://app.example.org
        Access-Control-Allow-Credentials: true
        Strict-Transport-Security: max-age=1

        Vary: Accept, Accept-Language, Content-Type, Origin, Sec-Fetch-Dest
        Access-Control-Allow-Origin: *
        Strict-Transport-Security: max-age=1
    "#]]
    .assert_eq(&format!("{}\n{}", of(Some(0)), of(None)));
}

#[test]
fn no_header_can_be_broken_by_the_schedule() {
    let gate = gate_with(|text| {
        text.replace(
            "name = \"ImmTrac2\"",
            "name = \"a\\r\\nSet-Cookie: b\"\ntitle = \"c\\r\\nd\"\nmessage = \"e\\ne\"",
        )
    });
    for form in Form::ALL {
        for (name, value) in refusal(&gate, form, INSIDE).answer().headers {
            assert!(!value.contains(['\r', '\n']), "{name}: {value:?}");
        }
    }
}

#[test]
fn a_fault_by_status_500_for_who_needs_it() {
    let gate = gate_with(|text| {
        text.replace("afterwards = \"resend\"", "afterwards = \"resend\"\nsoap-fault-status = 500")
    });
    for (form, status) in [(Form::Soap11, 500), (Form::Soap12, 500), (Form::Text, 503)] {
        assert_eq!(refusal(&gate, form, INSIDE).answer().status, status, "{form:?}");
    }
}

#[test]
fn no_timeline_turns_a_fault_into_a_success() {
    for status in [0, 200, 204, 999] {
        let mut json: serde_json::Value =
            serde_json::from_str(&gate_with(|text| text).timeline().to_json()).expect("our own");
        json["channels"][1]["soap_fault_status"] = status.into();
        let timeline = schedule::Timeline::from_json(json.to_string().as_bytes());
        let gate = schedule::Gate::new(timeline.expect("a status is no reason to refuse it"));
        assert_eq!(refusal(&gate, Form::Soap12, INSIDE).answer().status, 503, "{status}");
    }
}
