//! Credentials for opening a connection: from `auth.conf`, else from the program, which a driver asks: which questions
//! there are and what becomes of the answers. The C side of it is in `capi/auth.rs`.

#![forbid(unsafe_code)]

use std::path::PathBuf;
use std::{env, fs};

use nix::unistd::{AccessFlags, access};

use crate::abi::virConnectCredentialType as Kind;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::util::client_conf::SYSTEM_FOLDER;
use crate::util::key_file::KeyFile;
use crate::util::uri::Uri;
use crate::util::user_dirs;

const FROM: ErrorDomain = ErrorDomain::VIR_FROM_AUTH;

/// A question to the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// `virConnectCredentialType`
    pub kind: i32,
    /// What to show to the user.
    pub prompt: String,
    /// What the credential is for.
    pub challenge: &'a str,
    /// What an empty answer means.
    pub default: Option<&'a str>,
}

/// Why there are no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The program gives up.
    Refused,
    /// It has named kinds of credentials, and no function that asks for them.
    Nobody,
}

/// A program that can be asked for credentials.
pub trait Authenticator {
    /// The kinds that it can be asked for, `virConnectCredentialType`, in its order.
    fn kinds(&self) -> &[i32];

    /// Asks for credentials that belong together; each answer is a text, or nothing, not even an empty one. The program's
    /// own code runs; the caller holds no lock.
    fn ask(&self, questions: &[Question<'_>]) -> std::result::Result<Vec<Option<String>>, Refusal>;
}

/// What credentials are for.
#[derive(Clone, Copy, Debug)]
pub struct Purpose<'a> {
    /// The connection that is to be opened.
    pub uri: &'a Uri,
    /// The name that `auth.conf` knows the kind of server by, such as "test".
    pub service: &'a str,
    /// Where the user has to be known.
    pub host: &'a str,
}

/// Who wants to connect.
///
/// # Errors
/// `VIR_ERR_CONF_SYNTAX` for an incomplete `auth.conf`, `VIR_ERR_INVALID_ARG` if the program brought nothing to ask,
/// `VIR_ERR_AUTH_FAILED` if it cannot be asked for this or gave up.
pub fn username(purpose: Purpose<'_>, auth: Option<&dyn Authenticator>) -> Result<String> {
    if let Some(name) = configured(purpose, "username")? {
        return Ok(name);
    }
    let host = purpose.host;
    let prompt = format!("Enter username for {host}");
    ask(auth, &[Kind::VIR_CRED_AUTHNAME], prompt, host, ["VIR_CRED_AUTHNAME", "Username"])
}

/// The password of `user`.
///
/// # Errors
/// As [`username`].
pub fn password(purpose: Purpose<'_>, auth: Option<&dyn Authenticator>, user: &str) -> Result<String> {
    if let Some(password) = configured(purpose, "password")? {
        return Ok(password);
    }
    let host = purpose.host;
    let kinds = [Kind::VIR_CRED_PASSPHRASE, Kind::VIR_CRED_NOECHOPROMPT];
    let prompt = format!("Enter {user}'s password for {host}");
    ask(auth, &kinds, prompt, host, ["VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT", "Password"])
}

/// `auth.conf`: that of the environment, else of the URI, else of the user, else of the system.
fn file_for(uri: &Uri) -> Option<PathBuf> {
    let named = env::var_os("LIBVIRT_AUTH_FILE").map(PathBuf::from);
    named.or_else(|| uri.param("authfile").map(PathBuf::from)).or_else(|| {
        let usual = [user_dirs::config_dir(), SYSTEM_FOLDER.into()].map(|folder| folder.join("auth.conf"));
        usual.into_iter().find(|path| access(path, AccessFlags::R_OK).is_ok())
    })
}

/// What `auth.conf` says of an `item`, such as "password": in the credentials that the group of the service and host
/// names, or that of the service and any host.
///
/// # Errors
/// `VIR_ERR_CONF_SYNTAX` for a file that is incomplete.
pub fn configured(purpose: Purpose<'_>, item: &str) -> Result<Option<String>> {
    let Some(path) = file_for(purpose.uri) else { return Ok(None) };
    // As the original, which gives no reason for a file that cannot be read.
    let file = fs::read_to_string(&path).ok().and_then(|text| KeyFile::parse(&text));
    let file = file.ok_or_else(Error::unknown_cause)?;
    let wrong = |what: String| {
        let detail = format!("{what} in '{}'", path.display());
        Error::new(ErrorCode::VIR_ERR_CONF_SYNTAX, ErrorDomain::VIR_FROM_NONE, detail)
    };
    let groups = [purpose.host, "default"].map(|host| format!("auth-{}-{host}", purpose.service));
    let Some(group) = groups.into_iter().find(|group| file.has_group(group)) else { return Ok(None) };
    let name = file.value(&group, "credentials");
    let name = name.ok_or_else(|| wrong(format!("Missing item 'credentials' in group '{group}'")))?;
    let credentials = format!("credentials-{name}");
    if !file.has_group(&credentials) {
        return Err(wrong(format!("Missing group '{credentials}' referenced from group '{group}'")));
    }
    Ok(file.value(&credentials, item).map(str::to_owned))
}

/// Asks for the first of the program's kinds that is one of `wanted`. The names are those of the kinds and of the
/// answer, for errors.
fn ask(
    auth: Option<&dyn Authenticator>,
    wanted: &[Kind],
    prompt: String,
    challenge: &str,
    [kinds_name, answer_name]: [&str; 2],
) -> Result<String> {
    let auth = auth.ok_or_else(|| Error::invalid_arg(FROM, "Missing authentication credentials"))?;
    let failed = |detail: String| Error::new(ErrorCode::VIR_ERR_AUTH_FAILED, FROM, detail);
    let is_wanted = |kind: &i32| wanted.iter().any(|wanted| *wanted as i32 == *kind);
    let kind = auth.kinds().iter().copied().find(is_wanted);
    let kind = kind.ok_or_else(|| failed(format!("Missing {kinds_name} credential type")))?;
    match auth.ask(&[Question { kind, prompt, challenge, default: None }]) {
        // As the original, which gives no reason if there is no answer.
        Ok(answers) => answers.into_iter().next().flatten().ok_or_else(Error::unknown_cause),
        Err(Refusal::Refused) => Err(failed(format!("{answer_name} request failed"))),
        Err(Refusal::Nobody) => Err(Error::invalid_arg(FROM, "Missing authentication callback")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Can be asked for some kinds, and answers with what it was asked for.
    struct Program(Vec<i32>);

    impl Authenticator for Program {
        fn kinds(&self) -> &[i32] {
            &self.0
        }

        fn ask(&self, questions: &[Question<'_>]) -> std::result::Result<Vec<Option<String>>, Refusal> {
            let answer = |question: &Question<'_>| format!("{} for {}", question.kind, question.challenge);
            Ok(questions.iter().map(|question| Some(answer(question))).collect())
        }
    }

    #[test]
    fn the_programs_first_fitting_kind_is_asked_for() {
        let [name, pass, hidden] =
            [Kind::VIR_CRED_AUTHNAME, Kind::VIR_CRED_PASSPHRASE, Kind::VIR_CRED_NOECHOPROMPT]
                .map(|kind| kind as i32);
        let wanted = [Kind::VIR_CRED_PASSPHRASE, Kind::VIR_CRED_NOECHOPROMPT];
        let try_with = |auth: Option<&dyn Authenticator>| {
            let answer = ask(auth, &wanted, String::new(), "here", ["A or B", "Password"]);
            answer.map_err(|error| error.message().to_owned())
        };
        let program = |kinds| try_with(Some(&Program(kinds)));
        assert_eq!(program(vec![name, pass, hidden]), Ok(format!("{pass} for here")));
        assert_eq!(program(vec![hidden, pass]), Ok(format!("{hidden} for here")));
        let missing = "authentication failed: Missing A or B credential type";
        assert_eq!(program(vec![name]), Err(missing.to_owned()));
        assert_eq!(try_with(None), Err("invalid argument: Missing authentication credentials".to_owned()));
    }
}
