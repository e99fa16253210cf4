//! Credentials that a driver asks the program for while it opens a connection: which questions there are and what
//! becomes of the answers. The C side of it is in `capi/auth.rs`.

#![forbid(unsafe_code)]

use crate::abi::virConnectCredentialType as Kind;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};

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
}

/// What the program says to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Text(String),
    /// Not even an empty text.
    Nothing,
    /// It gives up.
    Refused,
    /// It has named kinds of credentials, and no function that asks for them.
    Nobody,
}

/// A program that can be asked for credentials.
pub trait Authenticator {
    /// The kinds that it can be asked for, `virConnectCredentialType`, in its order.
    fn kinds(&self) -> &[i32];

    /// Asks for a credential. The program's own code runs; the caller holds no lock.
    fn ask(&self, question: &Question<'_>) -> Answer;
}

/// Asks who wants to connect to `host`.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG` if the program brought nothing to ask, `VIR_ERR_AUTH_FAILED` if it cannot be asked for this
/// or gave up.
pub fn username(auth: Option<&dyn Authenticator>, host: &str) -> Result<String> {
    let prompt = format!("Enter username for {host}");
    ask(auth, &[Kind::VIR_CRED_AUTHNAME], prompt, host, ["VIR_CRED_AUTHNAME", "Username"])
}

/// Asks for the password of `user` on `host`.
///
/// # Errors
/// As [`username`].
pub fn password(auth: Option<&dyn Authenticator>, user: &str, host: &str) -> Result<String> {
    let kinds = [Kind::VIR_CRED_PASSPHRASE, Kind::VIR_CRED_NOECHOPROMPT];
    let prompt = format!("Enter {user}'s password for {host}");
    ask(auth, &kinds, prompt, host, ["VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT", "Password"])
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
    match auth.ask(&Question { kind, prompt, challenge }) {
        Answer::Text(text) => Ok(text),
        // As the original, which gives no reason.
        Answer::Nothing => Err(Error::unknown_cause()),
        Answer::Refused => Err(failed(format!("{answer_name} request failed"))),
        Answer::Nobody => Err(Error::invalid_arg(FROM, "Missing authentication callback")),
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

        fn ask(&self, question: &Question<'_>) -> Answer {
            Answer::Text(format!("{} for {}", question.kind, question.challenge))
        }
    }

    #[test]
    fn the_programs_first_fitting_kind_is_asked_for() {
        let [name, pass, hidden] =
            [Kind::VIR_CRED_AUTHNAME, Kind::VIR_CRED_PASSPHRASE, Kind::VIR_CRED_NOECHOPROMPT]
                .map(|kind| kind as i32);
        let ask = |kinds| {
            password(Some(&Program(kinds)), "bob", "here").map_err(|error| error.message().to_owned())
        };
        assert_eq!(ask(vec![name, pass, hidden]), Ok(format!("{pass} for here")));
        assert_eq!(ask(vec![hidden, pass]), Ok(format!("{hidden} for here")));
        let missing =
            "authentication failed: Missing VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT credential type";
        assert_eq!(ask(vec![name]), Err(missing.to_owned()));
        let none = username(None, "here").map_err(|error| error.message().to_owned());
        assert_eq!(none, Err("invalid argument: Missing authentication credentials".to_owned()));
    }
}
