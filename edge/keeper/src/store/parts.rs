//! Texts and bytes that are too large for a row: at most 2 MB fit into one.

use super::{Fault, Store, Value};

/// Bytes.
const PART: usize = 1024 * 1024;

impl Store {
    /// Keeps `bytes` under a name that has nothing yet.
    pub(super) fn put_parts(&self, whole: &str, bytes: &[u8]) -> Result<(), Fault> {
        for (part, bytes) in (0i64..).zip(bytes.chunks(PART)) {
            self.exec(
                "INSERT INTO part (whole, part, bytes) VALUES (?, ?, ?)",
                &[whole.into(), part.into(), Value::Blob(bytes)],
            )?;
        }
        Ok(())
    }

    /// What is kept under a name; nothing where nothing is.
    pub(super) fn parts(&self, whole: &str) -> Result<Vec<u8>, Fault> {
        let sql = "SELECT bytes FROM part WHERE whole = ? ORDER BY part";
        let mut bytes = Vec::new();
        for row in self.rows(sql, &[whole.into()])? {
            bytes.extend(row.blob(0)?);
        }
        Ok(bytes)
    }

    pub(super) fn text_parts(&self, whole: &str) -> Result<String, Fault> {
        String::from_utf8(self.parts(whole)?).map_err(|_| Fault::Unreadable { what: "a text" })
    }

    pub(super) fn remove_parts(&self, whole: &str) -> Result<(), Fault> {
        self.exec("DELETE FROM part WHERE whole = ?", &[whole.into()])
    }
}
