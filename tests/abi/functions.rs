//! `docs/functions.md`, the table of public functions by state: made here from the sources, compared with the committed
//! file and with what the built library answers.

use std::collections::BTreeMap;
use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, ptr};

use crate::facts::{self, Row};

/// The bodies of exported functions by public name.
fn bodies() -> BTreeMap<String, String> {
    fn read(dir: &Path, bodies: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(dir).expect("a directory") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                read(&path, bodies);
                continue;
            }
            let source = fs::read_to_string(&path).expect("a source file");
            for item in source.split("\nsymver!(").skip(1) {
                let (name, rest) = item.split_once(')').expect("a name");
                let body = rest.split_once("\n}").map_or(rest, |(body, _)| body);
                bodies.insert(name.trim_start_matches("oxvirt_").to_owned(), body.to_owned());
            }
        }
    }
    let mut found = BTreeMap::new();
    read(&facts::root().join("src/capi"), &mut found);
    found
}

/// Whether a function does more than to check its handle and say that it is not supported. Where no handle of a kind
/// can exist yet, all handles are invalid.
fn works(body: &str) -> bool {
    const ANSWERS: [&str; 5] = [
        ".unsupported(ErrorDomain::",
        "Err(Error::no_support(",
        "Err(call.invalid(Kind::",
        "Err(invalid_handle(call",
        "null_handle(call",
    ];
    let answer = body.lines().map(str::trim).any(|line| ANSWERS.iter().any(|answer| line.contains(answer)));
    !answer || body.contains("Ok(")
}

/// The public functions of all libraries, and whether they work.
fn functions() -> Vec<(Row, bool)> {
    let bodies = bodies();
    facts::all("functions.tsv", "function")
        .into_iter()
        .map(|row| {
            let works = works(bodies.get(&row["function"]).unwrap_or_else(|| panic!("{row:?}")));
            (row, works)
        })
        .collect()
}

fn table() -> String {
    let mut headers: BTreeMap<String, BTreeMap<String, bool>> = BTreeMap::new();
    for (row, works) in functions() {
        headers.entry(row["header"].clone()).or_default().insert(row["function"].clone(), works);
    }
    let count = |functions: &BTreeMap<String, bool>| functions.values().filter(|works| **works).count();
    let (total, working) =
        headers.values().fold((0, 0), |(total, working), it| (total + it.len(), working + count(it)));

    let mut text = format!(
        "# Public functions\n\n\
         Written by `make docs`; `make check` compares it with the sources and the built library.\n\n\
         {working} of {total} functions work. The others check their handle and fail with\n\
         `VIR_ERR_NO_SUPPORT`, as the original does for what a driver lacks; where no handle of the\n\
         kind can exist yet, they say that the handle is invalid. A function that works may meet a\n\
         driver that lacks it, with the same error.\n\n\
         | header | work | of |\n|---|---|---|\n"
    );
    for (header, functions) in &headers {
        let _ = writeln!(text, "| {header} | {} | {} |", count(functions), functions.len());
    }
    for (header, functions) in &headers {
        let _ = write!(text, "\n## {header}\n\n| function | state |\n|---|---|\n");
        for (function, works) in functions {
            let _ = writeln!(text, "| {function} | {} |", if *works { "works" } else { "not yet" });
        }
    }
    text
}

#[test]
fn the_table_of_functions_is_current() {
    let path = facts::root().join("docs/functions.md");
    let table = table();
    if env::var_os("OXVIRT_UPDATE").is_some() {
        fs::write(&path, &table).expect("docs/ is writable");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == table, "docs/functions.md is not what the sources say; run `make docs`");
}

/// A public function called through its address. All parameters of all public functions are integers or pointers, so
/// more zeros than it has parameters do no harm.
type Function =
    unsafe extern "C" fn(*mut c_void, usize, usize, usize, usize, usize, usize, usize, usize) -> usize;

/// The built library, loaded. The address of one of its functions.
fn loaded(name: &str) -> impl Fn(&str) -> *mut c_void {
    let path = facts::root().join("build").join(name);
    let path = CString::new(path.to_str().expect("UTF-8")).expect("no NUL");
    // SAFETY: the library's initialisation touches nothing of this process.
    let library = unsafe { libc::dlopen(path.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL) };
    assert!(!library.is_null(), "{path:?} does not load; run `make` first");
    let library = library as usize;
    move |function| {
        let name = CString::new(function).expect("no NUL");
        // SAFETY: a handle from dlopen, which is never closed, and a terminated name.
        let address = unsafe { libc::dlsym(library as *mut c_void, name.as_ptr()) };
        assert!(!address.is_null(), "{function}");
        address
    }
}

#[test]
fn what_does_not_work_says_so() {
    const VIR_ERR_NO_SUPPORT: c_int = 3;

    let library = loaded("libvirt.so.0");
    let call = |name: &str, first: *mut c_void| {
        let function = library(name);
        // SAFETY: a public function; see `Function`.
        let function: Function = unsafe { std::mem::transmute(function) };
        // SAFETY: `first` is NULL or a handle of the kind that the function takes.
        unsafe { function(first, 0, 0, 0, 0, 0, 0, 0, 0) }
    };
    let last_error = || {
        let error = call("virGetLastError", ptr::null_mut()) as *const virt::abi::virError;
        // SAFETY: NULL, or the error of this thread, valid until the next call.
        unsafe { error.as_ref() }.map(|error| {
            // SAFETY: every error has a message.
            let message = unsafe { CStr::from_ptr(error.message) };
            (error.code, message.to_string_lossy().into_owned())
        })
    };
    let silent: unsafe extern "C" fn(*mut c_void, *mut c_void) = ignore_error;
    // SAFETY: virSetErrorFunc takes the handler second.
    let set_error_func: unsafe extern "C" fn(*mut c_void, *const c_void) =
        unsafe { std::mem::transmute(library("virSetErrorFunc")) };
    // SAFETY: the handler lives for ever.
    unsafe { set_error_func(ptr::null_mut(), silent as *const c_void) };

    let conn = call("virConnectOpen", c"test:///default".as_ptr().cast_mut().cast());
    assert_ne!(conn, 0, "{:?}", last_error());
    let lookup = library("virDomainLookupByName");
    // SAFETY: the function's type.
    let lookup: unsafe extern "C" fn(*mut c_void, *const c_char) -> *mut c_void =
        unsafe { std::mem::transmute(lookup) };
    // SAFETY: a live connection and a terminated string.
    let dom = unsafe { lookup(conn as *mut c_void, c"test".as_ptr()) };
    assert!(!dom.is_null(), "{:?}", last_error());

    let mut wrong = Vec::new();
    for (row, works) in functions() {
        if works || row["library"] != "libvirt.so.0" {
            continue;
        }
        let first = row["params"].split(' ').next().unwrap_or_default();
        let (handle, expected) = match first {
            "virConnectPtr" => (conn as *mut c_void, Some(VIR_ERR_NO_SUPPORT)),
            "virDomainPtr" => (dom, Some(VIR_ERR_NO_SUPPORT)),
            // No such handle can exist: any of several codes.
            _ => (ptr::null_mut(), None),
        };
        call("virResetLastError", ptr::null_mut());
        call(&row["function"], handle);
        let error = last_error();
        if error.is_none() || expected.is_some_and(|code| error.as_ref().map(|it| it.0) != Some(code)) {
            wrong.push((row["function"].clone(), error));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    call("virDomainFree", dom);
    call("virConnectClose", conn as *mut c_void);
}

unsafe extern "C" fn ignore_error(_data: *mut c_void, _error: *mut c_void) {}
