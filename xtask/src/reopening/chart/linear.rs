//! The minutes after the end, a column for each way of reopening: above to the scale of the highest
//! second of all, below to the scale of the others.

use plotters::chart::ChartBuilder;
use plotters::coord::combinators::BindKeyPoints;
use plotters::element::{Polygon, Rectangle, Text};
use plotters::series::LineSeries;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use crate::reopening::chart::legend::{self, Entry, HEAD, Mark};
use crate::reopening::chart::palette::Paint;
use crate::reopening::chart::sheet::{DRAWN, Sheet, Words, minutes, picture, strong, words};
use crate::reopening::figures::grouped;
use crate::reopening::record::{FROM, Record, whole_seconds};
use crate::reopening::scenario::{RAMP, Scenario};

const WIDTH: u32 = 1920;
const ROW: u32 = 400;
/// What is shown, in seconds from the end.
const SHOWN: std::ops::Range<i32> = -60..720;

const TITLE: &str = "What reaches the origin when the window ends";
const LEGEND: [Entry; 3] = [
    (40, Mark::Line, Paint::Origin, "requests per second that reached the origin"),
    (720, Mark::Field, Paint::Window, "the window is open"),
    (1080, Mark::Field, Paint::Ramp, "machines are let in by their turn"),
];

pub fn draw(records: &[(Scenario, Record)]) -> String {
    let peaks = || records.iter().map(|(_, record)| record.peak());
    let highest = peaks().max().unwrap_or_default();
    let others = peaks().filter(|peak| *peak != highest).max().unwrap_or_default();
    let said = Words { title: TITLE, description: describe(highest, others) };
    picture((WIDTH, HEAD + 2 * ROW + 20), &said, |sheet| {
        let (head, body) = sheet.split_vertically(HEAD);
        legend::draw(&head, TITLE, &LEGEND);
        let (above, below) = body.split_vertically(ROW);
        let (below, _) = below.split_vertically(ROW);
        let panels = |row: &Sheet<'_>, step: u32, highest: u32| {
            for ((scenario, record), part) in
                records.iter().zip(row.split_evenly((1, records.len())))
            {
                panel(&part, *scenario, record, &Scale::up_to(highest, step));
            }
        };
        panels(&above, 20_000, highest);
        panels(&below, 500, others);
    })
}

fn describe(highest: u32, others: u32) -> String {
    format!(
        "The minutes after the end for four ways of reopening, on two linear scales. Above, the \
         highest second of all, {}, dwarfs everything else; below, the highest second of the \
         others is {}.",
        grouped(highest.into()),
        grouped(others.into()),
    )
}

/// A linear scale that begins at zero.
struct Scale {
    top: u32,
    marks: Vec<u32>,
}

impl Scale {
    /// The first mark above the highest count ends it.
    fn up_to(highest: u32, step: u32) -> Self {
        let top = (highest / step + 1) * step;
        Self { top, marks: (0..=top).step_by(usize::try_from(step).unwrap_or(1)).collect() }
    }
}

fn panel(part: &Sheet<'_>, scenario: Scenario, record: &Record, scale: &Scale) {
    let top = scale.top;
    let mut chart = ChartBuilder::on(part)
        .margin_top(90)
        .margin_right(24)
        .x_label_area_size(60)
        .y_label_area_size(110)
        .build_cartesian_2d(
            SHOWN.with_key_points(vec![0, 300, 600]),
            (0..top).with_key_points(scale.marks.clone()),
        )
        .expect(DRAWN);

    let band = |from, until, paint: Paint| {
        Rectangle::new([(from, 0), (until, top)], paint.colour().filled())
    };
    chart.draw_series([band(SHOWN.start, 0, Paint::Window)]).expect(DRAWN);
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

    // What is higher than the scale is cut off at its top.
    let points: Vec<(i32, u32)> = (whole_seconds(FROM)..)
        .zip(record.origin.iter().map(|count| *count.min(&top)))
        .filter(|(second, _)| SHOWN.contains(second))
        .collect();
    let floor = [(SHOWN.end - 1, 0), (SHOWN.start, 0)];
    let area: Vec<(i32, u32)> = points.iter().copied().chain(floor).collect();
    chart.draw_series([Polygon::new(area, Paint::Origin.colour().mix(0.25))]).expect(DRAWN);
    chart
        .draw_series(LineSeries::new(points, Paint::Origin.colour().stroke_width(3)))
        .expect(DRAWN);

    let peak = record.peak();
    let name = Text::new(scenario.name(), (110, 28), strong(Paint::Ink, 28, HPos::Left));
    let told = if peak > top {
        format!("cut off: {}", grouped(peak.into()))
    } else {
        format!("at most {}", grouped(peak.into()))
    };
    let told = Text::new(told, (110, 64), words(Paint::Origin, 26, HPos::Left));
    part.draw(&name).expect(DRAWN);
    part.draw(&told).expect(DRAWN);
}
