//! Connection URIs, also behind an alias: the canonical form is canonical.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use virt::util::client_conf::ClientConf;
use virt::util::conf_file::ConfFile;
use virt::util::uri::Uri;

/// Tries one input.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(uri) = Uri::parse(text) {
        for (name, _) in &uri.params {
            assert!(uri.param(name).is_some(), "{text}");
        }
        let canonical = uri.to_string();
        // As the original, which writes a path without a slash where a host stands, and takes anything in brackets.
        let is_name = |host: &str| host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:".contains(&b));
        if (uri.path.is_empty() || uri.path.starts_with('/')) && uri.server.as_deref().is_none_or(is_name) {
            let again = Uri::parse(&canonical).unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(again.to_string(), canonical, "{text}");
        }
    }
    let conf = format!("uri_aliases = [ \"a=test:///default\", \"\"\"{text}\"\"\", \"b=x\" ]");
    if let Ok(file) = ConfFile::parse(&conf, "/file") {
        let conf = ClientConf::from(file);
        // Unless the text ends its own quotes.
        if !text.contains('"') {
            assert_eq!(conf.resolve("a").ok().flatten(), Some("test:///default"), "{text}");
        }
        let _ = conf.resolve("b").map(|uri| uri.map(Uri::parse));
    }
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
