//! The picture that every screen of the test host shows.

#![forbid(unsafe_code)]

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsRawFd;
use std::sync::Arc;

use rustix::fs::{MemfdFlags, memfd_create};

use super::FROM;
use crate::error::{Error, Result};
use crate::stream::{FdStream, Stream};

/// The original's picture, where the original is installed too.
const ORIGINAL: &str = "/usr/share/libvirt/test-screenshot.png";

/// The picture of this library.
const PICTURE: &[u8] = include_bytes!("screenshot.png");

/// The library's own picture as a file that can only be read.
fn own_picture() -> io::Result<File> {
    let mut memory = File::from(memfd_create(c"screenshot", MemfdFlags::CLOEXEC)?);
    memory.write_all(PICTURE)?;
    File::open(format!("/proc/self/fd/{}", memory.as_raw_fd()))
}

/// Begins to send the picture.
pub fn send(stream: &Stream) -> Result<()> {
    let failed = |cause: &io::Error| Error::system(FROM, "Unable to open a picture", cause);
    let file = File::open(ORIGINAL).or_else(|_| own_picture()).map_err(|e| failed(&e))?;
    stream.attach(Arc::new(FdStream::new(file, stream.is_non_blocking()).map_err(|e| failed(&e))?));
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn the_own_picture_can_only_be_read() {
        let mut file = own_picture().unwrap();
        let mut picture = Vec::new();
        file.read_to_end(&mut picture).unwrap();
        assert_eq!(picture, PICTURE);
        assert!(picture.starts_with(b"\x89PNG\r\n\x1a\n"));
        assert_eq!(file.write(b"x").unwrap_err().raw_os_error(), Some(libc::EBADF));
    }
}
