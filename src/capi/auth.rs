//! Asking a program for credentials by its `virConnectAuth`; and `virConnectAuthPtrDefault`, which asks on the
//! terminal, as the original's default does.

use std::ffi::{CStr, CString, c_char, c_int, c_uint, c_void};
use std::ptr;
use std::slice;

use crate::abi::{virConnectAuth, virConnectAuthPtr, virConnectCredential, virConnectCredentialPtr};
use crate::auth::{Authenticator, Question, Refusal};

const AUTHNAME: c_int = 2;
const USERNAME: c_int = 1;
const PASSPHRASE: c_int = 5;
const ECHOPROMPT: c_int = 6;
const NOECHOPROMPT: c_int = 7;
const REALM: c_int = 8;
const EXTERNAL: c_int = 9;

/// What the callback offers to ask for, in the original's order.
static mut KINDS: [c_int; 6] = [AUTHNAME, ECHOPROMPT, REALM, PASSPHRASE, NOECHOPROMPT, EXTERNAL];

static mut DEFAULT: virConnectAuth = virConnectAuth {
    credtype: (&raw mut KINDS).cast(),
    ncredtype: 6,
    cb: Some(ask_all),
    cbdata: ptr::null_mut(),
};

symver!(virConnectAuthPtrDefault);
/// Variable that points to a ready-made virConnectAuth, which asks for credentials on the terminal;
/// pass it to virConnectOpenAuth().
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub static mut virConnectAuthPtrDefault: virConnectAuthPtr = &raw mut DEFAULT;

/// A program's `virConnectAuth`, for the duration of a call.
pub struct Program<'a>(&'a virConnectAuth);

impl<'a> Program<'a> {
    /// What the program passed; `None` for NULL.
    ///
    /// # Safety
    /// `auth` is NULL or points to a structure that lives for `'a`, whose array has as many elements as it says and
    /// whose function can be called as the C API says.
    pub unsafe fn new(auth: virConnectAuthPtr) -> Option<Self> {
        // SAFETY: contract of this function.
        unsafe { auth.as_ref() }.map(Self)
    }
}

impl Authenticator for Program<'_> {
    fn kinds(&self) -> &[c_int] {
        if self.0.credtype.is_null() {
            return &[];
        }
        // SAFETY: not NULL; contract of `Program::new`.
        unsafe { slice::from_raw_parts(self.0.credtype, self.0.ncredtype as usize) }
    }

    fn ask(&self, questions: &[Question<'_>]) -> Result<Vec<Option<String>>, Refusal> {
        let Some(function) = self.0.cb else { return Err(Refusal::Nobody) };
        let c_text = |text: &str| CString::new(text).unwrap_or_default();
        let texts: Vec<_> = questions
            .iter()
            .map(|question| {
                let default = question.default.map(c_text);
                (c_text(&question.prompt), c_text(question.challenge), default)
            })
            .collect();
        let credential = |(question, (prompt, challenge, default)): (&Question<'_>, &Texts)| {
            let default = default.as_ref().map_or(ptr::null(), |text| text.as_ptr());
            virConnectCredential {
                r#type: question.kind,
                prompt: prompt.as_ptr(),
                challenge: challenge.as_ptr(),
                defresult: default,
                result: ptr::null_mut(),
                resultlen: 0,
            }
        };
        let mut creds: Vec<_> = questions.iter().zip(&texts).map(credential).collect();
        let count = c_uint::try_from(creds.len()).unwrap_or(0);
        // SAFETY: contract of `Program::new`; as many credentials as told, whose texts live longer than the call.
        let outcome = unsafe { function(creds.as_mut_ptr(), count, self.0.cbdata) };
        let taken = |cred: &virConnectCredential| {
            (!cred.result.is_null()).then(|| {
                // SAFETY: the program's answer: a string from `malloc`, which is ours now.
                unsafe {
                    let text = CStr::from_ptr(cred.result).to_string_lossy().into_owned();
                    libc::free(cred.result.cast());
                    text
                }
            })
        };
        let answers = creds.iter().map(taken).collect();
        if outcome < 0 { Err(Refusal::Refused) } else { Ok(answers) }
    }
}

/// The prompt, the challenge and the default of a question.
type Texts = (CString, CString, Option<CString>);

unsafe extern "C" {
    static stdin: *mut libc::FILE;
    static stdout: *mut libc::FILE;
    fn getpass(prompt: *const c_char) -> *mut c_char;
}

/// Fills in every credential of `creds`. Returns -1 at the first that it cannot ask for.
///
/// # Safety
/// `creds` has `count` elements, whose texts are NULL or end with NUL.
unsafe extern "C-unwind" fn ask_all(
    creds: virConnectCredentialPtr,
    count: c_uint,
    _data: *mut c_void,
) -> c_int {
    for index in 0..count as usize {
        // SAFETY: contract of this function.
        if unsafe { ask(&mut *creds.add(index)) }.is_none() {
            return -1;
        }
    }
    0
}

/// Asks for one credential; the answer comes from `malloc`. `None` if that is impossible.
///
/// # Safety
/// The texts of `cred` are NULL or end with NUL.
unsafe fn ask(cred: &mut virConnectCredential) -> Option<()> {
    // SAFETY: contract of this function, here and below; NULL is excluded.
    let text = |text: *const c_char| unsafe { (!text.is_null()).then(|| CStr::from_ptr(text).to_bytes()) };
    let prompt = [text(cred.prompt).unwrap_or_default(), b": \0"].concat();
    let prompt = CStr::from_bytes_with_nul(&prompt).ok()?;
    let mut answer = match cred.r#type {
        // What a desktop's own agent has asked for already.
        EXTERNAL => return (text(cred.challenge) == Some(b"PolicyKit")).then_some(()),
        USERNAME | AUTHNAME | ECHOPROMPT | REALM => read_line(prompt)?,
        // SAFETY: a string; the result is NULL or a string that lives until the next call.
        PASSPHRASE | NOECHOPROMPT => text(unsafe { getpass(prompt.as_ptr()) })?.to_vec(),
        _ => return None,
    };
    if answer.is_empty() {
        answer = text(cred.defresult).unwrap_or_default().to_vec();
    }
    cred.resultlen = c_uint::try_from(answer.len()).ok()?;
    answer.push(0);
    // SAFETY: ends with NUL.
    cred.result = unsafe { libc::strdup(answer.as_ptr().cast()) };
    (!cred.result.is_null()).then_some(())
}

/// Prints `prompt` and reads a line, both by way of C's streams, which the program uses too. Nothing more
/// to read is an empty answer.
fn read_line(prompt: &CStr) -> Option<Vec<u8>> {
    let mut buffer = [0 as c_char; 1024];
    let size = c_int::try_from(buffer.len()).ok()?;
    // SAFETY: the process's own streams; the buffer has the size that is told.
    let line = unsafe {
        if libc::fputs(prompt.as_ptr(), stdout) == libc::EOF || libc::fflush(stdout) != 0 {
            return None;
        }
        if libc::fgets(buffer.as_mut_ptr(), size, stdin).is_null() {
            return if libc::feof(stdin) != 0 { Some(Vec::new()) } else { None };
        }
        CStr::from_ptr(buffer.as_ptr())
    };
    let line = line.to_bytes();
    Some(line.strip_suffix(b"\n").unwrap_or(line).to_vec())
}
