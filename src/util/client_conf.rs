//! The settings of clients, `libvirt.conf` and `libvirt-admin.conf`: the default URI, and short names for URIs.

#![forbid(unsafe_code)]

use std::path::PathBuf;

use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::conf_file::ConfFile;
use crate::util::user_dirs;

/// Where the system's settings are.
pub const SYSTEM_FOLDER: &str = "/etc/libvirt";

/// The settings in a client's file; none if there is no such file.
pub struct ClientConf(ConfFile);

impl From<ConfFile> for ClientConf {
    fn from(file: ConfFile) -> Self {
        Self(file)
    }
}

impl ClientConf {
    /// Reads the file `name`: root's from the system's folder, that of others from their own.
    pub fn read(name: &str) -> Result<Self> {
        let dir = if nix::unistd::geteuid().is_root() {
            PathBuf::from(SYSTEM_FOLDER)
        } else {
            user_dirs::config_dir()
        };
        let path = dir.join(name);
        // As libvirt: what cannot be looked at, such as in somebody else's home, is not there.
        if !path.exists() {
            return Ok(ConfFile::default().into());
        }
        Ok(ConfFile::read(&path)?.unwrap_or_default().into())
    }

    /// The URI for programs that give none.
    pub fn default_uri(&self) -> Result<Option<&str>> {
        self.0.text("uri_default")
    }

    /// The setting `name`, a string.
    pub fn text(&self, name: &str) -> Result<Option<&str>> {
        self.0.text(name)
    }

    /// The URI that `alias` stands for. As in the original, a malformed entry before the wanted one is an error.
    pub fn resolve(&self, alias: &str) -> Result<Option<&str>> {
        const NAME_CHARS: &[u8] = b"_-";
        let malformed = |entry, expected| {
            let text = format!("Malformed 'uri_aliases' config entry '{entry}', {expected}");
            Err(Error::new(ErrorCode::VIR_ERR_CONF_SYNTAX, ErrorDomain::VIR_FROM_URI, text))
        };
        for entry in self.0.texts("uri_aliases")?.unwrap_or_default() {
            let Some((name, uri)) = entry.split_once('=') else {
                return malformed(entry, "expected 'alias=uri://host/path'");
            };
            if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || NAME_CHARS.contains(&byte)) {
                return malformed(entry, "aliases may only contain 'a-Z, 0-9, _, -'");
            }
            if name == alias {
                return Ok(Some(uri));
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conf(text: &str) -> ClientConf {
        ConfFile::parse(text, "t").expect("well formed").into()
    }

    #[test]
    fn aliases_are_looked_at_in_order() {
        let conf = conf("uri_aliases = [ \"a=b=c\", \"_-9Z=foo:///\", \"a=later\", \"c\", \"d=lost\" ]");
        assert_eq!(conf.resolve("a").unwrap(), Some("b=c"));
        assert_eq!(conf.resolve("_-9Z").unwrap(), Some("foo:///"));
        for unreachable in ["d", "e"] {
            assert_eq!(
                conf.resolve(unreachable).unwrap_err().message(),
                "configuration file syntax error: Malformed 'uri_aliases' config entry 'c', \
                 expected 'alias=uri://host/path'"
            );
        }
    }

    #[test]
    fn aliases_are_words() {
        let error = conf("uri_aliases = [ \"d e=x:///\" ]").resolve("a").unwrap_err();
        assert_eq!(
            error.message(),
            "configuration file syntax error: Malformed 'uri_aliases' config entry 'd e=x:///', \
             aliases may only contain 'a-Z, 0-9, _, -'"
        );
    }

    #[test]
    fn the_default_is_a_string() {
        assert_eq!(conf("").default_uri().unwrap(), None);
        assert_eq!(conf("uri_default = \"x\"").default_uri().unwrap(), Some("x"));
        let error = conf("uri_default = 5").default_uri().unwrap_err();
        assert_eq!(error.message(), "internal error: t: expected a string for 'uri_default' parameter");
    }
}
