//! The firmware in `<os>`: chosen by kind and features, or named by path, with its variables.

#![forbid(unsafe_code)]

use super::device::YesNo;
use super::os::OsKind;
use super::storage::{StorageKind, StorageSource};
use super::{FormatFlags, Origin, fail};
use crate::error::{Error, Result};
use crate::util::xml::{Element, Writer, words};

/// How the guest's firmware is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Firmware {
    /// `<os firmware=…>`: the host chooses a firmware of this kind.
    pub kind: Option<FirmwareKind>,
    /// `<feature>`: what the firmware must have or must not have.
    pub enrolled_keys: Option<YesNo>,
    pub secure_boot: Option<YesNo>,
    /// There if the XML has `<loader>` or `<nvram>`.
    pub loader: Option<Loader>,
}

words! {
    /// `<os firmware=…>`
    pub enum FirmwareKind {
        Bios = "bios",
        Efi = "efi",
    }
}

words! {
    /// `<feature name=…>`
    enum FirmwareFeature {
        EnrolledKeys = "enrolled-keys",
        SecureBoot = "secure-boot",
    }
}

/// `<loader>` and `<nvram>`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loader {
    pub path: Option<String>,
    pub readonly: Option<YesNo>,
    pub kind: Option<LoaderKind>,
    /// Whether the firmware enforces secure boot.
    pub secure: Option<YesNo>,
    /// Whether the firmware does without variables.
    pub stateless: Option<YesNo>,
    pub nvram: Option<Nvram>,
    /// File that the variables start from.
    pub nvram_template: Option<String>,
}

words! {
    /// `<loader type=…>`
    pub enum LoaderKind {
        Rom = "rom",
        Pflash = "pflash",
    }
}

/// Where the firmware keeps its variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nvram {
    /// A file, in the short form.
    File(String),
    /// In the form of a disk; without a source that names something it is still open.
    Source(Box<StorageSource>),
}

impl Firmware {
    pub(super) fn parse(os: Element<'_>, kind: OsKind) -> Result<Self> {
        let mut firmware = Self::default();
        if kind == OsKind::Hvm {
            firmware.parse_choice(os)?;
        }
        firmware.parse_nvram(os)?;
        if let Some(element) = os.child("loader") {
            let loader = firmware.loader.get_or_insert_default();
            loader.readonly = element.word("readonly")?;
            loader.kind = element.word("type")?;
            loader.secure = element.word("secure")?;
            loader.stateless = element.word("stateless")?;
            loader.path = Some(element.text()).filter(|path| !path.is_empty());
        }
        Ok(firmware)
    }

    fn parse_choice(&mut self, os: Element<'_>) -> Result<()> {
        let Some(kind) = os.filled("firmware") else { return Ok(()) };
        let kind = kind.parse().map_err(|()| fail::xml(format!("unknown firmware value {kind}")))?;
        self.kind = Some(kind);
        let features = os.child("firmware").map(|firmware| firmware.children_named("feature"));
        for feature in features.into_iter().flatten() {
            let name = feature.required_word("name")?;
            let enabled = Some(feature.required_word("enabled")?);
            match name {
                FirmwareFeature::EnrolledKeys => self.enrolled_keys = enabled,
                FirmwareFeature::SecureBoot => self.secure_boot = enabled,
            }
        }
        Ok(())
    }

    fn parse_nvram(&mut self, os: Element<'_>) -> Result<()> {
        let Some(element) = os.child("nvram") else { return Ok(()) };
        let loader = self.loader.get_or_insert_default();
        loader.nvram_template = element.filled("template").map(str::to_owned);
        loader.nvram = match element.word::<StorageKind>("type")? {
            None => Some(element.text()).filter(|path| !path.is_empty()).map(Nvram::File),
            Some(kind) => {
                // As libvirt, which does not say what is missing.
                let source = element.child("source").ok_or_else(Error::unknown_cause)?;
                Some(Nvram::Source(Box::new(StorageSource::parse(source, kind, Origin::User)?)))
            }
        };
        Ok(())
    }

    /// Decides what follows from the rest.
    pub(super) fn complete(&mut self) -> Result<()> {
        if self.enrolled_keys == Some(YesNo::Yes) && *self.secure_boot.get_or_insert(YesNo::Yes) == YesNo::No
        {
            return Err(fail::xml_detail(
                "firmware feature 'enrolled-keys' cannot be enabled when firmware feature 'secure-boot' is disabled",
            ));
        }
        if let Some(loader) = &mut self.loader
            && loader.path.is_some()
        {
            loader.kind.get_or_insert(LoaderKind::Rom);
        }
        Ok(())
    }

    pub(super) fn check(&self) -> Result<()> {
        match (&self.loader, self.kind) {
            (None, _) => Ok(()),
            (Some(loader), Some(kind)) => loader.check_chosen(kind),
            (Some(loader), None) => loader.check_named(),
        }
    }

    /// Writes the attribute of `<os>`.
    pub(super) fn format_choice(&self, w: &mut Writer) {
        w.attr_opt("firmware", self.kind);
    }

    pub(super) fn format_features(&self, w: &mut Writer) {
        w.element_unless_empty("firmware", |w| {
            for (name, enabled) in [
                (FirmwareFeature::EnrolledKeys, self.enrolled_keys),
                (FirmwareFeature::SecureBoot, self.secure_boot),
            ] {
                if let Some(enabled) = enabled {
                    w.element("feature", |w| {
                        w.attr("enabled", enabled);
                        w.attr("name", name);
                    });
                }
            }
        });
    }

    pub(super) fn format(&self, w: &mut Writer, flags: FormatFlags) {
        if let Some(loader) = &self.loader {
            loader.format(w, flags);
        }
    }
}

impl Loader {
    /// With a firmware that the host chooses, most is up to it.
    fn check_chosen(&self, kind: FirmwareKind) -> Result<()> {
        for (is_said, attribute) in [
            (self.readonly.is_some(), "loader attribute 'readonly'"),
            (self.kind.is_some(), "loader attribute 'type'"),
            (self.nvram_template.is_some(), "nvram attribute 'template'"),
            (self.secure == Some(YesNo::No), "loader attribute 'secure'"),
        ] {
            if is_said {
                let detail =
                    format!("{attribute} cannot be specified when firmware autoselection is enabled");
                return Err(fail::xml_detail(detail));
            }
        }
        match &self.nvram {
            Some(_) if kind != FirmwareKind::Efi => {
                Err(fail::xml_detail(format!("firmware type '{kind}' does not support nvram")))
            }
            _ => self.check_stateless(),
        }
    }

    fn check_named(&self) -> Result<()> {
        if self.path.is_none() {
            return Err(fail::xml_detail("no loader path specified and firmware auto selection disabled"));
        }
        if self.stateless == Some(YesNo::No) && self.kind != Some(LoaderKind::Pflash) {
            return Err(fail::xml_detail("Only pflash loader type permits NVRAM"));
        }
        self.check_stateless()
    }

    fn check_stateless(&self) -> Result<()> {
        if self.stateless != Some(YesNo::Yes) {
            return Ok(());
        }
        if self.nvram_template.is_some() {
            return Err(fail::xml_detail("NVRAM template is not permitted when loader is stateless"));
        }
        match self.nvram {
            Some(_) => Err(fail::xml_detail("NVRAM is not permitted when loader is stateless")),
            None => Ok(()),
        }
    }

    fn format(&self, w: &mut Writer, flags: FormatFlags) {
        w.element_unless_empty("loader", |w| {
            w.attr_opt("readonly", self.readonly);
            w.attr_opt("secure", self.secure);
            w.attr_opt("type", self.kind);
            w.attr_opt("stateless", self.stateless);
            if let Some(path) = &self.path {
                w.content(path);
            }
        });
        w.element_unless_empty("nvram", |w| {
            w.attr_opt("template", self.nvram_template.as_ref());
            match &self.nvram {
                None => {}
                Some(Nvram::File(path)) => w.content(path),
                Some(Nvram::Source(source)) => {
                    w.attr("type", source.kind());
                    source.format(w, flags, |_| ());
                }
            }
        });
    }
}
