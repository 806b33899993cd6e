//! The schedule as machines get it: its form, and what is refused when it is read.

use chrono::{DateTime, Utc};
use expect_test::expect;
use schedule::{Gate, Timeline};
use serde_json::{Value, json};

const FOUNDING: &str = include_str!("../../examples/immtrac2/schedule.toml");

fn founding() -> Timeline {
    let parsed = schedule::parse(FOUNDING, "2025-02-01T00:00:00Z".parse().expect("a literal"));
    parsed.schedule.expect("the founding notice is valid").timeline(DateTime::UNIX_EPOCH)
}

#[test]
fn the_founding_notice_as_json() {
    // The release of the zone tables moves with every update of them.
    let json = serde_json::to_string_pretty(&founding()).expect("a timeline is JSON");
    let json = json.replace(schedule::Zone::RELEASE, "any");
    expect![[r#"
        {
          "format": 1,
          "zones": "any",
          "service": {
            "name": "ImmTrac2",
            "zone": "America/Chicago",
            "label": "CT",
            "language": "en",
            "title": "Service Unavailable",
            "message": "The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.",
            "imminent": 1800,
            "notice": {
              "operator": "the Texas Department of State Health Services (DSHS) IT",
              "audience": "Texas Immunization Registry (ImmTrac2) users and organizations submitting patient and immunization data via ImmTrac2 online and via electronic data exchange",
              "forward_to": "your IT staff and Electronic Health Records vendor",
              "translations": {
                "es": {
                  "operator": "el departamento de informática del Departamento Estatal de Servicios de Salud de Texas (DSHS)",
                  "audience": "usuarios del Registro de Inmunización de Texas (ImmTrac2) y organizaciones que envían datos de pacientes y de inmunización por medio de ImmTrac2 en línea y por intercambio electrónico de datos",
                  "forward_to": "su personal de informática y el proveedor de su sistema de expedientes médicos electrónicos"
                }
              }
            },
            "translations": {
              "es": {
                "label": "hora central"
              }
            }
          },
          "edge": {
            "prefix": "/_maintenance",
            "pass": [],
            "retry_after": {
              "cap": 3600,
              "spread": 300,
              "overrun": 120
            }
          },
          "channels": [
            {
              "id": "web",
              "name": "ImmTrac2 (web) online application",
              "disposition": "unavailable",
              "routes": [
                "/*"
              ],
              "afterwards": "nothing",
              "instructions": {
                "before": "Ensure that all time-sensitive tasks are recorded manually.",
                "during": "Record time-sensitive tasks manually until the application is available again.",
                "after": "Continue normal business."
              },
              "contact": {
                "topic": "Access to ImmTrac2 web application (online)",
                "email": "ImmTrac2@dshs.texas.gov"
              },
              "translations": {
                "es": {
                  "name": "aplicación en línea de ImmTrac2 (web)",
                  "before": "Asegúrese de registrar a mano todas las tareas que no puedan esperar.",
                  "during": "Registre a mano las tareas que no puedan esperar, hasta que la aplicación vuelva a estar disponible.",
                  "after": "Continúe con sus actividades normales.",
                  "topic": "Acceso a la aplicación web de ImmTrac2 (en línea)"
                }
              }
            },
            {
              "id": "web-services",
              "name": "web services (bidirectional data exchange)",
              "disposition": "unavailable",
              "routes": [
                "/soap/*",
                "/api/*"
              ],
              "afterwards": "resend",
              "instructions": {
                "before": "Continue normal business.",
                "during": "Continue normal business, and keep the messages that are answered 503: they were not processed.",
                "after": "Resend data for processing."
              },
              "contact": {
                "topic": "Data Exchange",
                "email": "ImmTracMU@dshs.texas.gov"
              },
              "translations": {
                "es": {
                  "name": "servicios web (intercambio bidireccional de datos)",
                  "before": "Continúe con sus actividades normales.",
                  "during": "Continúe con sus actividades normales y conserve los mensajes que reciban la respuesta 503: no se procesaron.",
                  "after": "Reenvíe los datos para que se procesen.",
                  "topic": "Intercambio de datos"
                }
              }
            },
            {
              "id": "ftp",
              "name": "FTP-related data exchange",
              "disposition": "hold",
              "routes": [],
              "afterwards": "nothing",
              "instructions": {
                "before": "Continue to submit data exchange files to your FTP account.",
                "during": "Files may be submitted; they are not processed during the downtime.",
                "after": "File processing resumes automatically. There is no need to resubmit data."
              },
              "contact": {
                "topic": "Data Exchange",
                "email": "ImmTracMU@dshs.texas.gov"
              },
              "translations": {
                "es": {
                  "name": "intercambio de datos por FTP",
                  "before": "Siga enviando los archivos de intercambio de datos a su cuenta de FTP.",
                  "during": "Puede enviar archivos; no se procesarán durante la interrupción.",
                  "after": "El procesamiento de archivos se reanuda automáticamente. No es necesario volver a enviar los datos.",
                  "topic": "Intercambio de datos"
                }
              }
            }
          ],
          "occurrences": [
            {
              "window": "2025-02-06-deployment",
              "start": "2025-02-06T19:00:00-06:00",
              "end": "2025-02-06T21:00:00-06:00",
              "announced": null,
              "released": null,
              "channels": [
                0,
                1,
                2
              ],
              "reason": "emergency",
              "overrun": "reopen",
              "summary": "Emergency production deployment for data fixes.",
              "translations": {
                "es": {
                  "summary": "Despliegue de emergencia en producción para corregir datos."
                }
              },
              "cancelled": false
            }
          ]
        }"#]].assert_eq(&json);
}

#[test]
fn what_is_written_is_read() {
    let timeline = founding();
    let read = Timeline::from_json(timeline.to_json().as_bytes()).expect("we wrote it");
    assert_eq!(read, timeline);
    assert_eq!(read.to_json(), timeline.to_json());
}

/// Refuses `json`, and says why. The place is left out: it moves with every word of the notice.
#[track_caller]
fn check_refused(row: &str, json: &[u8], expected: &str) {
    let error = Timeline::from_json(json).expect_err("the rows are no timelines").to_string();
    let sentence = error.split(" at line ").next();
    assert_eq!(sentence, Some(expected), "{row}");
}

#[test]
fn what_is_no_json_of_this_shape_is_refused() {
    #[track_caller]
    fn check(json: &[u8], expected: &str) {
        let row = String::from_utf8_lossy(&json[..json.len().min(20)]);
        check_refused(&row, json, &format!("expected a timeline in JSON, but {expected}"));
    }
    check(b"", "EOF while parsing a value");
    check(b"null", "invalid type: null, expected struct Timeline");
    check(b"{}", "missing field `format`");
    check(b"\xff\xfe", "expected value");
    let whole = founding().to_json();
    let (service, _) = whole.split_once(",\"edge\"").expect("the edge comes after the service");
    check(service.as_bytes(), "EOF while parsing an object");
    // What a proxy might answer in the timeline's stead.
    check(b"<!doctype html><title>Service Unavailable</title>", "expected value");
    // Deep enough to overflow the stack of a reader that follows.
    check("[".repeat(100_000).as_bytes(), "invalid type: sequence, expected u32");
    check("{\"x\":".repeat(100_000).as_bytes(), "EOF while parsing a value");
}

#[test]
fn what_contradicts_itself_is_refused() {
    /// The founding notice with another value at `pointer`.
    #[track_caller]
    fn check(pointer: &str, value: &str, expected: &str) {
        let mut json = serde_json::to_value(founding()).expect("a timeline is JSON");
        let value: Value = serde_json::from_str(value).expect("the rows are JSON");
        *json.pointer_mut(pointer).expect("the rows point at values") = value;
        check_refused(pointer, json.to_string().as_bytes(), expected);
    }
    const OTHER_FORMAT: &str = "expected a timeline of format 1, but found format 2; \
        build the worker and the timeline with the same version";
    check("/format", "2", OTHER_FORMAT);

    let window = |sentence| format!("window `2025-02-06-deployment` {sentence}");
    let no_channel = window("is over channel number 3, but the timeline has 3");
    check("/occurrences/0/channels/1", "3", &no_channel);

    let backwards = window("does not end after it starts");
    check("/occurrences/0/end", "\"2025-02-06T18:59:59-06:00\"", &backwards);
    check("/occurrences/0/released", "\"2025-02-06T18:00:00-06:00\"", &backwards);
    // The instant of the start, at another offset.
    check("/occurrences/0/end", "\"2025-02-07T01:00:00Z\"", &backwards);

    let out_of_range = window("has an instant outside the years 2020 to 2099");
    check("/occurrences/0/end", "\"9999-12-31T23:59:59Z\"", &out_of_range);
    check("/occurrences/0/announced", "\"2019-12-31T23:59:59Z\"", &out_of_range);

    // Every path begins with nothing: the whole site would be ours.
    check("/edge/prefix", "\"\"", "expected a prefix such as `/_maintenance`, but found ``");
    check("/edge/prefix", "\"/\"", "expected a prefix such as `/_maintenance`, but found `/`");

    let malformed = |what| format!("expected a timeline in JSON, but {what}");
    let no_length = malformed("expected a length from 1 second to 366 days");
    check("/service/imminent", "0", &no_length);
    check("/edge/retry_after/cap", "4294967295", &no_length);
    let no_route = malformed("expected a route with a path, such as `/soap/*`");
    check("/channels/0/routes/0", "\"no path\"", &no_route);
    let no_instant = malformed("input is out of range");
    check("/occurrences/0/start", "\"2025-02-06T25:00:00Z\"", &no_instant);
}

// The gate searches; a list in another order would send it astray.
#[test]
fn occurrences_in_another_order_are_put_in_order() {
    let mut json = serde_json::to_value(founding()).expect("a timeline is JSON");
    let mut earlier = json["occurrences"][0].clone();
    earlier["window"] = json!("earlier");
    earlier["start"] = json!("2025-02-05T19:00:00-06:00");
    earlier["end"] = json!("2025-02-05T21:00:00-06:00");
    json["occurrences"].as_array_mut().expect("a list").push(earlier);
    let timeline = Timeline::from_json(json.to_string().as_bytes()).expect("it is valid");
    let order: Vec<&str> = timeline.occurrences.iter().map(|o| o.window.as_str()).collect();
    assert_eq!(order, ["earlier", "2025-02-06-deployment"]);
}

#[test]
fn a_timeline_without_windows_or_channels_is_open_at_every_instant() {
    let mut json = serde_json::to_value(founding()).expect("a timeline is JSON");
    json["occurrences"] = json!([]);
    json["channels"] = json!([]);
    let timeline = Timeline::from_json(json.to_string().as_bytes()).expect("it is valid");
    let gate = Gate::new(timeline);
    for now in [DateTime::<Utc>::MIN_UTC, DateTime::UNIX_EPOCH, DateTime::<Utc>::MAX_UTC] {
        assert!(gate.is_open(now));
        assert_eq!(gate.timeline().next_change(now), None);
        assert!(gate.timeline().outlook(0, now).is_none());
    }
}
