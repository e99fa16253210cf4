//! Administration of a daemon: the connection to its administration socket, its servers, and their clients.
//!
//! `daemon.rs` finds the socket; the calls are rows of tables here. An error that the daemon answers is passed on as it
//! is: most of the checks are its own.

#![forbid(unsafe_code)]

mod daemon;

use std::ffi::CStr;
use std::sync::Arc;

use crate::abi::virConnectFlags;
use crate::error::{Error, ErrorCode, ErrorDomain, Result};
use crate::event::closing::{CloseListener, Closing, Until};
use crate::handle::Magic;
use crate::ident::Name;
use crate::rpc::client::{Client, CloseReason, Sink};
use crate::rpc::message::Packet;
use crate::rpc::protocol::admin::{NonnullClient, NonnullServer, procedure};
use crate::rpc::protocol::{Program, keepalive};
use crate::rpc::transport::UnixTransport;
use crate::rpc::typed_params::{received, sent};
use crate::typed_param::TypedParameter;

/// Where errors about administration come from.
pub const FROM: ErrorDomain = ErrorDomain::VIR_FROM_ADMIN;

/// The flag of `virAdmConnectOpen` that is for the client.
const NO_ALIASES: u32 = virConnectFlags::VIR_CONNECT_NO_ALIASES as u32;

/// The programs whose messages are for us.
static PROGRAMS: [&Program; 2] = [&procedure::PROGRAM, &keepalive::procedure::PROGRAM];

/// What a `virAdmConnectPtr` points to.
#[repr(C)]
pub struct Connection {
    magic: Magic,
    uri: String,
    client: Arc<Client>,
    closing: Arc<Closing>,
}

impl Connection {
    /// "aCon"
    pub const MAGIC: u32 = 0x6143_6f6e;

    /// Connects with the daemon that `name`, a URI or its alias, means; `None` is the default daemon.
    pub fn open(name: Option<&str>, flags: u32) -> Result<Arc<Self>> {
        let (stream, uri) = daemon::connect(name, flags)?;
        let transport = UnixTransport::new(stream)
            .map_err(|cause| Error::system(FROM, "Unable to set up the connection", &cause))?;
        // As in the original: forgotten when it was told, so that there can be another.
        let closing = Closing::new(Until::Told);
        let client = Client::new(transport, &PROGRAMS, Arc::new(Inbox(Arc::clone(&closing))));
        let magic = Magic::new(Self::MAGIC);
        let connection = Arc::new(Self { magic, uri: uri.to_string(), client, closing });
        connection.introduce(flags & !NO_ALIASES)?;
        Ok(connection)
    }

    calls! { admin;
        fn introduce(&self, flags: u32) -> () = CONNECT_OPEN { flags };
        fn take_leave(&self) -> () = CONNECT_CLOSE;
        /// Version of the library that the daemon runs on.
        pub fn lib_version(&self) -> u64 = CONNECT_GET_LIB_VERSION => |ret| ret.lib_ver;
        fn server_names(&self, need_results: u32, flags: u32) -> (Vec<NonnullServer>, u32)
            = CONNECT_LIST_SERVERS { need_results, flags } => |ret| (ret.servers, ret.ret);
        fn server_name(&self, name: &str, flags: u32) -> NonnullServer
            = CONNECT_LOOKUP_SERVER { name: name.to_owned(), flags } => |ret| ret.srv;
        /// The log filters, unless there are none, and how many.
        pub fn logging_filters(&self, flags: u32) -> (Option<String>, u32)
            = CONNECT_GET_LOGGING_FILTERS { flags } => |ret| (ret.filters, ret.nfilters);
        /// The log outputs, and how many.
        pub fn logging_outputs(&self, flags: u32) -> (Option<String>, u32)
            = CONNECT_GET_LOGGING_OUTPUTS { flags } => |ret| (Some(ret.outputs), ret.noutputs);
        /// Replaces the log filters.
        pub fn set_logging_filters(&self, filters: Option<&str>, flags: u32) -> ()
            = CONNECT_SET_LOGGING_FILTERS { filters: filters.map(str::to_owned), flags };
        /// Replaces the log outputs.
        pub fn set_logging_outputs(&self, outputs: Option<&str>, flags: u32) -> ()
            = CONNECT_SET_LOGGING_OUTPUTS { outputs: outputs.map(str::to_owned), flags };
        /// Sets after how many idle seconds the daemon ends.
        pub fn set_daemon_timeout(&self, timeout: u32, flags: u32) -> ()
            = CONNECT_SET_DAEMON_TIMEOUT { timeout, flags };
        /// Has the daemon end.
        pub fn daemon_shutdown(&self, flags: u32) -> () = CONNECT_DAEMON_SHUTDOWN { flags };
    }

    /// The canonical URI.
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// Whether the daemon is there.
    pub fn is_alive(&self) -> bool {
        self.client.is_open()
    }

    /// The daemon's servers; only their number is asked for unless they are `wanted`.
    pub fn servers(self: &Arc<Self>, wanted: bool, flags: u32) -> Result<(Vec<Arc<Server>>, u32)> {
        let (servers, count) = self.server_names(wanted.into(), flags)?;
        Ok((servers.into_iter().map(|it| Server::new(self, it)).collect::<Result<_>>()?, count))
    }

    /// A server by its name.
    pub fn server(self: &Arc<Self>, name: &str, flags: u32) -> Result<Arc<Server>> {
        Server::new(self, self.server_name(name, flags)?)
    }

    /// Has `listener` told of the loss of the connection; there can be one.
    pub fn register_close(&self, listener: Box<dyn CloseListener>) -> Result<()> {
        if let Err(error) = self.client.check_process() {
            listener.refuse();
            return Err(error);
        }
        if self.closing.register(listener) {
            return Ok(());
        }
        let text = "A close callback is already registered";
        Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, text))
    }

    /// Forgets the listener if it is the one with this `function`.
    pub fn unregister_close(&self, function: usize) -> Result<()> {
        self.client.check_process()?;
        if !self.closing.is_registered(function) {
            let text = "A different callback was requested";
            return Err(Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, ErrorDomain::VIR_FROM_NONE, text));
        }
        drop(self.closing.take_back());
        Ok(())
    }

    /// Ends the connection. The error is that of taking leave; the connection has ended all the same.
    pub fn close(&self) -> Result<()> {
        if self.client.check_process().is_err() {
            return Ok(()); // in a fork; it stays the parent's
        }
        let left = self.take_leave();
        self.client.close();
        left
    }

    fn wire(&self) -> &Client {
        &self.client
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        if self.client.is_open() {
            // Nobody is there who could be told.
            let _ = self.close();
        }
    }
}

/// Takes what the daemon tells by itself.
struct Inbox(Arc<Closing>);

impl Sink for Inbox {
    fn event(&self, packet: Packet) {
        let header = &packet.header;
        log::debug!("a message of procedure {} of {:#x} is passed over", header.proc, header.prog);
    }

    fn closed(&self, reason: CloseReason, error: &Error) {
        log::debug!("the connection to the daemon has ended: {error}");
        if reason != CloseReason::VIR_CONNECT_CLOSE_REASON_CLIENT {
            self.0.lost(reason as i32);
        }
    }
}

/// What a `virAdmServerPtr` points to: a part of a daemon with sockets, clients and workers of its own.
#[repr(C)]
pub struct Server {
    magic: Magic,
    conn: Arc<Connection>,
    name: Name,
}

impl Server {
    /// "aSrv"
    pub const MAGIC: u32 = 0x6153_7276;

    fn new(conn: &Arc<Connection>, sent: NonnullServer) -> Result<Arc<Self>> {
        let name = Name::new(&sent.name).ok_or_else(|| {
            let name = sent.name.escape_debug();
            Error::new(ErrorCode::VIR_ERR_RPC, FROM, format!("the daemon gave the name '{name}'"))
        })?;
        Ok(Arc::new(Self { magic: Magic::new(Self::MAGIC), conn: Arc::clone(conn), name }))
    }

    calls! { admin;
        /// Settings and state of the workers.
        pub fn thread_pool_parameters(&self, flags: u32) -> Vec<TypedParameter>
            = SERVER_GET_THREADPOOL_PARAMETERS { srv: self.into(), flags } => |ret| received(ret.params);
        /// Changes settings of the workers.
        pub fn set_thread_pool_parameters(&self, params: &[TypedParameter], flags: u32) -> ()
            = SERVER_SET_THREADPOOL_PARAMETERS { srv: self.into(), params: sent(params), flags };
        /// How many clients there can be, and are.
        pub fn client_limits(&self, flags: u32) -> Vec<TypedParameter>
            = SERVER_GET_CLIENT_LIMITS { srv: self.into(), flags } => |ret| received(ret.params);
        /// Changes how many clients there can be.
        pub fn set_client_limits(&self, params: &[TypedParameter], flags: u32) -> ()
            = SERVER_SET_CLIENT_LIMITS { srv: self.into(), params: sent(params), flags };
        /// Has the certificates read again.
        pub fn update_tls_files(&self, flags: u32) -> () = SERVER_UPDATE_TLS_FILES { srv: self.into(), flags };
        fn client_records(&self, need_results: u32, flags: u32) -> (Vec<NonnullClient>, u32)
            = SERVER_LIST_CLIENTS { srv: self.into(), need_results, flags } => |ret| (ret.clients, ret.ret);
        fn client_record(&self, id: u64, flags: u32) -> NonnullClient
            = SERVER_LOOKUP_CLIENT { srv: self.into(), id, flags } => |ret| ret.clnt;
    }

    /// The name, for C.
    pub fn name(&self) -> &CStr {
        self.name.as_c_str()
    }

    /// The clients; only their number is asked for unless they are `wanted`.
    pub fn clients(self: &Arc<Self>, wanted: bool, flags: u32) -> Result<(Vec<Arc<ServerClient>>, u32)> {
        let (clients, count) = self.client_records(wanted.into(), flags)?;
        Ok((clients.into_iter().map(|it| ServerClient::new(self, &it)).collect(), count))
    }

    /// A client by its number.
    pub fn client(self: &Arc<Self>, id: u64, flags: u32) -> Result<Arc<ServerClient>> {
        Ok(ServerClient::new(self, &self.client_record(id, flags)?))
    }

    fn wire(&self) -> &Client {
        self.conn.wire()
    }
}

impl From<&Server> for NonnullServer {
    fn from(server: &Server) -> Self {
        Self { name: server.name.as_str().to_owned() }
    }
}

/// What a `virAdmClientPtr` points to: a client of a server, as it was when it was looked for.
#[repr(C)]
pub struct ServerClient {
    magic: Magic,
    server: Arc<Server>,
    id: u64,
    timestamp: i64,
    transport: u32,
}

impl ServerClient {
    /// "aCli"
    pub const MAGIC: u32 = 0x6143_6c69;

    fn new(server: &Arc<Server>, sent: &NonnullClient) -> Arc<Self> {
        let &NonnullClient { id, timestamp, transport, .. } = sent;
        let (magic, server) = (Magic::new(Self::MAGIC), Arc::clone(server));
        Arc::new(Self { magic, server, id, timestamp, transport })
    }

    calls! { admin;
        /// Who it is.
        pub fn info(&self, flags: u32) -> Vec<TypedParameter>
            = CLIENT_GET_INFO { clnt: self.into(), flags } => |ret| received(ret.params);
        /// Has the server end the connection.
        pub fn close(&self, flags: u32) -> () = CLIENT_CLOSE { clnt: self.into(), flags };
    }

    /// The number by which the server knows it.
    pub fn id(&self) -> u64 {
        self.id
    }

    /// When it connected, in seconds since 1970.
    pub fn timestamp(&self) -> i64 {
        self.timestamp
    }

    /// `virClientTransport`
    pub fn transport(&self) -> u32 {
        self.transport
    }

    fn wire(&self) -> &Client {
        self.server.wire()
    }
}

impl From<&ServerClient> for NonnullClient {
    fn from(client: &ServerClient) -> Self {
        let &ServerClient { id, timestamp, transport, .. } = client;
        Self { srv: (&*client.server).into(), id, timestamp, transport }
    }
}
