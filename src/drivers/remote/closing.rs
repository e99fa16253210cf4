//! Registering the program's close callback: the daemon is to tell if its own way to the hypervisor is lost.

#![forbid(unsafe_code)]

use super::{FROM, Remote};
use crate::error::{Error, ErrorCode, Result};
use crate::event::closing::CloseListener;
use crate::rpc::protocol::remote::procedure;

impl Remote {
    /// Has `listener` told; there can be one.
    pub(super) fn register_close(&self, listener: Box<dyn CloseListener>) -> Result<()> {
        if let Err(error) = self.client.check_process() {
            listener.refuse();
            return Err(error);
        }
        if !self.closing.register(listener) {
            return Err(invalid("A close callback is already registered"));
        }
        if !self.server.close_callbacks {
            return Ok(());
        }
        self.client.call(procedure::CONNECT_REGISTER_CLOSE_CALLBACK, &()).inspect_err(|_| {
            if let Some(listener) = self.closing.take_back() {
                listener.refuse();
            }
        })
    }

    /// Forgets the listener if it is the one with this `function`.
    pub(super) fn unregister_close(&self, function: usize) -> Result<()> {
        self.client.check_process()?;
        if !self.closing.is_registered(function) {
            return Err(invalid("A different callback was requested"));
        }
        if self.server.close_callbacks {
            self.client.call(procedure::CONNECT_UNREGISTER_CLOSE_CALLBACK, &())?;
        }
        drop(self.closing.take_back());
        Ok(())
    }
}

fn invalid(text: &str) -> Error {
    Error::new(ErrorCode::VIR_ERR_OPERATION_INVALID, FROM, text)
}
