//! The client's configuration: `libvirt.conf` of the system for root, of the user for everybody else, with the default
//! URI and with short names for URIs.

#![forbid(unsafe_code)]

use std::env;
use std::path::PathBuf;

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::conf_file::ConfFile;

/// Where the system's configuration is.
pub const SYSTEM_FOLDER: &str = "/etc/libvirt";

/// `libvirt.conf`, or nothing where there is none.
#[derive(Debug)]
pub struct ClientConf(Option<ConfFile>);

impl ClientConf {
    /// Reads the file that counts for this user.
    pub fn load() -> Result<Self> {
        let folder =
            if nix::unistd::geteuid().is_root() { Some(SYSTEM_FOLDER.into()) } else { user_folder() };
        let file = folder.map(|folder| ConfFile::read(&folder.join("libvirt.conf"))).transpose()?;
        Ok(Self(file.flatten()))
    }

    /// The URI that is meant when a program names none: that of the environment, else `uri_default`.
    pub fn default_uri(&self) -> Result<Option<String>> {
        match (env::var("LIBVIRT_DEFAULT_URI"), &self.0) {
            (Ok(uri), _) if !uri.is_empty() => Ok(Some(uri)),
            (_, Some(file)) => Ok(file.text("uri_default")?.map(str::to_owned)),
            (_, None) => Ok(None),
        }
    }

    /// The URI that `alias` is short for, by `uri_aliases`. Entries are looked at, and found fault with, in their order.
    pub fn resolve(&self, alias: &str) -> Result<Option<String>> {
        let entries = self.0.as_ref().map(|file| file.texts("uri_aliases")).transpose()?.flatten();
        for entry in entries.unwrap_or_default() {
            let Some((name, uri)) = entry.split_once('=') else {
                return Err(malformed(entry, "expected 'alias=uri://host/path'"));
            };
            if !name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b)) {
                return Err(malformed(entry, "aliases may only contain 'a-Z, 0-9, _, -'"));
            }
            if name == alias {
                return Ok(Some(uri.to_owned()));
            }
        }
        Ok(None)
    }
}

/// The user's folder for configuration; `None` without a home.
pub fn user_folder() -> Option<PathBuf> {
    let variable = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = variable("XDG_CONFIG_HOME").or_else(|| Some(variable("HOME").or_else(home)?.join(".config")));
    Some(base?.join("libvirt"))
}

/// The user's home by the list of users.
fn home() -> Option<PathBuf> {
    let user = nix::unistd::User::from_uid(nix::unistd::getuid()).ok()??;
    Some(user.dir)
}

fn malformed(entry: &str, what: &str) -> Error {
    let text = format!("Malformed 'uri_aliases' config entry '{entry}', {what}");
    Error::new(ErrorCode::VIR_ERR_CONF_SYNTAX, ErrorDomain::VIR_FROM_URI, text)
}
