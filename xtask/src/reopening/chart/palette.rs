//! The colours, each as it is on a light page and on a dark one.

use plotters::style::RGBColor;

/// What is drawn with a colour of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Paint {
    Paper,
    Ink,
    /// Words of less weight.
    Pale,
    Grid,
    /// The time in which the window is open.
    Window,
    /// The time in which machines are let in step by step.
    Ramp,
    Origin,
    Edge,
}

impl Paint {
    const ALL: [Self; 8] = [
        Self::Paper,
        Self::Ink,
        Self::Pale,
        Self::Grid,
        Self::Window,
        Self::Ramp,
        Self::Origin,
        Self::Edge,
    ];

    /// The colour that is drawn with: the one for light pages.
    pub fn colour(self) -> RGBColor {
        let [_, red, green, blue] = self.light().to_be_bytes();
        RGBColor(red, green, blue)
    }

    fn light(self) -> u32 {
        match self {
            Self::Paper => 0xFF_FF_FF,
            Self::Ink => 0x1F_23_28,
            Self::Pale => 0x59_63_6E,
            Self::Grid => 0xD9_DF_E5,
            Self::Window => 0xEE_F0_F3,
            Self::Ramp => 0xE6_F4_FF,
            Self::Origin => 0x09_69_DA,
            Self::Edge => 0xBC_4C_00,
        }
    }

    fn dark(self) -> u32 {
        match self {
            Self::Paper => 0x0D_11_17,
            Self::Ink => 0xE6_ED_F3,
            Self::Pale => 0x9D_A7_B3,
            Self::Grid => 0x2B_31_3A,
            Self::Window => 0x1C_21_28,
            Self::Ramp => 0x10_26_41,
            Self::Origin => 0x58_A6_FF,
            Self::Edge => 0xF0_88_3E,
        }
    }
}

/// The style sheet of a picture. A rule wins over the attribute that it matches, so the colours of
/// a dark page take the place of those that were drawn with.
pub fn style_sheet() -> String {
    let rules: String = Paint::ALL
        .iter()
        .map(|paint| {
            let (light, dark) = (paint.light(), paint.dark());
            format!(
                "[fill=\"#{light:06X}\"]{{fill:#{dark:06X}}}\
                 [stroke=\"#{light:06X}\"]{{stroke:#{dark:06X}}}\n"
            )
        })
        .collect();
    format!(
        "text{{font-family:system-ui,-apple-system,\"Segoe UI\",sans-serif}}\n\
         polyline{{stroke-linejoin:round}}\n\
         @media(prefers-color-scheme:dark){{\n{rules}}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of two colours, as the accessibility guidelines of the W3C compute it (WCAG 2.2).
    fn contrast(one: u32, other: u32) -> f64 {
        let luminance = |colour: u32| {
            let channels = colour.to_be_bytes().map(|octet| {
                let part = f64::from(octet) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * channels[1] + 0.7152 * channels[2] + 0.0722 * channels[3] + 0.05
        };
        let (one, other) = (luminance(one), luminance(other));
        one.max(other) / one.min(other)
    }

    #[test]
    fn words_and_lines_can_be_told_from_what_is_behind_them() {
        for behind in [Paint::Paper, Paint::Window, Paint::Ramp] {
            for (front, least) in
                [(Paint::Ink, 7.0), (Paint::Pale, 4.5), (Paint::Origin, 4.5), (Paint::Edge, 4.0)]
            {
                for of in [Paint::light, Paint::dark] {
                    let found = contrast(of(front), of(behind));
                    assert!(found >= least, "{front:?} on {behind:?}: {found:.1}");
                }
            }
        }
    }

    #[test]
    fn no_two_have_the_same_colour_to_draw_with() {
        let mut colours = Paint::ALL.map(Paint::light);
        colours.sort_unstable();
        assert!(colours.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
