//! Saving the domains of the test host to files, and core dumps.
//!
//! A test domain has no memory: a saved one is its definition, a core dump nothing but the mark that both begin with.
//! Files are read and written without a lock.

#![forbid(unsafe_code)]

use std::sync::Arc;

use super::guest::{Guest, Outcome, Start};
use super::image::{self, MAGIC};
use super::{FROM, TestDriver};
use crate::abi::{
    virDomainCoreDumpFlags, virDomainCoreDumpFormat, virDomainEventStoppedDetailType as StoppedDetail,
    virDomainSaveImageXMLFlags, virDomainSaveRestoreFlags as Flags, virDomainShutoffReason as ShutoffReason,
};
use crate::conf::domain::{DomainDef, FormatFlags, Rules};
use crate::domain::Domain;
use crate::driver::{SaveDriver, check_flags};
use crate::error::{Error, ErrorCode, Result};

// The flags that the original's driver accepts; none of them changes anything but a crash.
const MANAGED_SAVE_FLAGS: u32 = Flags::VIR_DOMAIN_SAVE_BYPASS_CACHE as u32 | DEFINE_FLAGS;
const DEFINE_FLAGS: u32 = Flags::VIR_DOMAIN_SAVE_RUNNING as u32 | Flags::VIR_DOMAIN_SAVE_PAUSED as u32;
const XML_FLAGS: u32 = virDomainSaveImageXMLFlags::VIR_DOMAIN_SAVE_IMAGE_XML_SECURE as u32;
const DUMP_CRASH: u32 = virDomainCoreDumpFlags::VIR_DUMP_CRASH as u32;
const DUMP_RAW: u32 = virDomainCoreDumpFormat::VIR_DOMAIN_CORE_DUMP_FORMAT_RAW as u32;

impl SaveDriver for TestDriver {
    fn domain_save_flags(&self, dom: &Domain, to: &str, xml: Option<&str>, flags: u32) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainSaveFlags")?;
        refuse_change(xml)?;
        let def = self.running(dom)?;
        image::write(to, &def)?;
        self.end_by_saving(dom, |_| Ok(()))
    }

    fn domain_restore_flags(&self, from: &str, xml: Option<&str>, flags: u32) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainRestoreFlags")?;
        refuse_change(xml)?;
        let def = Self::parse(&image::read(from)?)?;
        self.change(|host| host.create(def, Start::Restored).map(|event| ((), Some(event))))
    }

    fn domain_save_image_get_xml_desc(&self, file: &str, flags: u32) -> Result<String> {
        check_flags(flags, XML_FLAGS, FROM, "testDomainSaveImageGetXMLDesc")?;
        let def = DomainDef::parse_by(&image::read(file)?, Rules::Test)?;
        // As in the original passwords are shown with either flag.
        Ok(def.format(FormatFlags { secure: true, ..FormatFlags::default() }))
    }

    fn domain_save_image_define_xml(&self, file: &str, xml: &str, flags: u32) -> Result<()> {
        check_flags(flags, DEFINE_FLAGS, FROM, "testDomainSaveImageDefineXML")?;
        DomainDef::parse_by(&image::read(file)?, Rules::Test)?;
        image::write(file, &DomainDef::parse_by(xml, Rules::Test)?)
    }

    fn domain_managed_save(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, MANAGED_SAVE_FLAGS, FROM, "testDomainManagedSave")?;
        self.end_by_saving(dom, |guest| {
            if !guest.is_persistent() {
                let detail = "cannot do managed save for transient domain";
                return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, detail));
            }
            guest.managed_save = true;
            Ok(())
        })
    }

    fn domain_has_managed_save_image(&self, dom: &Domain, flags: u32) -> Result<bool> {
        check_flags(flags, 0, FROM, "testDomainHasManagedSaveImage")?;
        self.look(dom, |guest| guest.managed_save)
    }

    fn domain_managed_save_remove(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0, FROM, "testDomainManagedSaveRemove")?;
        self.modify(dom, |guest| guest.managed_save = false)
    }

    fn domain_core_dump_with_format(&self, dom: &Domain, to: &str, format: u32, flags: u32) -> Result<()> {
        check_flags(flags, DUMP_CRASH, FROM, "testDomainCoreDumpWithFormat")?;
        let def = self.running(dom)?;
        image::create(to, MAGIC, |step| match step {
            image::Step::Open => format!("domain '{}' coredump: failed to open {to}", def.name),
            image::Step::Write => format!("domain '{}' coredump: failed to write header to {to}", def.name),
        })?;
        // As in the original the file is there by now.
        if format != DUMP_RAW {
            let detail = "kdump-compressed format is not supported here";
            return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_UNSUPPORTED, FROM, detail));
        }
        if flags & DUMP_CRASH == 0 {
            return Ok(());
        }
        self.end(dom, StoppedDetail::VIR_DOMAIN_EVENT_STOPPED_CRASHED, |guest| {
            guest.check_active()?;
            Ok(Outcome::Stopped(guest.stop(ShutoffReason::VIR_DOMAIN_SHUTOFF_CRASHED)))
        })
    }
}

impl TestDriver {
    /// The definition of a domain that runs.
    fn running(&self, dom: &Domain) -> Result<Arc<DomainDef>> {
        self.look(dom, |guest| guest.check_active().map(|()| Arc::clone(guest.def(false))))?
    }

    /// Ends a run because it was saved; `save` may object, and notes what is to be noted.
    fn end_by_saving(&self, dom: &Domain, save: impl FnOnce(&mut Guest) -> Result<()>) -> Result<()> {
        self.end(dom, StoppedDetail::VIR_DOMAIN_EVENT_STOPPED_SAVED, |guest| {
            guest.check_active()?;
            save(guest)?;
            Ok(Outcome::Stopped(guest.stop(ShutoffReason::VIR_DOMAIN_SHUTOFF_SAVED)))
        })
    }
}

fn refuse_change(xml: Option<&str>) -> Result<()> {
    match xml {
        None => Ok(()),
        Some(_) => {
            let code = ErrorCode::VIR_ERR_ARGUMENT_UNSUPPORTED;
            Err(Error::new(code, FROM, "xml modification unsupported"))
        }
    }
}
