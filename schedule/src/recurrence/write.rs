//! Writing a rule as the text of an `RRULE`, in the order of the standard's own examples.

use std::fmt;

use super::{Bound, Day, Frequency, Rule, dates::WEEKDAYS};

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frequency = match self.frequency {
            Frequency::Daily => "DAILY",
            Frequency::Weekly => "WEEKLY",
            Frequency::Monthly => "MONTHLY",
            Frequency::Yearly => "YEARLY",
        };
        write!(f, "FREQ={frequency}")?;
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match self.bound {
            Bound::Never => {}
            Bound::Count(count) => write!(f, ";COUNT={count}")?,
            Bound::Date(date) => write!(f, ";UNTIL={}", date.format("%Y%m%d"))?,
            Bound::Local(local) => write!(f, ";UNTIL={}", local.format("%Y%m%dT%H%M%S"))?,
            Bound::Utc(utc) => write!(f, ";UNTIL={}Z", utc.format("%Y%m%dT%H%M%S"))?,
        }
        write_list(f, "BYMONTH", self.months.iter().map(chrono::Month::number_from_month))?;
        write_list(f, "BYMONTHDAY", &self.month_days)?;
        write_list(f, "BYDAY", &self.days)?;
        write_list(f, "BYSETPOS", &self.positions)?;
        if self.week_start != chrono::Weekday::Mon {
            write!(f, ";WKST={}", letters(self.week_start))?;
        }
        Ok(())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(ordinal) = self.ordinal {
            write!(f, "{ordinal}")?;
        }
        f.write_str(letters(self.weekday))
    }
}

fn write_list<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    values: impl IntoIterator<Item = T>,
) -> fmt::Result {
    for (place, value) in values.into_iter().enumerate() {
        match place {
            0 => write!(f, ";{name}={value}")?,
            _ => write!(f, ",{value}")?,
        }
    }
    Ok(())
}

fn letters(weekday: chrono::Weekday) -> &'static str {
    WEEKDAYS[weekday.num_days_from_monday() as usize].0
}
