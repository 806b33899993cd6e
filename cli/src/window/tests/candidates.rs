//! Which window is meant when none is named.

use expect_test::expect;

use super::{request, sent, situation, window, windows};

#[test]
fn the_only_one() {
    let start = "2025-02-06T18:00:00-06:00";
    let end = Some("2025-02-06T19:00:00-06:00");
    let mut windows = windows();
    windows.push(window("open", "active", start, end, &["extend", "finish", "hold"]));
    let situation = situation(windows);
    expect!["POST open/finish {}"].assert_eq(&sent(&["finish"], &situation));
    let finish = request(&["finish"], &situation).expect("one can be meant");
    assert_eq!(finish.taken.as_deref(), Some("open"));
    // Others allow this one too, but they are not open.
    expect![[r#"POST open/extend {"by":"30m"}"#]]
        .assert_eq(&sent(&["extend", "--by", "30m"], &situation));
    let named = request(&["finish", "open"], &situation).expect("it is named");
    assert_eq!(named.taken, None);
}

#[track_caller]
fn refused(words: &[&str], windows: Vec<admin::Window>) -> String {
    let failure = request(words, &situation(windows)).expect_err("none or several can be meant");
    let super::Failure::Window(error) = &failure else { panic!("{failure}") };
    format!("{error}\n  = {}\n", error.help().unwrap_or_default())
}

#[test]
fn none_or_several() {
    expect![[r#"
        expected the id of a window: there are 2 that allow `extend` now
          = name one of them:
                    `deployment` is imminent: from 2025-02-06T19:00:00-06:00
                    `patches` is announced: from 2025-02-13T19:00:00-06:00
    "#]]
    .assert_eq(&refused(&["extend", "--by", "30m"], windows()));
    expect![[r#"
        expected the id of a window, and there is none that allows `finish` now
          = `deployment` is imminent: from 2025-02-06T19:00:00-06:00
                    `patches` is announced: from 2025-02-13T19:00:00-06:00
    "#]]
    .assert_eq(&refused(&["finish"], windows()));
    let over = window("over", "ended", "2025-02-05T19:00:00-06:00", None, &[]);
    expect![[r#"
        expected the id of a window, and there is none that allows `finish` now
          = no window is open or to come: `intermission window add` makes one
    "#]]
    .assert_eq(&refused(&["finish"], vec![over]));
}
