//! Migrations of a real QEMU: status, limits, descriptors, and back in again.

use std::io::Read;
use std::os::fd::OwnedFd;

use super::*;
use crate::monitor::{MigrationFlags, MigrationProgress, MigrationState, MigrationStatus, MigrationTarget};

const DETACHED: MigrationFlags = MigrationFlags { detach: true, blk: false, inc: false };

/// As the text monitor tells it.
fn in_whole_kib(mut status: MigrationStatus) -> MigrationStatus {
    let round = |progress: &mut MigrationProgress| {
        for bytes in [
            &mut progress.transferred,
            &mut progress.remaining,
            &mut progress.total,
            &mut progress.normal_bytes,
            &mut progress.page_size,
        ] {
            *bytes = *bytes >> 10 << 10;
        }
    };
    status.ram.iter_mut().chain(&mut status.disk).for_each(round);
    status
}

/// Both monitors tell the same of a migration that does not move: its last figures may come after its end.
fn told_alike(qemu: &Qemu) -> MigrationStatus {
    let (in_json, mut in_text) = until(|| {
        let before = qemu.json.query_migrate().expect("JSON");
        let in_text = qemu.text.query_migrate().expect("text");
        let after = qemu.json.query_migrate().expect("JSON");
        (before == after).then_some((after, in_text))
    });
    // The text monitor prints a time of 0 where QMP leaves it out.
    in_text.total_time = in_text.total_time.filter(|time| *time > 0 || in_json.total_time.is_some());
    assert_eq!(in_text, in_whole_kib(in_json.clone()));
    in_json
}

/// TXT-9: the same status in both protocols at every stage, with a limit that holds the migration up.
#[test]
fn stages() {
    let qemu = Qemu::start("stages", &["-machine", "pc"]);
    assert_eq!(told_alike(&qemu), MigrationStatus::default());
    qemu.json.migrate_set_capability("events", true).expect("known");
    for (protocol, monitor) in qemu.monitors() {
        let capabilities = qemu.json.query_migrate_capabilities().expect("JSON");
        assert_eq!(capabilities, qemu.text.query_migrate_capabilities().expect("text"));
        assert!(capabilities.len() > 10);
        let parameters =
            || qemu.json.command_text(r#"{"execute":"query-migrate-parameters"}"#).expect("known");
        monitor.set_migration_speed(48).expect("known");
        monitor.set_migration_downtime(77).expect("known");
        let told = parameters();
        assert!(
            told.contains("\"max-bandwidth\":50331648") && told.contains("\"downtime-limit\":77"),
            "{told}"
        );

        monitor.migrate(DETACHED, MigrationTarget::Unix("none")).ok();
        qemu.await_migration("failed");
        assert!(told_alike(&qemu).error.expect("a reason").contains("No such file"), "{protocol}");

        // Nobody reads, so that it goes on for as long as is wanted.
        let (reader, writer) = std::io::pipe().expect("a pipe");
        monitor.getfd("out", OwnedFd::from(writer)).expect("passed");
        monitor.migrate(DETACHED, MigrationTarget::Fd("out")).expect("starts");
        qemu.await_migration("active");
        for status in [qemu.json.query_migrate(), qemu.text.query_migrate()] {
            let status = status.expect("a status");
            assert_eq!(status.state, MigrationState::Active, "{protocol}");
            assert!(status.ram.expect("memory").total > 32 << 20, "{protocol}");
        }
        assert!(message(monitor.migrate(DETACHED, MigrationTarget::Exec("true"))).contains("in progress"));
        monitor.migrate_cancel().expect("known");
        drop(reader);
        qemu.await_migration("cancelled");
        assert_eq!(told_alike(&qemu).state, MigrationState::Cancelled, "{protocol}");
        monitor.migrate_cancel().expect("nothing to do");
    }
}

/// A passed descriptor takes the whole migration, and both protocols tell the same of it.
#[test]
fn through_a_descriptor() {
    let qemu = Qemu::start("descriptor", &["-machine", "pc"]);
    qemu.json.migrate_set_capability("events", true).expect("known");
    for (protocol, monitor) in qemu.monitors() {
        let (mut reader, writer) = std::io::pipe().expect("a pipe");
        monitor.getfd("out", OwnedFd::from(writer)).expect("passed");
        let drain = thread::spawn(move || {
            let mut bytes = Vec::new();
            reader.read_to_end(&mut bytes).map(|_| bytes)
        });
        monitor.migrate(DETACHED, MigrationTarget::Fd("out")).expect("starts");
        qemu.await_migration("completed");
        let bytes = drain.join().expect("no panic").expect("a pipe");
        assert!(bytes.starts_with(b"QEVM"), "{protocol}");
        let status = told_alike(&qemu);
        assert_eq!(status.state, MigrationState::Completed);
        assert!(status.downtime.is_some() && status.setup_time.is_some(), "{status:?}");
        let ram = status.ram.expect("memory went");
        assert!(
            ram.transferred as usize <= bytes.len() && ram.remaining == 0 && ram.duplicate > 0,
            "{ram:?}"
        );
        assert!(message(monitor.migrate(DETACHED, MigrationTarget::Fd("out"))).contains("'migrate'"));
        qemu.revive();
    }
}

/// Out into a file and in again, in another QEMU.
#[test]
fn out_and_in() {
    let source = Qemu::start("out", &["-machine", "pc"]);
    source.json.migrate_set_capability("events", true).expect("known");
    let path = source.folder.0.join("sta'te");
    let path = path.to_str().expect("text");
    source.text.migrate(DETACHED, MigrationTarget::File(path)).expect("starts");
    source.await_migration("completed");
    for which in [0, 1] {
        let target = Qemu::start(
            &format!("in-{which}"),
            &["-machine", "pc", "-incoming", &MigrationTarget::Deferred.uri()],
        );
        target.json.migrate_set_capability("events", true).expect("known");
        let (protocol, monitor) = target.monitors()[which];
        monitor.migrate_incoming(MigrationTarget::File(path)).expect(protocol);
        target.await_migration("completed");
        assert_eq!(told_alike(&target).state, MigrationState::Completed);
        monitor.cont().expect("runs");
        assert!(message(monitor.migrate_incoming(MigrationTarget::File(path))).contains("incoming"));
    }
}

/// Disks that go along, without and with waiting.
#[test]
fn with_disks() {
    let folder = Folder::new("disks-too");
    let image = folder.0.join("image");
    std::fs::write(&image, vec![1; 3 << 20]).expect("a folder of ours");
    let drive = format!("file={},format=raw,if=ide", image.display());
    let qemu = Qemu::start("with-disks", &["-machine", "pc", "-drive", &drive]);
    qemu.json.migrate_set_capability("events", true).expect("known");
    for (protocol, monitor) in qemu.monitors() {
        for flags in [
            MigrationFlags { blk: true, ..MigrationFlags::default() },
            MigrationFlags { blk: true, ..DETACHED },
            MigrationFlags { inc: true, ..DETACHED },
        ] {
            monitor.migrate(flags, MigrationTarget::Exec("cat >/dev/null")).expect(protocol);
            qemu.await_migration("completed");
            assert_eq!(told_alike(&qemu).state, MigrationState::Completed, "{protocol}");
            qemu.revive();
        }
        // Disks are told of while they are under way.
        let (reader, writer) = std::io::pipe().expect("a pipe");
        monitor.getfd("out", OwnedFd::from(writer)).expect("passed");
        monitor
            .migrate(MigrationFlags { blk: true, ..DETACHED }, MigrationTarget::Fd("out"))
            .expect(protocol);
        qemu.await_migration("active");
        for status in [qemu.json.query_migrate(), qemu.text.query_migrate()] {
            assert_eq!(status.expect("a status").disk.expect("a disk").total, 3 << 20, "{protocol}");
        }
        monitor.migrate_cancel().expect("known");
        drop(reader);
        qemu.await_migration("cancelled");
    }
}
