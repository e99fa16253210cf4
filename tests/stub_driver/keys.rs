//! Objects: those of the tests have number 1, those in the stub's answers others.

use virt::ident::*;

pub fn name(text: &str) -> Name {
    Name::new(text).expect("no NUL")
}

pub fn uuid(digit: u8) -> Uuid {
    Uuid::from_bytes([digit * 0x11; 16])
}

pub fn net(number: u8) -> NetworkKey {
    NetworkKey { name: name(&format!("net{number}")), uuid: uuid(number) }
}

pub fn port(number: u8) -> NetworkPortKey {
    NetworkPortKey { network: net(1), uuid: uuid(number) }
}

pub fn pool(number: u8) -> StoragePoolKey {
    StoragePoolKey { name: name(&format!("pool{number}")), uuid: uuid(number) }
}

pub fn vol(number: u8) -> StorageVolKey {
    let [pool, name, key] = ["pool", "vol", "/key"].map(|word| name(&format!("{word}{number}")));
    StorageVolKey { pool, name, key }
}

pub fn device(number: u8) -> NodeDeviceKey {
    NodeDeviceKey { name: name(&format!("device{number}")) }
}

pub fn secret(number: u8) -> SecretKey {
    SecretKey { uuid: uuid(number), usage_type: 2, usage_id: name(&format!("ceph{number}")) }
}

pub fn interface(number: u8) -> InterfaceKey {
    InterfaceKey { name: name(&format!("eth{number}")), mac: name(&format!("52:54:00:00:00:0{number}")) }
}

pub fn filter(number: u8) -> NwFilterKey {
    NwFilterKey { name: name(&format!("filter{number}")), uuid: uuid(number) }
}

pub fn binding(number: u8) -> NwFilterBindingKey {
    NwFilterBindingKey { port_dev: name(&format!("vnet{number}")), filter: name(&format!("filter{number}")) }
}

pub fn domain(number: u8) -> DomainKey {
    DomainKey { name: name(&format!("dom{number}")), uuid: uuid(number), id: None }
}
