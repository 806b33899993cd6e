//! Half an hour around the end, a row for each way of reopening. One second can hold as many
//! requests as ten minutes elsewhere, so the scale is logarithmic.

use plotters::chart::ChartBuilder;
use plotters::coord::combinators::{BindKeyPoints, IntoLogRange};
use plotters::element::{PathElement, Rectangle, Text};
use plotters::series::LineSeries;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use crate::reopening::chart::legend::{self, Entry, HEAD, Mark};
use crate::reopening::chart::palette::Paint;
use crate::reopening::chart::sheet::{DRAWN, Sheet, Words, minutes, picture, strong, words};
use crate::reopening::figures::grouped;
use crate::reopening::record::{FROM, Record, UNTIL, whole_seconds};
use crate::reopening::scenario::{RAMP, Scenario};

const WIDTH: u32 = 1920;
const ROW: u32 = 410;
/// Twice the clients, so that all of them in one second leave room above.
const TOP: u32 = 250_000;
/// Zero lies where a half would.
const COUNTS: [u32; 6] = [0, 10, 100, 1_000, 10_000, 100_000];

const TITLE: &str = "Requests per second around the end of a window";
const LEGEND: [Entry; 4] = [
    (40, Mark::Line, Paint::Origin, "reached the origin"),
    (390, Mark::Line, Paint::Edge, "answered by the edge (503)"),
    (850, Mark::Field, Paint::Window, "the window is open"),
    (1200, Mark::Field, Paint::Ramp, "machines are let in by their turn"),
];

pub fn draw(records: &[(Scenario, Record)]) -> String {
    let rows = u32::try_from(records.len()).unwrap_or_default();
    let said = Words { title: TITLE, description: describe(records) };
    picture((WIDTH, HEAD + ROW * rows + 20), &said, |sheet| {
        let (head, body) = sheet.split_vertically(HEAD);
        legend::draw(&head, TITLE, &LEGEND);
        let (body, _) = body.split_vertically(ROW * rows);
        for ((scenario, record), row) in records.iter().zip(body.split_evenly((records.len(), 1))) {
            panel(&row, *scenario, record);
        }
    })
}

fn describe(records: &[(Scenario, Record)]) -> String {
    let head = "Four diagrams from ten minutes before the end until twenty minutes after it, on a \
                logarithmic scale: requests that reached the origin, and requests that the edge \
                answered.";
    let told = records.iter().map(|(scenario, record)| {
        format!(
            " With {}, at most {} requests reach the origin in a second.",
            scenario.name(),
            grouped(record.peak().into()),
        )
    });
    std::iter::once(head.to_owned()).chain(told).collect()
}

fn panel(row: &Sheet<'_>, scenario: Scenario, record: &Record) {
    let (from, until) = (whole_seconds(FROM), whole_seconds(UNTIL));
    let mut chart = ChartBuilder::on(row)
        .margin_top(64)
        .margin_right(80)
        .x_label_area_size(60)
        .y_label_area_size(150)
        .build_cartesian_2d(
            (from..until).with_key_points((from..=until).step_by(300).collect()),
            (0..TOP).log_scale().with_key_points(COUNTS.to_vec()),
        )
        .expect(DRAWN);

    let band = |from, until, paint: Paint| {
        Rectangle::new([(from, 0), (until, TOP)], paint.colour().filled())
    };
    chart.draw_series([band(from, 0, Paint::Window)]).expect(DRAWN);
    if scenario.has_ramp() {
        chart.draw_series([band(0, whole_seconds(RAMP), Paint::Ramp)]).expect(DRAWN);
    }
    chart
        .configure_mesh()
        .light_line_style(Paint::Grid.colour().mix(0.0))
        .bold_line_style(Paint::Grid.colour().stroke_width(2))
        .axis_style(Paint::Grid.colour().stroke_width(2))
        .x_label_formatter(&|second| minutes(*second))
        .y_label_formatter(&|count| grouped(u64::from(*count)))
        .label_style(words(Paint::Pale, 24, HPos::Center))
        .draw()
        .expect(DRAWN);
    let end = PathElement::new([(0, 0), (0, TOP)], Paint::Pale.colour().stroke_width(2));
    chart.draw_series([end]).expect(DRAWN);

    for (counts, paint) in [(&record.edge, Paint::Edge), (&record.origin, Paint::Origin)] {
        let points = (from..).zip(counts.iter().copied());
        chart.draw_series(LineSeries::new(points, paint.colour().stroke_width(4))).expect(DRAWN);
    }

    let name = Text::new(scenario.name(), (150, 38), strong(Paint::Ink, 30, HPos::Left));
    let told = Text::new(scenario.explained(), (440, 38), words(Paint::Pale, 26, HPos::Left));
    let peak = format!("origin: at most {} per second", grouped(record.peak().into()));
    let peak = Text::new(peak, (1820, 96), strong(Paint::Origin, 30, HPos::Right));
    row.draw(&name).expect(DRAWN);
    row.draw(&told).expect(DRAWN);
    row.draw(&peak).expect(DRAWN);
}
