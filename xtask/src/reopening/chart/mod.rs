//! The pictures, as SVG.
//!
//! Every coordinate is a whole number and nothing depends on fonts, so the same records give the
//! same bytes.

mod legend;
pub mod linear;
pub mod logarithmic;
mod palette;
mod sheet;
