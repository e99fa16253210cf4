//! Secrets.

#![forbid(unsafe_code)]

use zeroize::{Zeroize, Zeroizing};

use super::Remote;
use super::convert::{list, received, sent, small as count};
use super::names::Names;
use crate::driver::SecretDriver;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::{SecretKey, Uuid};
use crate::rpc::protocol::remote::{self, SECRET_LIST_MAX, SECRET_VALUE_MAX, procedure};

const UUIDS: Names = Names::called("uuids", "virConnectListSecrets", SECRET_LIST_MAX);

impl SecretDriver for Remote {
    calls! { remote;
        fn connect_list_all_secrets(&self, flags: u32) -> Vec<SecretKey>
            = CONNECT_LIST_ALL_SECRETS { need_results: 1, flags } => |ret| list(ret.secrets)?;
        fn connect_count_all_secrets(&self, flags: u32) -> usize
            = CONNECT_LIST_ALL_SECRETS { need_results: 0, flags } => |ret| ret.ret as usize;
        fn connect_num_of_secrets(&self) -> usize = CONNECT_NUM_OF_SECRETS => |ret| count(ret.num)?;
        fn connect_list_secrets(&self, max: usize) -> Vec<String>
            = CONNECT_LIST_SECRETS { maxuuids: UUIDS.room(max)? } => |ret| UUIDS.received(ret.uuids, max)?;
        fn secret_lookup_by_uuid(&self, uuid: &Uuid) -> SecretKey
            = SECRET_LOOKUP_BY_UUID { uuid: uuid.into_bytes() } => |ret| received(ret.secret)?;
        fn secret_lookup_by_usage(&self, kind: i32, id: &str) -> SecretKey
            = SECRET_LOOKUP_BY_USAGE { usage_type: kind, usage_id: id.to_owned() } => |ret| received(ret.secret)?;
        fn secret_define_xml(&self, xml: &str, flags: u32) -> SecretKey
            = SECRET_DEFINE_XML { xml: xml.to_owned(), flags } => |ret| received(ret.secret)?;
        fn secret_get_xml_desc(&self, secret: &SecretKey, flags: u32) -> String
            = SECRET_GET_XML_DESC { secret: sent(secret), flags } => |ret| ret.xml;
        fn secret_get_value(&self, secret: &SecretKey, flags: u32) -> Zeroizing<Vec<u8>>
            = SECRET_GET_VALUE { secret: sent(secret), flags } => |ret| Zeroizing::new(ret.value);
        fn secret_undefine(&self, secret: &SecretKey) -> () = SECRET_UNDEFINE { secret: sent(secret) };
    }

    fn secret_set_value(&self, secret: &SecretKey, value: &[u8], flags: u32) -> Result<()> {
        if value.len() > SECRET_VALUE_MAX {
            let text = format!("value length greater than maximum: {} > {SECRET_VALUE_MAX}", value.len());
            return Err(Error::new(ErrorCode::VIR_ERR_RPC, ErrorDomain::VIR_FROM_REMOTE, text));
        }
        let mut args = remote::SecretSetValueArgs { secret: sent(secret), value: value.to_vec(), flags };
        let outcome = self.client.call(procedure::SECRET_SET_VALUE, &args);
        args.value.zeroize();
        outcome
    }
}
