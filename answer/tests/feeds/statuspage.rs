//! `api/v2/…`.

use answer::statuspage;
use expect_test::{Expect, expect};
use serde_json::{Value, json};

use crate::night::{after, at, site};

fn read(revisions: usize, path: &[&str], now: &str) -> Value {
    let timeline = after(revisions);
    let answer = statuspage(site(&timeline), path, at(now));
    assert_eq!(answer.status, 200, "{path:?}");
    serde_json::from_str(&answer.body).expect("it is JSON")
}

#[track_caller]
fn check(revisions: usize, path: &[&str], now: &str, expected: &Expect) {
    let read = read(revisions, path, now);
    expected.assert_eq(&serde_json::to_string_pretty(&read).expect("it was JSON"));
}

#[test]
fn the_summary_of_an_evening() {
    check(
        3,
        &["summary.json"],
        "2025-02-07T02:45:00Z",
        &expect![[r#"
        {
          "components": [
            {
              "created_at": "1970-01-01T00:00:00.000Z",
              "description": null,
              "group": false,
              "group_id": null,
              "id": "83q6np2gg9ew",
              "name": "ImmTrac2 (web) online application",
              "only_show_if_degraded": false,
              "page_id": "rr3gzddqj7gn",
              "position": 1,
              "showcase": false,
              "start_date": null,
              "status": "under_maintenance",
              "updated_at": "2025-02-07T02:45:00.000Z"
            },
            {
              "created_at": "1970-01-01T00:00:00.000Z",
              "description": null,
              "group": false,
              "group_id": null,
              "id": "7t34j6d5q8jx",
              "name": "web services (bidirectional data exchange)",
              "only_show_if_degraded": false,
              "page_id": "rr3gzddqj7gn",
              "position": 2,
              "showcase": false,
              "start_date": null,
              "status": "under_maintenance",
              "updated_at": "2025-02-07T02:45:00.000Z"
            },
            {
              "created_at": "1970-01-01T00:00:00.000Z",
              "description": null,
              "group": false,
              "group_id": null,
              "id": "5rhknsm37kzc",
              "name": "FTP-related data exchange",
              "only_show_if_degraded": false,
              "page_id": "rr3gzddqj7gn",
              "position": 3,
              "showcase": false,
              "start_date": null,
              "status": "under_maintenance",
              "updated_at": "2025-02-07T02:45:00.000Z"
            }
          ],
          "incidents": [],
          "page": {
            "id": "rr3gzddqj7gn",
            "name": "ImmTrac2",
            "time_zone": "America/Chicago",
            "updated_at": "2025-02-07T02:45:00.000Z",
            "url": "https://registry.example"
          },
          "scheduled_maintenances": [
            {
              "components": [
                {
                  "created_at": "1970-01-01T00:00:00.000Z",
                  "description": null,
                  "group": false,
                  "group_id": null,
                  "id": "83q6np2gg9ew",
                  "name": "ImmTrac2 (web) online application",
                  "only_show_if_degraded": false,
                  "page_id": "rr3gzddqj7gn",
                  "position": 1,
                  "showcase": false,
                  "start_date": null,
                  "status": "under_maintenance",
                  "updated_at": "2025-02-07T02:45:00.000Z"
                },
                {
                  "created_at": "1970-01-01T00:00:00.000Z",
                  "description": null,
                  "group": false,
                  "group_id": null,
                  "id": "7t34j6d5q8jx",
                  "name": "web services (bidirectional data exchange)",
                  "only_show_if_degraded": false,
                  "page_id": "rr3gzddqj7gn",
                  "position": 2,
                  "showcase": false,
                  "start_date": null,
                  "status": "under_maintenance",
                  "updated_at": "2025-02-07T02:45:00.000Z"
                },
                {
                  "created_at": "1970-01-01T00:00:00.000Z",
                  "description": null,
                  "group": false,
                  "group_id": null,
                  "id": "5rhknsm37kzc",
                  "name": "FTP-related data exchange",
                  "only_show_if_degraded": false,
                  "page_id": "rr3gzddqj7gn",
                  "position": 3,
                  "showcase": false,
                  "start_date": null,
                  "status": "under_maintenance",
                  "updated_at": "2025-02-07T02:45:00.000Z"
                }
              ],
              "created_at": "2025-02-04T12:00:00.000-06:00",
              "id": "hn4af1pfq6xh",
              "impact": "maintenance",
              "incident_updates": [
                {
                  "affected_components": [
                    {
                      "code": "83q6np2gg9ew",
                      "name": "ImmTrac2 (web) online application",
                      "new_status": "operational",
                      "old_status": "operational"
                    },
                    {
                      "code": "7t34j6d5q8jx",
                      "name": "web services (bidirectional data exchange)",
                      "new_status": "operational",
                      "old_status": "operational"
                    },
                    {
                      "code": "5rhknsm37kzc",
                      "name": "FTP-related data exchange",
                      "new_status": "operational",
                      "old_status": "operational"
                    }
                  ],
                  "body": "It takes longer. Now: Thursday, February 6, 2025, 7:30 p.m. – 10:00 p.m. (CT). Before: Thursday, February 6, 2025, 7:30 p.m. – 9:00 p.m. (CT).",
                  "created_at": "2025-02-06T20:45:00.000-06:00",
                  "custom_tweet": null,
                  "deliver_notifications": true,
                  "display_at": "2025-02-06T20:45:00.000-06:00",
                  "id": "eby2kn2x4ks7",
                  "incident_id": "hn4af1pfq6xh",
                  "status": "in_progress",
                  "tweet_id": null,
                  "updated_at": "2025-02-06T20:45:00.000-06:00"
                },
                {
                  "affected_components": [
                    {
                      "code": "83q6np2gg9ew",
                      "name": "ImmTrac2 (web) online application",
                      "new_status": "under_maintenance",
                      "old_status": "operational"
                    },
                    {
                      "code": "7t34j6d5q8jx",
                      "name": "web services (bidirectional data exchange)",
                      "new_status": "under_maintenance",
                      "old_status": "operational"
                    },
                    {
                      "code": "5rhknsm37kzc",
                      "name": "FTP-related data exchange",
                      "new_status": "under_maintenance",
                      "old_status": "operational"
                    }
                  ],
                  "body": "This maintenance is going on now. Thursday, February 6, 2025, 7:30 p.m. – 10:00 p.m. (CT)",
                  "created_at": "2025-02-06T19:30:00.000-06:00",
                  "custom_tweet": null,
                  "deliver_notifications": true,
                  "display_at": "2025-02-06T19:30:00.000-06:00",
                  "id": "vsgwncc1xr9k",
                  "incident_id": "hn4af1pfq6xh",
                  "status": "in_progress",
                  "tweet_id": null,
                  "updated_at": "2025-02-06T19:30:00.000-06:00"
                },
                {
                  "affected_components": [
                    {
                      "code": "83q6np2gg9ew",
                      "name": "ImmTrac2 (web) online application",
                      "new_status": "operational",
                      "old_status": "operational"
                    },
                    {
                      "code": "7t34j6d5q8jx",
                      "name": "web services (bidirectional data exchange)",
                      "new_status": "operational",
                      "old_status": "operational"
                    },
                    {
                      "code": "5rhknsm37kzc",
                      "name": "FTP-related data exchange",
                      "new_status": "operational",
                      "old_status": "operational"
                    }
                  ],
                  "body": "It was moved. Now: Thursday, February 6, 2025, 7:30 p.m. – 9:00 p.m. (CT). Before: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT).",
                  "created_at": "2025-02-05T09:00:00.000-06:00",
                  "custom_tweet": null,
                  "deliver_notifications": true,
                  "display_at": "2025-02-05T09:00:00.000-06:00",
                  "id": "2q7nybt03206",
                  "incident_id": "hn4af1pfq6xh",
                  "status": "scheduled",
                  "tweet_id": null,
                  "updated_at": "2025-02-05T09:00:00.000-06:00"
                },
                {
                  "affected_components": [
                    {
                      "code": "83q6np2gg9ew",
                      "name": "ImmTrac2 (web) online application",
                      "new_status": "operational",
                      "old_status": "operational"
                    },
                    {
                      "code": "7t34j6d5q8jx",
                      "name": "web services (bidirectional data exchange)",
                      "new_status": "operational",
                      "old_status": "operational"
                    },
                    {
                      "code": "5rhknsm37kzc",
                      "name": "FTP-related data exchange",
                      "new_status": "operational",
                      "old_status": "operational"
                    }
                  ],
                  "body": "This maintenance is announced. Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)",
                  "created_at": "2025-02-04T12:00:00.000-06:00",
                  "custom_tweet": null,
                  "deliver_notifications": true,
                  "display_at": "2025-02-04T12:00:00.000-06:00",
                  "id": "swrvmevcsnpm",
                  "incident_id": "hn4af1pfq6xh",
                  "status": "scheduled",
                  "tweet_id": null,
                  "updated_at": "2025-02-04T12:00:00.000-06:00"
                }
              ],
              "monitoring_at": null,
              "name": "Emergency maintenance: Emergency production deployment for data fixes.",
              "page_id": "rr3gzddqj7gn",
              "resolved_at": null,
              "scheduled_for": "2025-02-06T19:30:00.000-06:00",
              "scheduled_until": "2025-02-06T22:00:00.000-06:00",
              "shortlink": "https://registry.example/_maintenance/windows/2025-02-06-deployment",
              "started_at": "2025-02-06T19:30:00.000-06:00",
              "status": "in_progress",
              "updated_at": "2025-02-06T20:45:00.000-06:00"
            }
          ],
          "status": {
            "description": "Service Under Maintenance",
            "indicator": "minor"
          }
        }"#]],
    );
}

#[test]
fn how_it_is_doing() {
    #[track_caller]
    fn check(revisions: usize, now: &str, indicator: &str, description: &str) {
        let read = read(revisions, &["status.json"], now);
        let expected = json!({ "indicator": indicator, "description": description });
        assert_eq!(read["status"], expected, "{now}");
    }
    check(2, "2025-02-07T01:29:59Z", "none", "All Systems Operational");
    check(2, "2025-02-07T01:30:00Z", "minor", "Service Under Maintenance");
    check(4, "2025-02-07T03:45:10Z", "none", "All Systems Operational");
    let mut timeline = after(2);
    timeline.edge.statuspage_maintenance = true;
    let body = statuspage(site(&timeline), &["status.json"], at("2025-02-07T02:00:00Z")).body;
    assert!(body.contains("\"indicator\":\"maintenance\""), "{body}");
}

#[test]
fn each_window_stands_in_the_lists_of_its_state() {
    #[track_caller]
    fn check(revisions: usize, now: &str, expected: [&[&str]; 4]) {
        let paths: [&[&str]; 4] = [
            &["summary.json"],
            &["scheduled-maintenances.json"],
            &["scheduled-maintenances", "upcoming.json"],
            &["scheduled-maintenances", "active.json"],
        ];
        for (path, expected) in paths.into_iter().zip(expected) {
            let read = read(revisions, path, now);
            let maintenances = read["scheduled_maintenances"].as_array().expect("it is a list");
            let states: Vec<&str> =
                maintenances.iter().filter_map(|one| one["status"].as_str()).collect();
            assert_eq!(states, expected, "{path:?} {now}");
        }
    }
    check(1, "2025-02-04T17:59:59Z", [&[], &[], &[], &[]]);
    let scheduled: &[&str] = &["scheduled"];
    check(1, "2025-02-04T18:00:00Z", [scheduled, scheduled, scheduled, &[]]);
    let open: &[&str] = &["in_progress"];
    check(3, "2025-02-07T02:45:00Z", [open, open, &[], open]);
    check(4, "2025-02-07T03:45:10Z", [&[], &["completed"], &[], &[]]);
}

#[test]
fn every_document_has_its_page_and_no_other_is_there() {
    let timeline = after(1);
    let now = at("2025-02-05T00:00:00Z");
    for path in ["components.json", "incidents.json", "status.json", "summary.json"] {
        let read = read(1, &[path], "2025-02-05T00:00:00Z");
        assert_eq!(read["page"]["url"], "https://registry.example", "{path}");
    }
    for path in [&["subscribers.json"][..], &["incidents", "summary.json"], &[]] {
        assert_eq!(statuspage(site(&timeline), path, now).status, 404, "{path:?}");
    }
}
