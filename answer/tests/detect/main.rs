//! Which form a request understands: tables of what real clients send. Their headers are as seen on
//! the wire or in their source; the order of detection is the reason for most rows.

mod apis;
mod browsers;
mod explained;
mod healthcare;
mod laws;
mod programs;
mod reads;
mod requests;
mod soap;

use answer::Form;
use requests::Asked;

/// One row: who asks, what for (`POST`, or `GET ?query`), with which headers, and in which form they
/// are answered.
#[track_caller]
fn check(client: &str, asked: &str, headers: &[&str], form: Form) {
    let detected = Asked::new(asked, headers).detect();
    assert_eq!(detected.form, form, "{client}: {asked} {headers:#?}, for {}", detected.because);
}

/// What browsers say when somebody goes to a page.
const CHROME: &str = "accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,\
    image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";
const FIREFOX: &str = "accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
/// `HttpURLConnection`, unless it is told otherwise, before and since Java 9.
const JAVA_8: &str = "accept: text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2";
const JAVA: &str = "accept: text/html, image/gif, image/jpeg, */*; q=0.2";
