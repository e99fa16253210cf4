//! C programs made from the tables: one of which every line fails to compile if the headers do not say what the tables
//! say, and one that uses everything there is and prints it.

use std::fs;

use serde_json::Value;

use crate::facts::{self, Row};

/// Which version's interface a program is about.
#[derive(Clone, Copy)]
pub enum Version {
    /// 9.0.0: what Debian's headers have, and ours as well.
    Old,
    /// 12.8.0: what our headers have.
    All,
}

impl Version {
    fn table(self, name: &str, key: &str) -> Vec<Row> {
        match self {
            Version::Old => facts::old(name),
            Version::All => facts::all(name, key),
        }
    }
}

/// All headers that a program may include by itself.
pub const INCLUDES: &str = "#include <stddef.h>\n#include <stdio.h>\n#include <string.h>\n\
    #include <libvirt/libvirt.h>\n#include <libvirt/virterror.h>\n#include <libvirt/libvirt-qemu.h>\n\
    #include <libvirt/libvirt-lxc.h>\n#include <libvirt/libvirt-admin.h>\n";

/// A condition that the compiler checks, in any dialect of C and C++. The first name is made part of its own.
const CHECK: &str = "#define CHECK(name, condition) typedef char check_##name[(condition) ? 1 : -1]\n\
    #ifdef __cplusplus\n# define CHECK_TYPE(name, expression, type) CHECK(name, 1)\n#else\n\
    # define CHECK_TYPE(name, expression, type) \\\n    \
    CHECK(name, __builtin_types_compatible_p(__typeof__(expression), type))\n#endif\n";

/// The only variable of the public interface.
const VARIABLE: &str = "virConnectAuthPtr *address_of_variable = &virConnectAuthPtrDefault;\n";

/// The declaration of a function pointer `name` from a row with the columns `return` and `params`.
fn pointer(row: &Row, name: &str) -> String {
    let params = row["params"].replace("; ", ", ");
    format!("{} ({name})({params})", row["return"])
}

fn field<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().expect(key)
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn structs() -> Value {
    let table = fs::read_to_string(facts::root().join("facts/structs.json")).expect("a table");
    serde_json::from_str(&table).expect("JSON")
}

/// `line` for programs that ask for the end markers of enums only, if the row is about one.
fn guarded(row: &Row, line: &str) -> String {
    match row["sentinel"].as_str() {
        "yes" => format!("#ifdef VIR_ENUM_SENTINELS\n{line}\n#endif\n"),
        _ => format!("{line}\n"),
    }
}

/// Checks a field of the struct `name`, or of a union in it; `path` leads there.
fn check_field(name: &str, path: &str, it: &Value) -> String {
    let place = format!("(({name} *)0)->{path}");
    let unique = format!("{name}_{}", path.replace('.', "_"));
    let mut text = format!(
        "CHECK({unique}, offsetof({name}, {path}) == {} && sizeof({place}) == {});\n",
        it["offset"], it["size"]
    );
    match field(it, "ctype") {
        "union" => {
            for member in items(&it["members"]) {
                text += &check_field(name, &format!("{path}.{}", field(member, "name")), member);
            }
        }
        ctype => text += &format!("CHECK_TYPE(type_{unique}, {place}, {ctype});\n"),
    }
    text
}

/// Static assertions: the value of each constant, the size and sign of each enum, size and place of each field, the
/// type of each callback and function, the value of each macro that is a number.
pub fn assertions(version: Version) -> String {
    let mut text = format!("{INCLUDES}{CHECK}{VARIABLE}");
    for row in version.table("enums.tsv", "constant") {
        let (name, value) = (&row["constant"], &row["value"]);
        text += &guarded(&row, &format!("CHECK({name}, (long long){name} == {value}LL);"));
    }
    text += "#ifndef __cplusplus\n";
    for row in version.table("enum_types.tsv", "enum") {
        let (name, size) = (&row["enum"], &row["size"]);
        let sign = if row["signed"] == "1" { "<" } else { ">" };
        text += &format!("CHECK({name}, sizeof({name}) == {size} && ({name})-1 {sign} ({name})1);\n");
    }
    text += "#endif\n";
    for it in items(&structs()["structs"]) {
        let (tag, name) = (field(it, "tag"), items(&it["typedefs"])[0].as_str().expect("a name"));
        text +=
            &format!("CHECK({name}, sizeof({name}) == {} && sizeof({tag}) == sizeof({name}));\n", it["size"]);
        for member in items(&it["fields"]) {
            text += &check_field(name, field(member, "name"), member);
        }
    }
    // A pointer to a pointer fits only if the types are the same to the letter.
    for row in version.table("callbacks.tsv", "callback") {
        let name = &row["callback"];
        let star = if row["kind"] == "pointer" { "**" } else { "*" };
        let same = pointer(&row, &format!("{star}same_{name}"));
        text += &format!("extern {same};\n{same} = ({name} *)0;\n");
    }
    for row in version.table("functions.tsv", "function") {
        let name = &row["function"];
        let address = pointer(&row, &format!("*address_of_{name}"));
        text += &format!("extern {address};\n{address} = {name};\n");
    }
    for row in version.table("macros.tsv", "macro") {
        let (name, value) = (&row["macro"], &row["value"]);
        match row["kind"].as_str() {
            "int" | "long long" => text += &format!("CHECK({name}, {name} == {value}LL);\n"),
            "alias" => text += &format!("CHECK({name}, sizeof(struct {name}) == sizeof(struct {value}));\n"),
            _ => {}
        }
    }
    text
}

/// A program that declares a variable of each type, takes the address of each function, uses each constant and macro,
/// and prints their names and values. It fails if a macro with parameters gives a wrong result.
pub fn everything(version: Version) -> String {
    let mut text = format!("#define VIR_ENUM_SENTINELS\n{INCLUDES}{VARIABLE}");
    for row in version.table("typedefs.tsv", "typedef") {
        let name = &row["typedef"];
        // Of an opaque type there are only pointers.
        let star = if row["kind"] == "opaque-struct" { "*" } else { "" };
        text += &format!("extern {name} {star}a_{name};\n{name} {star}a_{name};\n");
    }

    text += "static const struct { const char *name; long long value; } numbers[] = {\n";
    let number = |name: &str| format!("    {{ \"{name}\", {name} }},\n");
    for row in version.table("enums.tsv", "constant") {
        text += &number(&row["constant"]);
    }
    let macros = version.table("macros.tsv", "macro");
    for row in macros.iter().filter(|row| ["int", "long long"].contains(&row["kind"].as_str())) {
        text += &number(&row["macro"]);
    }
    text += "};\nstatic const struct { const char *name, *value, *wanted; } strings[] = {\n";
    for row in macros.iter().filter(|row| row["kind"] == "string") {
        text += &format!("    {{ \"{0}\", {0}, \"{1}\" }},\n", row["macro"], row["value"]);
    }
    text += "};\ntypedef void (*function)(void);\n\
        static const struct { const char *name; function address; } functions[] = {\n";
    for row in version.table("functions.tsv", "function") {
        text += &format!("    {{ \"{0}\", (function){0} }},\n", row["function"]);
    }
    text + "};\n" + MACRO_FUNCTIONS + MAIN
}

/// Uses every macro with parameters; `macros` returns how many results were wrong.
const MACRO_FUNCTIONS: &str = r#"
#define CAST(macro, type) extern type cast_##type(type cb); type cast_##type(type cb) { return macro(cb); }
CAST(VIR_DOMAIN_EVENT_CALLBACK, virConnectDomainEventGenericCallback)
CAST(VIR_NETWORK_EVENT_CALLBACK, virConnectNetworkEventGenericCallback)
CAST(VIR_NODE_DEVICE_EVENT_CALLBACK, virConnectNodeDeviceEventGenericCallback)
CAST(VIR_SECRET_EVENT_CALLBACK, virConnectSecretEventGenericCallback)
CAST(VIR_STORAGE_POOL_EVENT_CALLBACK, virConnectStoragePoolEventGenericCallback)

extern int old(void) VIR_DEPRECATED;
VIR_EXPORT_VAR virConnectAuthPtr *address_of_variable;

#if !LIBVIR_CHECK_VERSION(9, 0, 0) || LIBVIR_CHECK_VERSION(13, 0, 0)
# error "LIBVIR_CHECK_VERSION"
#endif

static int macros(void)
{
    unsigned char maps[4] = { 0, 0, 0, 0 }, copy[2] = { 0xff, 0xff };
    unsigned char *second = VIR_GET_CPUMAP(maps, 2, 1);
    virNodeInfo node;
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

    memset(&node, 0, sizeof(node));
    node.nodes = 2;
    node.sockets = 3;
    node.cores = 5;
    node.threads = 7;
    wrong += VIR_NODEINFO_MAXCPUS(node) != 210;
    return wrong;
}
"#;

const MAIN: &str = r#"
int main(void)
{
    size_t i;
    int wrong = macros();

    for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        printf("%s %lld\n", numbers[i].name, numbers[i].value);
    for (i = 0; i < sizeof(strings) / sizeof(strings[0]); i++) {
        printf("%s %s\n", strings[i].name, strings[i].value);
        wrong += strcmp(strings[i].value, strings[i].wanted) != 0;
    }
    for (i = 0; i < sizeof(functions) / sizeof(functions[0]); i++)
        printf("%s%s\n", functions[i].name, functions[i].address ? "" : " missing");
    printf("%d\n", *address_of_variable != NULL);
    return wrong;
}
"#;
