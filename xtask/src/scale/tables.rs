//! What the tables of `docs/scale.md` say.

use std::time::Duration;

use crate::document::table;
use crate::reopening::figures::grouped;
use crate::scale::keeper::CAPACITY;
use crate::scale::paper;
use crate::scale::price::{self, Bill, Item, SUBSCRIPTION};
use crate::scale::reader::Reader;
use crate::scale::record::{Layers, Record, STEADY, hundredth};
use crate::scale::shape::{EVEN, Shape, rounded};

type Compared = [(Shape, Record)];

/// Requests a second on each layer, at work and after a publication.
pub fn layers(compared: &Compared, reader: &Reader) -> String {
    let steady = |count: fn(&Layers) -> u32| {
        move |(_, record): &(Shape, Record)| {
            whole(f64::from(count(&record.steady)) / STEADY.as_secs_f64())
        }
    };
    let minute = |count: fn(&Layers) -> u32| {
        move |(_, record): &(Shape, Record)| whole(f64::from(count(&record.minute)))
    };
    let mut rows = Rows::of(compared);
    rows.add("requests", steady(|layers| layers.requests));
    rows.add("isolates' checks", steady(|layers| layers.checks));
    rows.add("… on paper", |(shape, _)| whole(paper::checks(shape, reader)));
    rows.add("… answered by the location's cache", steady(|layers| layers.fresh));
    rows.add("… that reach the keeper", |entry| format!("**{}**", steady(Layers::asked)(entry)));
    rows.add("… on paper", |(shape, _)| whole(paper::asked(shape, reader)));
    rows.add("… refused by it", steady(|layers| layers.refused));
    rows.add("in the minute after: the keeper's 304s", minute(|layers| layers.unchanged));
    rows.add("… its 200s", minute(|layers| layers.changed));
    rows.add("… refused", minute(|layers| layers.refused));
    rows.add("… most in one second", |(_, record)| {
        whole(f64::from(record.asked.iter().copied().max().unwrap_or_default()))
    });
    rows.table()
}

/// How long it takes until a publication is in force.
pub fn delays(compared: &Compared, reader: &Reader) -> String {
    let mut rows = Rows::of(compared);
    let followed = |hundredths| {
        move |(_, record): &(Shape, Record)| seconds(hundredth(&record.followed, hundredths))
    };
    rows.add("half of the isolates follow after", followed(50));
    rows.add("99 %", followed(99));
    rows.add("all of them", followed(100));
    rows.add("on paper, with requests all the time", |(shape, _)| {
        seconds(paper::latest(shape, reader))
    });
    rows.add("the last request that is decided by the old revision", |(_, record)| {
        format!("**{}**", seconds(record.last_old))
    });
    rows.add("requests of the minute that are", |(_, record)| {
        share(record.old.iter().sum(), record.requests.iter().sum())
    });
    rows.add("requests that wait until it has asked, before the publication", |(_, record)| {
        share(record.steady.waited, record.steady.requests)
    });
    rows.add("… half of them at most", |(_, record)| wait(record, 50));
    rows.add("… 99 %", |(_, record)| wait(record, 99));
    rows.add("… all of them", |(_, record)| wait(record, 100));
    rows.table()
}

/// The share of requests that are decided by the old revision, by the second after the publication.
pub fn shares(compared: &Compared) -> String {
    let mut rows = Rows::of(compared);
    for (from, until) in [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 30]
        .into_iter()
        .zip([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 30, 60])
    {
        rows.add(&format!("{from}–{until} s"), move |(_, record)| {
            let sum = |of: &[u32]| of[from..until].iter().sum();
            share(sum(&record.old), sum(&record.requests))
        });
    }
    rows.table()
}

/// What a month costs, by layer.
pub fn bill(billed: &Compared) -> String {
    let plain = Bill::plain();
    let bills: Vec<Bill> = billed.iter().map(|(_, record)| Bill::of(record)).collect();
    let all = || std::iter::once(&plain).chain(&bills);
    let mut rows = Vec::new();
    let mut add = |what: &str, tell: &dyn Fn(&Bill) -> String| {
        rows.push(std::iter::once(what.to_owned()).chain(all().map(tell)).collect::<Vec<_>>());
    };
    let item = |item: Item| match item.used {
        0.0 => "–".to_owned(),
        used => format!("{}: ${:.2}", millions(used), item.dollars),
    };
    add("subscription", &|_| format!("${SUBSCRIPTION:.2}"));
    add("Workers: requests", &|bill| item(bill.requests));
    add("Workers: CPU ms", &|bill| item(bill.cpu));
    add("locations' caches", &|_| "$0.00".to_owned());
    add("keeper: requests", &|bill| item(bill.keeper_requests));
    add("keeper: GB-s", &|bill| item(bill.keeper_duration));
    add("keeper: rows read", &|bill| item(bill.rows_read));
    add("keeper: rows written", &|bill| item(bill.rows_written));
    add("**total**", &|bill| format!("**${:.2}**", bill.total()));
    add("what the living schedule adds", &|bill| {
        let added = bill.total() - plain.total();
        if added == 0.0 {
            return "–".to_owned();
        }
        format!("${added:.2}, {:.0} %", added / plain.total() * 100.0)
    });
    let names = billed.iter().map(|(shape, _)| shape.name.to_owned());
    let head: Vec<String> =
        [String::new(), "a plain worker".to_owned()].into_iter().chain(names).collect();
    table(&head, &rows)
}

/// What other intervals would do, on paper.
pub fn intervals(reader: &Reader) -> String {
    let head = ["asks every", "fresh for", "keeper, requests/s", "a month", "latest, when busy"];
    let current = (reader.refresh.as_secs(), reader.fresh.as_secs());
    let mut choices = vec![(5, 1), (5, 3), (5, 5), (5, 10), (2, 3), (10, 3), (10, 10), (30, 30)];
    if !choices.contains(&current) {
        choices.insert(0, current);
    }
    let rows: Vec<Vec<String>> = choices
        .into_iter()
        .map(|(refresh, fresh)| {
            let other =
                Reader { refresh: Duration::from_secs(refresh), fresh: Duration::from_secs(fresh) };
            let asked = paper::asked(&EVEN, &other);
            let cells = [
                format!("{refresh} s"),
                format!("{fresh} s"),
                whole(asked),
                format!("${:.0}", price::keeper_requests(asked)),
                seconds(paper::latest(&EVEN, &other)),
            ];
            let is_current = (refresh, fresh) == current;
            cells.map(|cell| if is_current { format!("**{cell}**") } else { cell }).to_vec()
        })
        .collect();
    table(&head.map(str::to_owned), &rows)
}

/// Up to where one keeper suffices, on paper.
pub fn limits(reader: &Reader) -> String {
    let most = |with: &dyn Fn(u32) -> Shape| match paper::most(reader, with) {
        paper::TRIED => "more than a million".to_owned(),
        most => grouped(most.into()),
    };
    let busy = |isolates| Shape { isolates, ..EVEN };
    let rows = [
        ("isolates, in 300 locations, a request a second each", most(&busy)),
        (
            "… a request a minute each",
            most(&|isolates| Shape { rate: 1.0 / 60.0, ..busy(isolates) }),
        ),
        ("… without a cache, a request a second each", {
            most(&|isolates| Shape { caches: 0, ..busy(isolates) })
        }),
        ("… without a cache, a request a minute each", {
            most(&|isolates| Shape { caches: 0, rate: 1.0 / 60.0, ..busy(isolates) })
        }),
        ("locations, for 20,000 isolates", most(&|locations| Shape { locations, ..EVEN })),
        ("caches in each of 300 locations, for 20,000 isolates", {
            most(&|caches| Shape { caches, ..EVEN })
        }),
    ];
    let rows = rows.map(|(what, most)| vec![what.to_owned(), most]);
    let head = [String::new(), format!("{} requests/s at the keeper", grouped(CAPACITY.into()))];
    table(&head, &rows)
}

/// Rows that are told of each entry.
struct Rows<'a> {
    compared: &'a Compared,
    rows: Vec<Vec<String>>,
}

impl<'a> Rows<'a> {
    fn of(compared: &'a Compared) -> Self {
        Self { compared, rows: Vec::new() }
    }

    fn add(&mut self, what: &str, tell: impl Fn(&(Shape, Record)) -> String) {
        let cells = self.compared.iter().map(tell);
        self.rows.push(std::iter::once(what.to_owned()).chain(cells).collect());
    }

    fn table(self) -> String {
        let names = self.compared.iter().map(|(shape, _)| shape.name.to_owned());
        let head: Vec<String> = std::iter::once(String::new()).chain(names).collect();
        table(&head, &self.rows)
    }
}

fn whole(number: f64) -> String {
    grouped(rounded(number).into())
}

fn millions(number: f64) -> String {
    match number / 1e6 {
        small if small < 10.0 => format!("{small:.2} M"),
        large => format!("{} M", whole(large)),
    }
}

fn seconds(length: Duration) -> String {
    match length.as_secs_f64() {
        short if short < 100.0 => format!("{short:.1} s"),
        long => format!("{} s", whole(long)),
    }
}

fn wait(record: &Record, hundredths: usize) -> String {
    if record.waited.is_empty() {
        return "–".to_owned();
    }
    format!("{} ms", hundredth(&record.waited, hundredths).as_millis())
}

/// In hundredths, with as many digits as a small one needs.
fn share(part: u32, of: u32) -> String {
    if part == 0 || of == 0 {
        return "0".to_owned();
    }
    match f64::from(part) / f64::from(of) * 100.0 {
        small if small < 0.01 => "< 0.01 %".to_owned(),
        small if small < 1.0 => format!("{small:.2} %"),
        large if large < 99.5 => format!("{large:.0} %"),
        _ if part < of => "> 99 %".to_owned(),
        _ => "100 %".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_told_as_exactly_as_they_matter() {
        for (part, of, told) in [
            (0, 0, "0"),
            (0, 9, "0"),
            (1, 100_000, "< 0.01 %"),
            (1, 1_000, "0.10 %"),
            (1, 100, "1 %"),
            (2, 3, "67 %"),
            (999, 1_000, "> 99 %"),
            (7, 7, "100 %"),
        ] {
            assert_eq!(share(part, of), told, "{part} of {of}");
        }
    }

    #[test]
    fn numbers_are_told_with_few_digits() {
        let told = [millions(20_000.0), millions(331_776.0), millions(1e9), whole(1_234.5)];
        assert_eq!(told, ["0.02 M", "0.33 M", "1,000 M", "1,235"]);
        let told = [8_449, 99_960, 276_000].map(|millis| seconds(Duration::from_millis(millis)));
        assert_eq!(told, ["8.4 s", "100.0 s", "276 s"]);
    }
}
