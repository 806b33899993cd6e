//! How a page embeds exactly the banner that was built: by its version, with the digests of its scripts.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::failure::{AboutFile, Failure};

/// The two elements, for the host that serves what lies in `widget` below `prefix`. The import map is for
/// the script that the loader fetches: its digest cannot stand in the loader's own element.
pub fn elements(widget: &Path, version: &str, prefix: &str) -> Result<String, Failure> {
    let folder = widget.join("banner").join(version);
    let digest = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).about("read", &path).map(|bytes| integrity(&bytes))
    };
    let address = format!("{prefix}/banner/{version}");
    Ok(format!(
        "<script type=\"importmap\">{{\"integrity\":{{\"{address}/define.js\":\"{}\"}}}}</script>\n\
         <script type=\"module\" src=\"{address}/banner.js\" integrity=\"{}\" crossorigin></script>",
        digest("define.js")?,
        digest("banner.js")?,
    ))
}

/// As Subresource Integrity states it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_as_the_standard_has_them() {
        // The example of the W3C's text, section 3.1.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
