//! The processor time that a process has used, as Linux counts it.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use crate::failure::{AboutFile, Failure};

/// Linux tells processes' times in hundredths of a second on every machine (`USER_HZ`), whatever
/// the kernel's own clock is.
const TICK: Duration = Duration::from_millis(10);

/// What the process has used so far, as user and as system, over all its threads.
pub fn used(process: u32) -> Result<Duration, Failure> {
    let path = PathBuf::from(format!("/proc/{process}/stat"));
    let stat = fs::read_to_string(&path).about("read the times of a worker in", &path)?;
    Ok(ticks(&stat).map_or(Duration::ZERO, |ticks| TICK * ticks))
}

/// `utime` and `stime`, the 14th and 15th fields. The second is the program's name in brackets,
/// which may itself hold spaces and brackets.
fn ticks(stat: &str) -> Option<u32> {
    let (_, after_name) = stat.rsplit_once(") ")?;
    let mut times = after_name.split(' ').skip(11);
    let user: u32 = times.next()?.parse().ok()?;
    let system: u32 = times.next()?.parse().ok()?;
    Some(user + system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_and_system_time_are_added() {
        for (stat, expect) in [
            (
                "27130 (workerd) S 1 27130 0 0 -1 4194560 14011 0 57 0 183 42 0 0 20 0 9 0 1",
                Some(225),
            ),
            ("1 (odd) name)) S 1 1 0 0 -1 0 1 0 0 0 7 3 0 0 20 0 1 0 1", Some(10)),
            ("1 (cut", None),
            ("1 (cut) S 1", None),
        ] {
            assert_eq!(ticks(stat), expect, "{stat}");
        }
    }
}
