//! Every function that a driver implements, from its exported C function to the driver's method and back: the driver is
//! a stub that notes what it was asked and answers with fixed values. What went in at one end comes out at the other.

mod answers;
mod domain;
mod host;
mod keys;
mod look;
mod migrate;
mod network;
mod objects;
mod refused;
mod storage;
mod stub;

/// The traits whose methods all have to be called here.
const TRAITS: [(&str, &str); 10] = [
    ("network", include_str!("../../src/driver/network.rs")),
    ("storage", include_str!("../../src/driver/storage.rs")),
    ("secret", include_str!("../../src/driver/secret.rs")),
    ("node_device", include_str!("../../src/driver/node_device.rs")),
    ("interface", include_str!("../../src/driver/interface.rs")),
    ("nwfilter", include_str!("../../src/driver/nwfilter.rs")),
    ("device", include_str!("../../src/driver/device.rs")),
    ("block", include_str!("../../src/driver/block.rs")),
    ("lxc", include_str!("../../src/driver/lxc.rs")),
    ("job", include_str!("../../src/driver/job.rs")),
];

/// The tests that call them.
const TESTS: [&str; 4] = [
    include_str!("network.rs"),
    include_str!("storage.rs"),
    include_str!("objects.rs"),
    include_str!("domain.rs"),
];

#[test]
fn every_method_of_the_traits_is_called() {
    let mut missing = Vec::new();
    let mut count = 0;
    for (file, text) in TRAITS {
        // What follows from other methods is called with them.
        let text = text.split("derived_methods!").next().expect("at least one part");
        for method in text.split("\n        fn ").skip(1) {
            let name = &method[..method.find('(').expect("arguments")];
            count += 1;
            if !TESTS.iter().any(|test| test.contains(&format!("=> {name}("))) {
                missing.push(format!("{file}: {name}"));
            }
        }
    }
    assert!(count > 150, "only {count} methods found");
    assert!(missing.is_empty(), "not called: {missing:#?}");
}
