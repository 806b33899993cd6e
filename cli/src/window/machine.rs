//! The operator's own clocks.

use schedule::Zone;

/// The zone of this machine: the variable `TZ`, or what the system is set to. `None` where it is
/// no zone of the IANA's.
pub(super) fn zone() -> Option<Zone> {
    match std::env::var("TZ") {
        Ok(variable) => of_variable(&variable),
        Err(_) => iana_time_zone::get_timezone().ok()?.parse().ok(),
    }
}

/// As POSIX has it, an empty variable is UTC; a colon may stand before a name, and a whole path
/// behind it.
fn of_variable(variable: &str) -> Option<Zone> {
    let name = variable.strip_prefix(':').unwrap_or(variable);
    let name = name.rsplit_once("zoneinfo/").map_or(name, |(_, name)| name);
    if name.is_empty() { "UTC" } else { name }.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables() {
        let table = [
            ("Europe/Berlin", Some("Europe/Berlin")),
            (":Europe/Berlin", Some("Europe/Berlin")),
            (":/usr/share/zoneinfo/Asia/Kathmandu", Some("Asia/Kathmandu")),
            ("", Some("UTC")),
            ("UTC", Some("UTC")),
            ("<-03>3", None),
            ("Nowhere", None),
        ];
        for (variable, expected) in table {
            assert_eq!(of_variable(variable).map(Zone::name), expected, "{variable}");
        }
    }
}
