//! The users of a test host that a file describes, and who may connect to it.

#![forbid(unsafe_code)]

use super::FROM;
use crate::auth::{self, Authenticator, Purpose};
use crate::error::{Error, ErrorCode, Result};
use crate::util::uri::Uri;

/// What the program is told to authenticate for.
const HOST: &str = "localhost";

/// Someone who may connect.
#[derive(Debug)]
pub struct User {
    pub name: String,
    /// `None` if the name is enough.
    pub password: Option<String>,
}

/// Fails unless the program can name one of the users and knows the password. Without users everybody may connect.
pub fn authenticate(users: &[User], uri: &Uri, auth: Option<&dyn Authenticator>) -> Result<()> {
    if users.is_empty() {
        return Ok(());
    }
    let purpose = Purpose { uri, service: "test", host: HOST };
    let name = auth::username(purpose, auth)?;
    let user = users.iter().find(|user| user.name == name);
    if user.is_some_and(|user| user.password.is_none()) {
        return Ok(());
    }
    // An unknown user has to say a password too, and does not learn which of the two is wrong.
    let password = auth::password(purpose, auth, &name)?;
    if user.is_some_and(|user| user.password.as_ref() == Some(&password)) {
        return Ok(());
    }
    let detail = "authentication failed, see test XML for the correct username/password";
    Err(Error::new(ErrorCode::VIR_ERR_AUTH_FAILED, FROM, detail))
}
