//! The switch's end of an interface: `<virtualport>`, `<vlan>` and `<filterref>`.

#![forbid(unsafe_code)]

use super::source::InterfaceKind;
use crate::conf::domain::fail;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::ident::Uuid;
use crate::util::xml::{Attribute, Element, Writer, words};

/// `<virtualport>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VirtualPort {
    /// `None` takes over what the network says.
    pub kind: Option<VirtualPortKind>,
    pub manager_id: Option<u8>,
    /// 24 bits
    pub type_id: Option<u32>,
    pub type_id_version: Option<u8>,
    pub instance_id: Option<Uuid>,
    pub interface_id: Option<Uuid>,
    pub profile_id: Option<String>,
}

words! {
    /// `<virtualport type=…>`
    pub enum VirtualPortKind {
        Qbg = "802.1Qbg",
        Qbh = "802.1Qbh",
        OpenVswitch = "openvswitch",
        Midonet = "midonet",
    }
}

/// `<vlan>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vlan {
    /// The guest sees the tags.
    pub trunk: bool,
    /// Never empty.
    pub tags: Vec<u16>,
    /// The tag of packets without one, and whether they get it.
    pub native: Option<(u16, NativeMode)>,
}

words! {
    /// `<tag nativeMode=…>`
    pub enum NativeMode {
        Tagged = "tagged",
        Untagged = "untagged",
    }
}

/// `<filterref>`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterRef {
    pub filter: String,
    /// Names and values, in the order of the names.
    pub parameters: Vec<(String, String)>,
}

fn bad_port(detail: impl Into<String>) -> Error {
    fail::xml(detail).in_domain(ErrorDomain::VIR_FROM_NONE)
}

/// Longest name of a profile, in bytes.
const MAX_PROFILE: usize = 39;

impl VirtualPort {
    /// `kind` is that of the interface: a network may fill in what is missing.
    pub(super) fn parse(element: Element<'_>, kind: InterfaceKind) -> Result<Self> {
        let by_network = kind == InterfaceKind::Network;
        let port_kind = match element.attr("type") {
            None if by_network => None,
            None => return Err(bad_port("missing required virtualport type")),
            Some(text) => Some(text.parse().map_err(|()| {
                let detail = if text.is_empty() {
                    "unknown virtualport type ".to_owned()
                } else {
                    format!("unknown virtualport type {text}")
                };
                Error::new(ErrorCode::VIR_ERR_CONFIG_UNSUPPORTED, ErrorDomain::VIR_FROM_NONE, detail)
            })?),
        };
        let mut port = Self { kind: port_kind, ..Self::default() };
        if let Some(parameters) = element.child("parameters") {
            port.read_parameters(parameters)?;
        }
        if !by_network {
            port.check_complete()?;
        }
        port.make_up();
        port.check_extra()?;
        Ok(port)
    }

    fn read_parameters(&mut self, element: Element<'_>) -> Result<()> {
        let number = |name: &str| {
            let bad = |_| bad_port(format!("cannot parse value of {name} parameter"));
            element.c_number::<u32>(name).map_err(bad)
        };
        let uuid = |name: &str| {
            let bad = |_| bad_port(format!("cannot parse {name} parameter as a uuid"));
            Uuid::read(element, name).map_err(bad)
        };
        let byte = |name: &str| {
            let number = number(name)?.map(u8::try_from).transpose();
            number.map_err(|_| bad_port(format!("value of {name} out of range")))
        };
        self.manager_id = byte("managerid")?;
        self.type_id = number("typeid")?;
        if self.type_id.is_some_and(|id| id > 0x00ff_ffff) {
            return Err(bad_port("value for typeid out of range"));
        }
        self.type_id_version = byte("typeidversion")?;
        self.instance_id = uuid("instanceid")?;
        self.profile_id = element.filled("profileid").map(str::to_owned);
        if self.profile_id.as_ref().is_some_and(|id| id.len() > MAX_PROFILE) {
            return Err(bad_port("profileid parameter too long"));
        }
        self.interface_id = uuid("interfaceid")?;
        if self.kind == Some(VirtualPortKind::Midonet) {
            self.profile_id = None;
        }
        Ok(())
    }

    /// The identifiers that are there to be unique.
    fn make_up(&mut self) {
        use VirtualPortKind as Kind;
        if matches!(self.kind, None | Some(Kind::Qbg)) {
            self.instance_id.get_or_insert_with(Uuid::new_v4);
        }
        if matches!(self.kind, None | Some(Kind::OpenVswitch)) {
            self.interface_id.get_or_insert_with(Uuid::new_v4);
        }
    }

    fn check_complete(&self) -> Result<()> {
        use VirtualPortKind as Kind;
        let (manager, version) = (self.manager_id.is_some(), self.type_id_version.is_some());
        let missing: &[(bool, &str)] = match self.kind {
            Some(Kind::Qbg) => {
                &[(manager, "managerid"), (self.type_id.is_some(), "typeid"), (version, "typeidversion")]
            }
            Some(Kind::Qbh) => &[(self.profile_id.is_some(), "profileid")],
            Some(Kind::Midonet) => &[(self.interface_id.is_some(), "interfaceid")],
            _ => &[],
        };
        match missing.iter().find(|(there, _)| !there) {
            Some((_, name)) => Err(self.bad(&format!("missing {name}"))),
            None => Ok(()),
        }
    }

    fn check_extra(&self) -> Result<()> {
        use VirtualPortKind as Kind;
        let known: &[Kind] = &[Kind::Qbg];
        for (there, name, kinds) in [
            (self.manager_id.is_some(), "managerid", known),
            (self.type_id.is_some(), "typeid", known),
            (self.type_id_version.is_some(), "typeidversion", known),
            (self.instance_id.is_some(), "instanceid", known),
            (self.profile_id.is_some(), "profileid", &[Kind::Qbh, Kind::OpenVswitch]),
            (self.interface_id.is_some(), "interfaceid", &[Kind::OpenVswitch, Kind::Midonet]),
        ] {
            if there && self.kind.is_some_and(|kind| !kinds.contains(&kind)) {
                return Err(self.bad(&format!("extra {name} unsupported")));
            }
        }
        Ok(())
    }

    fn bad(&self, what: &str) -> Error {
        let kind = self.kind.map_or("none", VirtualPortKind::as_str);
        let detail = format!("{what} in <virtualport type='{kind}'>");
        Error::new(ErrorCode::VIR_ERR_XML_ERROR, ErrorDomain::VIR_FROM_NET, detail)
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("virtualport", |w| {
            w.attr_opt("type", self.kind);
            w.element_unless_empty("parameters", |w| {
                w.attr_opt("managerid", self.manager_id);
                w.attr_opt("typeid", self.type_id);
                w.attr_opt("typeidversion", self.type_id_version);
                w.attr_opt("instanceid", self.instance_id);
                w.attr_opt("interfaceid", self.interface_id);
                w.attr_opt("profileid", self.profile_id.as_ref());
            });
        });
    }
}

/// Highest VLAN tag (IEEE 802.1Q).
const MAX_TAG: u64 = 4095;

impl Vlan {
    pub(super) fn parse(element: Element<'_>) -> Result<Self> {
        let (mut tags, mut native) = (Vec::new(), None);
        for tag in element.children_named("tag") {
            let id: u64 = tag.number("id")?.ok_or_else(|| tag.missing("id"))?;
            if id > MAX_TAG {
                return Err(bad_port(format!("vlan tag id {id} too large (maximum {MAX_TAG})")));
            }
            let id = id as u16;
            if let Some(mode) = tag.word("nativeMode")?
                && native.replace((id, mode)).is_some()
            {
                return Err(bad_port("duplicate native vlan setting"));
            }
            tags.push(id);
        }
        if tags.is_empty() {
            return Err(bad_port(
                "missing tag id - each <vlan> must have at least one <tag id='n'/> subelement",
            ));
        }
        let trunk = match element.attr("trunk") {
            None => tags.len() > 1,
            Some("yes") => true,
            Some(no) if tags.len() > 1 => {
                let detail = "in <vlan> - trunk='yes' is required for more than one vlan tag";
                return Err(bad_port(format!("invalid \"trunk='{no}'\" {detail}")));
            }
            Some(_) if native.is_some() => {
                let detail = "\"trunk='no'\" is not allowed with a native vlan id";
                return Err(bad_port(format!("invalid configuration in <vlan> - {detail}")));
            }
            Some("no") => false,
            Some(text) => {
                return Err(bad_port(format!("invalid \"trunk='{text}'\" in <vlan> - must be yes or no")));
            }
        };
        Ok(Self { trunk, tags, native })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("vlan", |w| {
            w.attr_opt("trunk", self.trunk.then_some("yes"));
            for tag in &self.tags {
                let native = self.native.filter(|(id, _)| id == tag);
                w.element("tag", |w| {
                    w.attr("id", tag);
                    w.attr_opt("nativeMode", native.map(|(_, mode)| mode));
                });
            }
        });
    }
}

impl FilterRef {
    /// Parameters that the filters' language cannot have are ignored, as in the original.
    pub(super) fn parse(element: Element<'_>) -> Option<Self> {
        let filter = element.attr("filter")?.to_owned();
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let parameter = |element: Element<'_>| {
            let (name, value) = (element.filled("name")?, element.filled("value")?);
            let good = name.chars().all(is_word) && value.chars().all(|c| is_word(c) || ".:".contains(c));
            good.then(|| (name.to_owned(), value.to_owned()))
        };
        let mut parameters: Vec<_> = element.children_named("parameter").filter_map(parameter).collect();
        parameters.sort_by(|(a, _), (b, _)| a.cmp(b));
        Some(Self { filter, parameters })
    }

    pub(super) fn format(&self, w: &mut Writer) {
        w.element("filterref", |w| {
            w.attr("filter", &self.filter);
            for (name, value) in &self.parameters {
                w.element("parameter", |w| {
                    w.attr("name", name);
                    w.attr("value", value);
                });
            }
        });
    }
}
