//! The generated public headers: a C program made from the tables names every constant, struct, type, function and
//! macro of them. It is compiled with our headers before Debian's, which supply what we do not generate yet, and
//! with Debian's alone, which proves the tables. That the committed headers are what the sources say is a step of `make check` of its own.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::facts::{self, Row};

/// The headers that we generate so far.
const GENERATED: [&str; 2] = ["libvirt-domain.h", "libvirt-event.h"];
/// Whose tables and headers a program is made of.
#[derive(Clone, Copy)]
enum Headers {
    Ours,
    Debian,
}

impl Headers {
    /// The rows of a table about the generated headers.
    fn table(self, name: &str, key: &str) -> Vec<Row> {
        let mut rows = match self {
            Headers::Ours => facts::all(name, key),
            Headers::Debian => facts::old(name),
        };
        rows.retain(|row| GENERATED.contains(&row["header"].as_str()));
        rows
    }
}

/// The declaration of a function pointer `name` from a row with the columns `return` and `params`.
fn pointer(row: &Row, name: &str) -> String {
    let params = row["params"].replace("; ", ", ");
    format!("{} ({name})({params})", row["return"])
}

/// A program of which every line fails to compile if the headers do not say what the tables say. Its `main` compares
/// the string macros, which a compiler cannot.
fn program(headers: Headers) -> String {
    let mut text = String::from(
        "#include <stddef.h>\n#include <string.h>\n#include <libvirt/libvirt.h>\n\
         #define CHECK(name, condition) typedef char check_##name[(condition) ? 1 : -1]\n",
    );
    let mut line = |line: String| {
        text += &line;
        text.push('\n');
    };

    for row in headers.table("enums.tsv", "constant") {
        let (guard, end) = match row["sentinel"].as_str() {
            "yes" => ("#ifdef VIR_ENUM_SENTINELS\n", "\n#endif"),
            _ => ("", ""),
        };
        let (name, value) = (&row["constant"], &row["value"]);
        line(format!("{guard}CHECK({name}, (long long){name} == {value}LL);{end}"));
    }

    let structs = fs::read_to_string(facts::root().join("facts/structs.json")).expect("a table");
    let structs: Value = serde_json::from_str(&structs).expect("JSON");
    for it in structs["structs"].as_array().expect("a list") {
        if !GENERATED.iter().any(|header| it["header"] == *header) {
            continue;
        }
        let tag = it["tag"].as_str().expect("a tag");
        let name = it["typedefs"][0].as_str().expect("a name");
        line(format!("CHECK({name}, sizeof({name}) == {} && sizeof({tag}) == sizeof({name}));", it["size"]));
        for field in it["fields"].as_array().expect("a list") {
            let member = field["name"].as_str().expect("a name");
            line(format!("CHECK({name}_{member}, offsetof({name}, {member}) == {});", field["offset"]));
        }
    }

    for row in headers.table("typedefs.tsv", "typedef") {
        line(format!("typedef {0} *use_{0};", row["typedef"]));
    }
    // A pointer to a pointer fits only if the types are the same to the letter.
    for row in headers.table("callbacks.tsv", "callback") {
        let name = &row["callback"];
        let star = if row["kind"] == "pointer" { "**" } else { "*" };
        line(format!("static {} = ({name} *)0;", pointer(&row, &format!("{star}same_{name}"))));
        line(format!("void *use_of_{name} = &same_{name};"));
    }
    for row in headers.table("functions.tsv", "function") {
        let name = &row["function"];
        line(format!("extern {};", pointer(&row, &format!("*address_of_{name}"))));
        line(format!("{} = {name};", pointer(&row, &format!("*address_of_{name}"))));
    }

    let macros = headers.table("macros.tsv", "macro");
    for row in macros.iter().filter(|row| ["int", "long long"].contains(&row["kind"].as_str())) {
        line(format!("CHECK({0}, {0} == {1}LL);", row["macro"], row["value"]));
    }
    for row in macros.iter().filter(|row| row["kind"] == "alias") {
        line(format!("CHECK({0}, sizeof(struct {0}) == sizeof(struct {1}));", row["macro"], row["value"]));
    }
    line(MACRO_FUNCTIONS.to_owned());
    line("int main(void)\n{\n    int wrong = cpu_maps();".to_owned());
    for row in macros.iter().filter(|row| row["kind"] == "string") {
        line(format!("    wrong += strcmp({}, \"{}\") != 0;", row["macro"], row["value"]));
    }
    line("    return wrong;\n}".to_owned());
    text
}

/// Uses every function-like macro; returns how many results were wrong.
const MACRO_FUNCTIONS: &str = r#"
virConnectDomainEventGenericCallback cast(virConnectDomainEventGenericCallback cb);
virConnectDomainEventGenericCallback cast(virConnectDomainEventGenericCallback cb)
{
    return VIR_DOMAIN_EVENT_CALLBACK(cb);
}

static int cpu_maps(void)
{
    unsigned char maps[4] = { 0, 0, 0, 0 }, copy[2] = { 0xff, 0xff };
    unsigned char *second = VIR_GET_CPUMAP(maps, 2, 1);
    int wrong = 0;

    wrong += second != maps + 2;
    wrong += VIR_CPU_MAPLEN(0) != 0 || VIR_CPU_MAPLEN(1) != 1 || VIR_CPU_MAPLEN(8) != 1 || VIR_CPU_MAPLEN(9) != 2;
    VIR_USE_CPU(second, 3);
    VIR_USE_CPU(second, 9);
    wrong += maps[0] != 0 || maps[1] != 0 || maps[2] != 8 || maps[3] != 2;
    wrong += VIR_CPU_USED(second, 3) != 8 || VIR_CPU_USED(second, 4) != 0;
    wrong += VIR_CPU_USABLE(maps, 2, 1, 9) != 2 || VIR_CPU_USABLE(maps, 2, 0, 9) != 0;
    VIR_COPY_CPUMAP(maps, 2, 1, copy);
    wrong += copy[0] != 8 || copy[1] != 2;
    VIR_UNUSE_CPU(second, 3);
    wrong += maps[2] != 0 || maps[3] != 2;
    return wrong;
}
"#;

/// Runs a command that has to succeed.
fn succeed(command: &mut Command) {
    let output = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}\n{stderr}", output.status);
}

/// Compilers with their options. C++ checks pedantically; in C that would refuse an enum value that does not fit
/// into an int, as some of the original's do not.
const DIALECTS: [(&str, &[&str]); 4] = [
    ("cc", &["-std=c99"]),
    ("cc", &["-std=c99", "-DVIR_ENUM_SENTINELS"]),
    ("cc", &["-std=gnu17"]),
    ("c++", &["-std=c++11", "-pedantic"]),
];

/// Compiles [`program`] in every dialect, links it with the library in `library_dir` and runs it.
fn compile_and_run(headers: Headers, include: &[&OsStr], library_dir: &Path) {
    let dir = TempDir::new().expect("a temporary directory");
    let binary = dir.path().join("program");
    let text = program(headers);
    for (compiler, options) in DIALECTS {
        let source = dir.path().join(if compiler == "c++" { "program.cc" } else { "program.c" });
        fs::write(&source, &text).expect("a new file");
        succeed(
            Command::new(compiler)
                .args(options)
                .args(["-Wall", "-Wextra", "-Werror"])
                .args(include)
                .arg("-o")
                .arg(&binary)
                .arg(&source)
                .arg("-L")
                .arg(library_dir)
                .arg("-lvirt"),
        );
        succeed(Command::new(&binary).env("LD_LIBRARY_PATH", library_dir));
    }
}

#[test]
fn our_headers_say_what_the_tables_say() {
    let include = facts::root().join("include");
    compile_and_run(Headers::Ours, &["-I".as_ref(), include.as_ref()], &facts::root().join("build"));
}

#[test]
fn debians_headers_say_what_the_tables_say() {
    compile_and_run(Headers::Debian, &[], Path::new("/usr/lib/x86_64-linux-gnu"));
}

#[test]
fn a_strict_c99_program_may_include_our_headers() {
    let include = facts::root().join("include");
    succeed(
        Command::new("cc")
            .args(["-std=c99", "-pedantic", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-isystem"])
            .arg(include)
            .args(["-include", "libvirt/libvirt.h", "-x", "c", "/dev/null"]),
    );
}
