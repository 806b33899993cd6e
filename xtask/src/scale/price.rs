//! What a month costs. The prices are those of Cloudflare's Workers Paid plan;
//! `docs/scale.md` says where they are published, and when they were read.

use crate::scale::record::{Record, STEADY};
use crate::scale::shape::MONTH_SECONDS;

pub const SUBSCRIPTION: f64 = 5.0;

/// What is in the subscription, and what each million more costs, in dollars.
struct Price {
    included: f64,
    million: f64,
}

const REQUESTS: Price = Price { included: 10e6, million: 0.30 };
const CPU_MILLISECONDS: Price = Price { included: 30e6, million: 0.02 };
const KEEPER_REQUESTS: Price = Price { included: 1e6, million: 0.15 };
const KEEPER_GIGABYTE_SECONDS: Price = Price { included: 400e3, million: 12.50 };
const ROWS_READ: Price = Price { included: 25e9, million: 0.001 };
const ROWS_WRITTEN: Price = Price { included: 50e6, million: 1.0 };

/// CPU milliseconds of a request: the edge's and a plain worker's, as docs/performance.md has them.
const CPU: f64 = 0.241;
const CPU_PLAIN: f64 = 0.235;

/// What a Durable Object is billed for while it is awake, in GB: 128 MB, used or not.
const KEEPER_MEMORY: f64 = 0.128;

/// Rows that the keeper reads to answer one question.
const ROWS_A_QUESTION: f64 = 2.0;
/// Publications a month, and the rows that each writes.
const PUBLICATIONS: f64 = 1_000.0;
const ROWS_A_PUBLICATION: f64 = 20.0;

/// A billion, which the bill is made out for.
const SERVED: f64 = 1e9;

/// What is used in a month, and its price in dollars.
#[derive(Clone, Copy)]
pub struct Item {
    pub used: f64,
    pub dollars: f64,
}

pub struct Bill {
    pub requests: Item,
    pub cpu: Item,
    pub keeper_requests: Item,
    pub keeper_duration: Item,
    pub rows_read: Item,
    pub rows_written: Item,
}

impl Bill {
    /// For a worker that does nothing but pass requests on.
    pub fn plain() -> Self {
        Self::new(CPU_PLAIN * SERVED, 0.0, 0.0)
    }

    /// For what was simulated, going on for a month.
    pub fn of(record: &Record) -> Self {
        let month = MONTH_SECONDS / STEADY.as_secs_f64();
        let checks = f64::from(record.steady.checks) * month;
        let asked = f64::from(record.steady.asked()) * month;
        // Looking into the cache and asking the keeper is taken to cost what a request costs.
        Self::new(CPU * (SERVED + checks), asked, PUBLICATIONS)
    }

    fn new(cpu: f64, asked: f64, publications: f64) -> Self {
        // It never sleeps while it is asked every few milliseconds.
        let awake = if asked > 0.0 { KEEPER_MEMORY * MONTH_SECONDS } else { 0.0 };
        Self {
            requests: REQUESTS.of(SERVED),
            cpu: CPU_MILLISECONDS.of(cpu),
            keeper_requests: KEEPER_REQUESTS.of(asked),
            keeper_duration: KEEPER_GIGABYTE_SECONDS.of(awake),
            rows_read: ROWS_READ.of(asked * ROWS_A_QUESTION),
            rows_written: ROWS_WRITTEN.of(publications * ROWS_A_PUBLICATION),
        }
    }

    pub fn total(&self) -> f64 {
        let Self { requests, cpu, keeper_requests, keeper_duration, rows_read, rows_written } =
            self;
        let items = [requests, cpu, keeper_requests, keeper_duration, rows_read, rows_written];
        SUBSCRIPTION + items.iter().map(|item| item.dollars).sum::<f64>()
    }
}

impl Price {
    fn of(&self, used: f64) -> Item {
        let beyond = (used - self.included).max(0.0);
        Item { used, dollars: beyond / 1e6 * self.million }
    }
}

/// What the keeper's requests cost in a month, at so many a second, in dollars.
pub fn keeper_requests(a_second: f64) -> f64 {
    KEEPER_REQUESTS.of(a_second * MONTH_SECONDS).dollars
}

#[cfg(test)]
mod tests {
    use super::*;

    // The fourth of the examples on Cloudflare's page: 100 million requests of 7 ms.
    #[test]
    fn the_published_example_comes_out() {
        let requests = REQUESTS.of(100e6).dollars;
        let cpu = CPU_MILLISECONDS.of(7.0 * 100e6).dollars;
        let total = SUBSCRIPTION + requests + cpu;
        assert_eq!(format!("{requests:.2} {cpu:.2} {total:.2}"), "27.00 13.40 45.40");
    }

    #[test]
    fn a_plain_worker_pays_for_requests_and_cpu_alone() {
        let bill = Bill::plain();
        assert_eq!(format!("{:.2}", bill.requests.dollars), "297.00");
        assert_eq!(format!("{:.2}", bill.total()), "306.10");
        assert!(bill.keeper_duration.dollars + bill.keeper_requests.dollars == 0.0);
    }

    #[test]
    fn a_keeper_that_is_awake_all_month_is_within_what_is_included() {
        let item = KEEPER_GIGABYTE_SECONDS.of(KEEPER_MEMORY * MONTH_SECONDS);
        assert_eq!((format!("{:.0}", item.used), item.dollars), ("331776".to_owned(), 0.0));
    }
}
