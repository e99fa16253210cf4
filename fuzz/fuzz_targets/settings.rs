//! Settings files: any text as `libvirt.conf`, `qemu.conf` and `auth.conf`. What a reader says is there can be asked for.

#![cfg_attr(fuzzing, no_main)]
#![forbid(unsafe_code)]

use virt::drivers::qemu::config::Config;
use virt::util::client_conf::ClientConf;
use virt::util::conf_file::ConfFile;
use virt::util::key_file::KeyFile;

/// Tries one input.
pub fn run(data: &[u8]) {
    // As files are read.
    let text = &*String::from_utf8_lossy(data);
    if let Ok(file) = ConfFile::parse(text, "/file") {
        for name in file.names() {
            assert!(file.value(name).is_some(), "{name}");
            let kinds = [
                file.text(name).map(drop),
                file.number(name).map(drop),
                file.flag(name).map(drop),
                file.texts(name).map(drop),
            ];
            // 0 and 1 are flags too.
            assert!(kinds.into_iter().filter(|kind| kind.is_ok()).count() <= 2, "{name}");
        }
        let _ = Config::understand(&file);
        let clients = ClientConf::from(file);
        let _ = clients.default_uri();
        for alias in ["a", "", "no such alias"] {
            let _ = clients.resolve(alias);
        }
    }
    if let Some(file) = KeyFile::parse(text) {
        for group in ["auth-test-localhost", "credentials-a", ""] {
            let value = ["credentials", "username", "password", ""].map(|key| file.value(group, key));
            assert!(file.has_group(group) || value.iter().all(Option::is_none), "{group}");
        }
    }
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| run(data));
