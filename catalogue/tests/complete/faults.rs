//! What keeps the catalogue from being built, and what is said about it.

use std::path::Path;

use expect_test::{Expect, expect};

use crate::{fault::Fault, file, found::ENGLISH, rust, shape};

/// What is said when this is the only file.
#[track_caller]
fn fault(name: &str, text: &str) -> String {
    let built = || -> Result<String, Fault> {
        let files = [file::parse(&Path::new("languages").join(name), text)?];
        rust::write(&shape::of(&files)?, &files)
    };
    built().expect_err("the rows are faulty").to_string()
}

#[test]
fn what_is_no_toml() {
    #[track_caller]
    fn check(text: &str, expected: &Expect) {
        expected.assert_eq(&fault("fr.toml", text));
    }
    let open = expect![[r#"
        languages/fr.toml: TOML parse error at line 2, column 14
          |
        2 | when = "Quand
          |              ^
        invalid basic string, expected `"`
    "#]];
    check("[page]\nwhen = \"Quand\nwhat = \"\"", &open);
    let twice = expect![[r#"
        languages/fr.toml: TOML parse error at line 3, column 1
          |
        3 | when = "2"
          | ^^^^
        duplicate key
    "#]];
    check("[page]\nwhen = \"1\"\nwhen = \"2\"", &twice);
}

#[test]
fn a_file_is_named_by_its_language() {
    for name in
        ["french_2", "français", "f", "", "-fr", "fr-", "fr--CA", "419", "fr.old", "francophone"]
    {
        let name = format!("{name}.toml");
        assert_eq!(
            fault(&name, ""),
            format!(
                "languages/{name}: expected a file named by its language's tag, such as `fr.toml` \
                 or `pt-BR.toml`"
            ),
        );
    }
    for name in ["fr", "pt-BR", "zh-Hant-HK", "es-419", "fil", "sr-Latn"] {
        let file = file::parse(&Path::new("languages").join(name).with_extension("toml"), "");
        assert_eq!(file.expect("it is a tag").tag, name);
    }
}

#[test]
fn english_has_to_be_there() {
    let said = fault("fr.toml", ENGLISH);
    assert_eq!(said, "languages: expected `en.toml`, which the others follow");
}

#[test]
fn english_says_what_the_others_follow() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fault("en.toml", text), format!("languages/en.toml: {expected}"));
    }
    let nameless = "expected a key in a section, both of small letters, digits and `_`";
    check("when = \"When\"", &format!("[] `when`: {nameless}"));
    check("[page]\nWhen = \"When\"", &format!("[page] `When`: {nameless}"));
    check("[Page]\nwhen = \"When\"", &format!("[Page] `when`: {nameless}"));
    check("[page]\n\"to do\" = \"When\"", &format!("[page] `to do`: {nameless}"));
    let shapeless = "expected a text, a list of texts, or forms with `other` among them";
    check(
        "[page]\nwhen = 1",
        &format!("[page] `when`: {shapeless}, found a value of the type integer"),
    );
    check(
        "[page]\nwhen = { one = \"When\" }",
        &format!("[page] `when`: {shapeless}, found the forms `one`"),
    );
    check(
        "[language]\ndirection = \"left\"",
        "[language] `direction`: expected one of `ltr`, `rtl`",
    );
    check("[time]\nclock = 12", "[time] `clock`: expected one of `12`, `24`, `24-padded`");
}
