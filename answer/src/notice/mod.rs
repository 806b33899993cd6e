//! The written announcement of a window, for people: by mail and as a document.
//!
//! | file | what |
//! | --- | --- |
//! | `kind` | why people are written to: announcement, reminder, moved, … |
//! | `about` | which occurrence a notice is about, with the parts that were finished early |
//! | `letter`, `run` | what a notice says before it takes a form, so that no two forms can disagree |
//! | `overview`, `announcement`, `impacts`, `solution`, `contact` | its sections, in the order of the founding notice |
//! | `template`, `variable`, `fault` | an organisation's own words in place of them |
//! | `text`, `markdown`, `html` | the forms |
//! | `page` | `windows/{id}.txt` and `windows/{id}.md` |
//!
//! A mail is these forms together with an invitation of [`crate::calendar`]; whoever sends puts it
//! together.
//!
//! # Examples
//!
//! ```
//! use answer::{Language, notice::{About, Notice, text}};
//!
//! let schedule = include_str!("../../../examples/immtrac2/schedule.toml");
//! let now = "2025-02-05T12:00:00Z".parse().unwrap();
//! let timeline = schedule::parse(schedule, now).schedule.unwrap().timeline(now);
//!
//! let about = About::find(&timeline, "2025-02-06-deployment", None, now).unwrap();
//! let notice = Notice { about, kind: about.fitting(None, now), before: None, now };
//! let letter = notice.letter(Language::English);
//! assert!(text(&[letter]).contains("7:00 p.m. – 9:00 p.m. (CT)"));
//! ```

mod about;
mod announcement;
mod contact;
mod fault;
mod html;
mod impacts;
mod kind;
mod letter;
mod markdown;
mod overview;
mod page;
mod run;
mod solution;
mod template;
mod text;
mod variable;

pub use about::{About, Before};
pub use fault::{Fault, FaultKind};
pub use html::html;
pub use kind::{Kind, KindError};
pub use letter::{Letter, Notice};
pub use markdown::markdown;
pub use page::{window_markdown, window_text};
pub use template::Template;
pub use text::text;
pub use variable::Variable;
