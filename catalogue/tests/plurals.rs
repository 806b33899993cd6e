//! Which number takes which form, by the samples that CLDR gives for each rule.
//!
//! <https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>

use catalogue::{Category, Language, Rule};

#[test]
fn the_samples_of_cldr() {
    use Category::{Few, Many, One, Other, Two, Zero};

    #[track_caller]
    fn check(rule: Rule, category: Category, samples: &[u64]) {
        for sample in samples {
            assert_eq!(rule.category(*sample), category, "{sample} by {rule:?}");
        }
    }
    const ROUND: [u64; 4] = [100, 1_000, 10_000, 1_000_000];

    // vi
    check(Rule::Other, Other, &[0, 1, 2, 3, 4, 5, 11, 15, 21, 100]);
    check(Rule::Other, Other, &ROUND);
    // en
    check(Rule::OneOther, One, &[1]);
    check(Rule::OneOther, Other, &[0, 2, 3, 10, 11, 16, 21, 101]);
    check(Rule::OneOther, Other, &ROUND);
    // hi
    check(Rule::OneOtherFrench, One, &[0, 1]);
    check(Rule::OneOtherFrench, Other, &[2, 3, 16, 17, 21, 101]);
    check(Rule::OneOtherFrench, Other, &ROUND);
    // cs
    check(Rule::OneFewOther, One, &[1]);
    check(Rule::OneFewOther, Few, &[2, 3, 4]);
    check(Rule::OneFewOther, Other, &[0, 5, 19, 21, 22, 102]);
    check(Rule::OneFewOther, Other, &ROUND);
    // ru, uk
    check(Rule::OneFewManyOther, One, &[1, 21, 31, 41, 51, 61, 71, 81, 101, 1001]);
    check(Rule::OneFewManyOther, Few, &[2, 3, 4, 22, 23, 24, 32, 33, 34, 62, 102, 1002]);
    check(Rule::OneFewManyOther, Many, &[0, 5, 6, 11, 12, 13, 14, 19, 25, 111, 112, 114]);
    check(Rule::OneFewManyOther, Many, &ROUND);
    // pl
    check(Rule::OneFewManyOtherPolish, One, &[1]);
    check(Rule::OneFewManyOtherPolish, Few, &[2, 3, 4, 22, 23, 24, 32, 33, 34, 62, 102, 1002]);
    check(Rule::OneFewManyOtherPolish, Many, &[0, 5, 11, 12, 13, 14, 19, 21, 31, 101, 112]);
    check(Rule::OneFewManyOtherPolish, Many, &ROUND);
    // ar
    check(Rule::ZeroOneTwoFewManyOther, Zero, &[0]);
    check(Rule::ZeroOneTwoFewManyOther, One, &[1]);
    check(Rule::ZeroOneTwoFewManyOther, Two, &[2]);
    check(Rule::ZeroOneTwoFewManyOther, Few, &[3, 10, 103, 110, 1003]);
    check(Rule::ZeroOneTwoFewManyOther, Many, &[11, 26, 99, 111, 1011]);
    check(Rule::ZeroOneTwoFewManyOther, Other, &[101, 102, 200, 202, 300, 302, 500, 502]);
    check(Rule::ZeroOneTwoFewManyOther, Other, &ROUND);
}

#[test]
fn a_rule_is_called_by_the_forms_that_it_gives() {
    for rule in Rule::ALL {
        let mut given: Vec<_> = (0..1000).map(|count| rule.category(count)).collect();
        // CLDR has `other` for fractions where no whole number takes it.
        given.push(Category::Other);
        given.sort_unstable();
        given.dedup();
        let names: Vec<_> = given.iter().map(|category| category.as_str()).collect();
        let named = rule.as_str().trim_end_matches("-french").trim_end_matches("-polish");
        assert_eq!(named, names.join("-"), "{rule:?}");
    }
}

#[test]
fn the_largest_number_has_a_form_too() {
    for rule in Rule::ALL {
        rule.category(u64::MAX);
    }
}

#[test]
fn a_text_in_its_forms() {
    #[track_caller]
    fn check(language: Language, count: u64, expected: &str) {
        assert_eq!(language.length().hours.of(count), expected, "{count}");
    }
    check(Language::English, 0, "{count} hours");
    check(Language::English, 1, "{count} hour");
    check(Language::English, 21, "{count} hours");
    check(Language::Spanish, 1, "{count} hora");
    check(Language::Spanish, 2, "{count} horas");
}
