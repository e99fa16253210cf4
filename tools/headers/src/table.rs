//! What each public header is made of.

/// One public header; paths are below `src/`.
pub struct Header {
    pub name: &'static str,
    pub inclusion: Inclusion,
    /// Files of types and constants.
    pub types: &'static [&'static str],
    /// Files of functions; the generator follows their `mod` lines.
    pub functions: &'static [&'static str],
    /// What cannot be said in Rust inside of a type: text as generated, and as it has to be.
    pub corrections: &'static [(&'static str, &'static str)],
}

/// How a program gets at a header.
pub enum Inclusion {
    /// Through `libvirt.h` or `libvirt-admin.h`.
    Common,
    /// Through `libvirt.h`.
    Part,
    /// By itself; it includes `libvirt.h`.
    Alone,
    /// By itself; it includes only what administration needs.
    Admin,
}

impl Inclusion {
    /// What stands before the guard against a second inclusion.
    pub fn before_guard(&self) -> &'static str {
        match self {
            Self::Common => {
                "\n#if !defined(__VIR_LIBVIRT_H_INCLUDES__) && !defined(__VIR_ADMIN_H_INCLUDES__)\n\
                 # error \"Include libvirt/libvirt.h or libvirt/libvirt-admin.h: they include this file.\"\n\
                 #endif\n"
            }
            _ => "",
        }
    }

    /// What comes before everything else inside the guard.
    pub fn preamble(&self) -> &'static str {
        match self {
            Self::Common => "#include <sys/types.h>\n",
            Self::Part => {
                "#ifndef __VIR_LIBVIRT_H_INCLUDES__\n\
                 # error \"Include libvirt/libvirt.h instead: it includes this file.\"\n\
                 #endif\n"
            }
            Self::Alone => "#include <libvirt/libvirt.h>\n",
            Self::Admin => {
                "#define __VIR_ADMIN_H_INCLUDES__\n\
                 #include <libvirt/libvirt-common.h>\n\
                 #undef __VIR_ADMIN_H_INCLUDES__\n"
            }
        }
    }
}

impl Header {
    /// The macro that guards against a second inclusion, named as the original's.
    pub fn guard(&self) -> String {
        match self.name {
            "libvirt-common" => "__VIR_VIRCOMMON_H__".to_owned(),
            "virterror" => "LIBVIRT_VIRTERROR_H".to_owned(),
            name => format!("{}_H", name.to_uppercase().replace('-', "_")),
        }
    }
}

/// The parts of `libvirt.h` stand in the order in which it includes them.
#[rustfmt::skip] // one header per row where it fits
pub const HEADERS: [Header; 17] = [
    Header { name: "libvirt-common", inclusion: Inclusion::Common, types: &["abi/common.rs"], functions: &["capi/typed_params.rs"], corrections: &[] },
    Header {
        name: "libvirt-host",
        inclusion: Inclusion::Part,
        types: &["abi/host.rs"],
        functions: &["capi/auth.rs", "capi/connect.rs", "capi/host.rs"],
        corrections: &[("extern virConnectAuthPtr", "VIR_EXPORT_VAR virConnectAuthPtr")],
    },
    Header {
        name: "libvirt-domain",
        inclusion: Inclusion::Part,
        types: &[
            "abi/domain.rs",
            "abi/domain_block.rs",
            "abi/domain_event.rs",
            "abi/domain_guest_info.rs",
            "abi/domain_job.rs",
            "abi/domain_params.rs",
            "abi/domain_stats.rs",
            "abi/domain_tune.rs",
        ],
        functions: &["capi/domain/mod.rs"],
        corrections: &[(" 9007199254740991\n", " 9007199254740991LL\n")],
    },
    Header {
        name: "libvirt-domain-checkpoint",
        inclusion: Inclusion::Part,
        types: &["abi/domain_checkpoint.rs"],
        functions: &["capi/domain_checkpoint.rs"],
        corrections: &[(
            "    VIR_DOMAIN_CHECKPOINT_LIST_ROOTS = (1 << 0),\n",
            "    VIR_DOMAIN_CHECKPOINT_LIST_ROOTS = (1 << 0),\n\
             \x20   /** Include all descendants, when listing by checkpoint. */\n\
             \x20   VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS = (1 << 0),\n",
        )],
    },
    Header {
        name: "libvirt-domain-snapshot",
        inclusion: Inclusion::Part,
        types: &["abi/domain_snapshot.rs"],
        functions: &["capi/domain_snapshot.rs"],
        corrections: &[(
            "    VIR_DOMAIN_SNAPSHOT_LIST_ROOTS = (1 << 0),\n",
            "    VIR_DOMAIN_SNAPSHOT_LIST_ROOTS = (1 << 0),\n\
             \x20   /** Include all descendants, when listing by snapshot. */\n\
             \x20   VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS = (1 << 0),\n",
        )],
    },
    Header { name: "libvirt-event", inclusion: Inclusion::Part, types: &["abi/event.rs"], functions: &["capi/event.rs"], corrections: &[] },
    Header { name: "libvirt-interface", inclusion: Inclusion::Part, types: &["abi/interface.rs"], functions: &["capi/interface.rs"], corrections: &[] },
    Header { name: "libvirt-network", inclusion: Inclusion::Part, types: &["abi/network.rs"], functions: &["capi/network.rs", "capi/network_port.rs"], corrections: &[] },
    Header { name: "libvirt-nodedev", inclusion: Inclusion::Part, types: &["abi/nodedev.rs"], functions: &["capi/nodedev.rs"], corrections: &[] },
    Header { name: "libvirt-nwfilter", inclusion: Inclusion::Part, types: &["abi/nwfilter.rs"], functions: &["capi/nwfilter.rs"], corrections: &[] },
    Header { name: "libvirt-secret", inclusion: Inclusion::Part, types: &["abi/secret.rs"], functions: &["capi/secret.rs"], corrections: &[] },
    Header { name: "libvirt-storage", inclusion: Inclusion::Part, types: &["abi/storage.rs"], functions: &["capi/storage.rs", "capi/storage_vol.rs"], corrections: &[] },
    Header { name: "libvirt-stream", inclusion: Inclusion::Part, types: &["abi/stream.rs"], functions: &["capi/stream.rs"], corrections: &[] },
    Header {
        name: "virterror",
        inclusion: Inclusion::Alone,
        types: &["abi/virterror.rs"],
        functions: &["capi/virterror.rs"],
        corrections: &[
            ("virConnectPtr conn;", "virConnectPtr conn VIR_DEPRECATED;"),
            ("virDomainPtr dom;", "virDomainPtr dom VIR_DEPRECATED;"),
            ("virNetworkPtr net;", "virNetworkPtr net VIR_DEPRECATED;"),
        ],
    },
    Header {
        name: "libvirt-qemu",
        inclusion: Inclusion::Alone,
        types: &["abi/qemu.rs"],
        functions: &["capi/qemu.rs"],
        corrections: &[(
            "    VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN = -2,\n",
            "    VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN = -2,\n\
             \x20   /** Wait without limit. */\n\
             \x20   VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK = -2,\n",
        )],
    },
    Header { name: "libvirt-lxc", inclusion: Inclusion::Alone, types: &[], functions: &["capi/lxc.rs"], corrections: &[] },
    Header { name: "libvirt-admin", inclusion: Inclusion::Admin, types: &["abi/admin.rs"], functions: &["capi/admin.rs"], corrections: &[] },
];
