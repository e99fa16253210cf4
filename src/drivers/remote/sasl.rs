//! SASL: which mechanism, what it needs from the user, and the exchange with the daemon.
//!
//! Only mechanisms that leave the connection as it is are known. So SASL is for ways on which nobody listens; on others
//! a mechanism would have to encrypt.

#![forbid(unsafe_code)]

use rsasl::callback::{Context, Request, SessionCallback, SessionData};
use rsasl::config::SASLConfig;
use rsasl::mechanisms::anonymous::AnonymousToken;
use rsasl::prelude::{Mechname, SASLClient, Session, SessionError, State};
use rsasl::property::{AuthId, AuthzId, Password};
use zeroize::Zeroizing;

use super::auth::failed;
use crate::abi::virConnectCredentialType as Kind;
use crate::auth::{Authenticator, Purpose, Question, Refusal, configured};
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::rpc::client::Client;
use crate::rpc::protocol::remote::{AuthSaslStartArgs, AuthSaslStepArgs, procedure};
use crate::util::uri::Uri;

/// What a mechanism needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    /// Who the user is, the password, and as whom he wants to act.
    All,
    /// Who the user is, and the password.
    Password,
    /// Nothing; some text is welcome.
    Nothing,
}

/// The mechanisms, the best first.
const MECHANISMS: [(&str, Needs); 6] = [
    ("SCRAM-SHA-512", Needs::All),
    ("SCRAM-SHA-256", Needs::All),
    ("SCRAM-SHA-1", Needs::All),
    ("PLAIN", Needs::All),
    ("LOGIN", Needs::Password),
    ("ANONYMOUS", Needs::Nothing),
];

/// What can be asked for: the kind, how, what for, and its name in `auth.conf`.
type Item = (Kind, &'static str, &'static str, &'static str);
const ACT_AS: Item =
    (Kind::VIR_CRED_USERNAME, "Please enter your authorization name", "Authorization Name", "username");
const NAME: Item =
    (Kind::VIR_CRED_AUTHNAME, "Please enter your authentication name", "Authentication Name", "authname");
const PASSWORD: Item = (Kind::VIR_CRED_PASSPHRASE, "Please enter your password", "Password", "password");
const ANYBODY: Item =
    (Kind::VIR_CRED_USERNAME, "Please enter anonymous identification", "Authorization Name", "username");

/// Convinces the daemon, by the mechanism that was `asked` for or else the best. `program` is asked for what is needed.
pub fn authenticate(
    client: &Client,
    uri: Option<&Uri>,
    asked: Option<&str>,
    program: Option<&dyn Authenticator>,
    secure: bool,
) -> Result<()> {
    let offer = client.call(procedure::AUTH_SASL_INIT, &())?.mechlist;
    let kinds = program.map_or(&[][..], Authenticator::kinds);
    let (name, needs) = choose(&offer, asked, kinds, secure)?;
    let answers = Answers::collect(needs, uri, program, kinds)?;
    let config = SASLConfig::builder().with_default_mechanisms().with_callback(answers);
    let config = config.map_err(|error| not_started(&error.to_string()))?;
    let mechanism = Mechname::parse(name.as_bytes()).map_err(|error| not_started(&error.to_string()))?;
    let session = SASLClient::new(config).start_suggested(&[mechanism]);
    exchange(client, name, session.map_err(|error| not_started(&error.to_string()))?)
}

/// The best mechanism of those that the daemon offers, for a program that can be asked for credentials of `kinds`.
fn choose(offer: &str, asked: Option<&str>, kinds: &[i32], secure: bool) -> Result<(&'static str, Needs)> {
    let offered: Vec<_> = offer.split([',', ' ']).filter(|word| !word.is_empty()).collect();
    if let Some(asked) = asked.filter(|asked| !asked.is_empty() && !offered.contains(asked)) {
        return Err(failed(format!("SASL mechanism {asked} not supported by server")));
    }
    let possible: Vec<_> = match asked {
        Some(asked) => offered.into_iter().filter(|word| *word == asked).collect(),
        None => offered,
    };
    // The daemon might be somebody who only wants the password.
    let known = MECHANISMS.into_iter().filter(|(name, _)| secure && possible.contains(name));
    let known: Vec<_> = known.collect();
    if known.is_empty() && !possible.is_empty() {
        let why = if secure { "" } else { ", which this connection needs to be safe" };
        let names = possible.join(", ");
        return Err(not_started(&format!(
            "SASL(-4): no mechanism available: this library does not have {names}{why}"
        )));
    }
    let has = |(kind, ..): Item| kinds.contains(&(kind as i32));
    let fit = known.iter().find(|(_, needs)| *needs == Needs::Nothing || (has(NAME) && has(PASSWORD)));
    fit.copied().ok_or_else(|| {
        let why = if known.is_empty() { "" } else { "No worthy mechs found" };
        not_started(&format!("SASL(-4): no mechanism available: {why}"))
    })
}

/// What the user said.
#[derive(Default)]
struct Answers {
    act_as: String,
    name: String,
    password: Zeroizing<String>,
}

impl Answers {
    /// Collects what is needed from `auth.conf`, and for the rest asks the program, all at once.
    fn collect(
        needs: Needs,
        uri: Option<&Uri>,
        program: Option<&dyn Authenticator>,
        kinds: &[i32],
    ) -> Result<Self> {
        let items = match needs {
            Needs::All => &[ACT_AS, NAME, PASSWORD][..],
            Needs::Password => &[NAME, PASSWORD],
            Needs::Nothing => &[ANYBODY],
        };
        let nowhere = Uri::default();
        let uri = uri.unwrap_or(&nowhere);
        let host = uri.server.as_deref().unwrap_or("localhost");
        let purpose = Purpose { uri, service: "libvirt", host };
        let mut answers = Self::default();
        let mut open = Vec::new();
        for &item in items.iter().filter(|(kind, ..)| kinds.contains(&(*kind as i32))) {
            match configured(purpose, item.3)? {
                Some(text) => answers.set(item, text),
                None => open.push(item),
            }
        }
        let Some(program) = program else { return Ok(answers) };
        // As the original, which learns of the two that LOGIN needs one after the other.
        let together = if needs == Needs::Password { 1 } else { items.len() };
        for open in open.chunks(together) {
            let question = |(kind, prompt, challenge, _): &Item| Question {
                kind: *kind as i32,
                prompt: (*prompt).to_owned(),
                challenge,
                default: (needs == Needs::Nothing).then_some(""),
            };
            let questions: Vec<_> = open.iter().map(question).collect();
            let said = program.ask(&questions).map_err(|refusal| match refusal {
                Refusal::Refused => failed("Failed to collect auth credentials"),
                Refusal::Nobody => failed("No authentication callback available"),
            })?;
            for (item, text) in open.iter().zip(said) {
                answers.set(*item, text.unwrap_or_default());
            }
        }
        Ok(answers)
    }

    fn set(&mut self, (kind, ..): Item, text: String) {
        match kind {
            Kind::VIR_CRED_USERNAME => self.act_as = text,
            Kind::VIR_CRED_AUTHNAME => self.name = text,
            _ => self.password = Zeroizing::new(text),
        }
    }
}

impl SessionCallback for Answers {
    fn callback(
        &self,
        _: &SessionData,
        _: &Context<'_>,
        request: &mut Request<'_>,
    ) -> std::result::Result<(), SessionError> {
        if !self.act_as.is_empty() {
            request.satisfy::<AuthzId>(&self.act_as)?;
        }
        let token = if self.act_as.is_empty() { "anonymous" } else { &self.act_as };
        request.satisfy::<AnonymousToken>(token)?;
        request.satisfy::<AuthId>(&self.name)?.satisfy::<Password>(self.password.as_bytes())?;
        Ok(())
    }
}

/// Says to the daemon what the mechanism wants said, until both are content.
fn exchange(client: &Client, mechanism: &str, mut session: Session) -> Result<()> {
    let first = session.are_we_first();
    let mut step = |data: Option<&[u8]>| {
        let mut said = Vec::new();
        let state = session.step(data, &mut said).map_err(|error| not_done(&error.to_string()))?;
        let said = state.has_sent_message().then_some(said);
        Ok::<_, Error>((state, said))
    };
    let (mut ours, said) = if first { step(None)? } else { (State::Running, None) };
    let args = AuthSaslStartArgs {
        mech: mechanism.to_owned(),
        nil: i32::from(said.is_none()),
        data: said.unwrap_or_default(),
    };
    let reply = client.call(procedure::AUTH_SASL_START, &args)?;
    let (mut complete, mut nil, mut data) = (reply.complete != 0, reply.nil != 0, reply.data);
    loop {
        // Also when the daemon is content: it may have to convince us.
        let mut said = None;
        let had_more = ours.is_running();
        if had_more {
            (ours, said) = step((!nil).then_some(&data[..]))?;
        }
        match (complete, ours.is_running()) {
            (true, false) => return Ok(()),
            (true, true) => return Err(not_done("the daemon has not shown that it knows the password")),
            (false, _) if !had_more => return Err(not_done("the daemon wants more than there is")),
            (false, _) => {}
        }
        let args = AuthSaslStepArgs { nil: i32::from(said.is_none()), data: said.unwrap_or_default() };
        let reply = client.call(procedure::AUTH_SASL_STEP, &args)?;
        (complete, nil, data) = (reply.complete != 0, reply.nil != 0, reply.data);
    }
}

/// The exchange does not come to its end.
fn not_done(why: &str) -> Error {
    let text = format!("Failed to step SASL negotiation: -1 ({why})");
    Error::new(ErrorCode::VIR_ERR_AUTH_FAILED, ErrorDomain::VIR_FROM_RPC, text)
}

/// The exchange cannot begin.
fn not_started(why: &str) -> Error {
    let text = format!("Failed to start SASL negotiation: -4 ({why})");
    Error::new(ErrorCode::VIR_ERR_AUTH_FAILED, ErrorDomain::VIR_FROM_RPC, text)
}
