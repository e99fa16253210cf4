//! The files that test domains are saved to: a mark, the length of the XML as a number of four bytes in the machine's
//! order, the XML. The original's files and these are the same.

#![forbid(unsafe_code)]

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;

use super::FROM;
use crate::conf::domain::{DomainDef, FormatFlags};
use crate::error::{Error, Result};

/// What a file begins with.
pub const MAGIC: &[u8] = b"TestGuestMagic\0";

/// The longest XML that is read, in bytes. As in the original longer ones are written all the same.
const MAX_LENGTH: i32 = 8192;

/// What can fail when a file is made.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Open,
    Write,
}

/// Writes the definition of a domain, with its id if it runs and with passwords.
pub fn write(path: &str, def: &DomainDef) -> Result<()> {
    let xml = def.format(FormatFlags { secure: true, ..FormatFlags::default() });
    let length = i32::try_from(xml.len()).map_err(|_| Error::internal(FROM, "a definition of gigabytes"))?;
    let content = [MAGIC, &length.to_ne_bytes(), xml.as_bytes()].concat();
    create(path, &content, |step| match step {
        Step::Open => format!("saving domain '{}' to '{path}': open failed", def.name),
        Step::Write => format!("saving domain '{}' to '{path}': write failed", def.name),
    })
}

/// Makes a file with `content`, in place of what was there. One that cannot be written as a whole is removed. `what` are
/// the words for a step that failed.
pub fn create(path: &str, content: &[u8], what: impl Fn(Step) -> String) -> Result<()> {
    let failed = |step, cause: &io::Error| Error::system(FROM, what(step), cause);
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
        .map_err(|e| failed(Step::Open, &e))?;
    file.write_all(content).map_err(|cause| {
        // Only what was made here: the path may be that of a device.
        if file.metadata().is_ok_and(|meta| meta.is_file()) {
            // Nothing more can be done if even this fails.
            let _ = fs::remove_file(path);
        }
        failed(Step::Write, &cause)
    })
}

/// The XML in the file at `path`.
pub fn read(path: &str) -> Result<String> {
    let file = File::open(path).map_err(|e| failed(format!("cannot read domain image '{path}'"), &e))?;
    read_from(file, path)
}

/// The XML in `file`, which errors call `path`.
pub fn read_from(mut file: impl Read, path: &str) -> Result<String> {
    let mut magic = [0; MAGIC.len()];
    exactly(&mut file, &mut magic).map_err(|e| failed(format!("incomplete save header in '{path}'"), &e))?;
    if magic != MAGIC {
        return Err(Error::internal(FROM, "mismatched header magic"));
    }
    let mut length = [0; 4];
    exactly(&mut file, &mut length)
        .map_err(|e| failed(format!("failed to read metadata length in '{path}'"), &e))?;
    let length = i32::from_ne_bytes(length);
    let length = usize::try_from(length)
        .ok()
        .filter(|_| (1..=MAX_LENGTH).contains(&length))
        .ok_or_else(|| Error::internal(FROM, "length of metadata out of range"))?;
    let mut xml = vec![0; length];
    exactly(&mut file, &mut xml).map_err(|e| failed(format!("incomplete metadata in '{path}'"), &e))?;
    String::from_utf8(xml).map_err(|_| Error::internal(FROM, format!("no text in '{path}'")))
}

/// Fills `buffer`. As in the original the end of the file is not an error of the system, which then has "Success" to say.
fn exactly(file: &mut impl Read, buffer: &mut [u8]) -> io::Result<()> {
    file.read_exact(buffer).map_err(|error| match error.kind() {
        ErrorKind::UnexpectedEof => io::Error::from_raw_os_error(0),
        _ => error,
    })
}

fn failed(what: String, cause: &io::Error) -> Error {
    Error::system(FROM, what, cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_as_a_whole_is_removed_unless_it_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let device = folder.path().join("device");
        std::os::unix::fs::symlink("/dev/full", &device).unwrap();
        let error = create(device.to_str().unwrap(), MAGIC, |step| format!("{step:?}")).unwrap_err();
        assert_eq!(error.message(), "Write: No space left on device");
        assert!(fs::symlink_metadata(&device).is_ok());
        let below = device.join("x");
        let error = create(below.to_str().unwrap(), MAGIC, |step| format!("{step:?}")).unwrap_err();
        assert_eq!(error.message(), "Open: Not a directory");
    }

    #[test]
    fn xml_that_is_no_text_is_refused() {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), [MAGIC, &2_i32.to_ne_bytes(), &[0xff, 0xfe]].concat()).unwrap();
        let error = read(file.path().to_str().unwrap()).unwrap_err();
        assert!(error.message().starts_with("internal error: no text in"), "{error}");
    }
}
