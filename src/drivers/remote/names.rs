//! Lists, mostly of names, of at most so many: the protocol limits what is asked for, and the daemon has to keep to it.

#![forbid(unsafe_code)]

use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// A list that a function asks for.
pub(super) struct Names {
    /// The public function.
    function: &'static str,
    /// What it calls the list of strings; domains have numbers.
    parameter: Option<&'static str>,
    /// The protocol's.
    limit: usize,
}

impl Names {
    /// Of the public function `function`; `limit` is the protocol's.
    pub(super) const fn of(function: &'static str, limit: usize) -> Self {
        Self::called("names", function, limit)
    }

    /// As [`Self::of`], where the function has another word than "names".
    pub(super) const fn called(parameter: &'static str, function: &'static str, limit: usize) -> Self {
        Self { function, parameter: Some(parameter), limit }
    }

    /// Of `virConnectListDomains`, which are numbers.
    pub(super) const fn of_domain_ids(limit: usize) -> Self {
        Self { function: "virConnectListDomains", parameter: None, limit }
    }

    /// What is sent for `max`.
    pub(super) fn room(&self, max: usize) -> Result<i32> {
        self.check(max, self.limit)?;
        i32::try_from(max).map_err(|_| self.too_many(max, self.limit))
    }

    /// The names that came when `max` were asked for.
    pub(super) fn received<T>(&self, names: Vec<T>, max: usize) -> Result<Vec<T>> {
        self.check(names.len(), max)?;
        Ok(names)
    }

    fn check(&self, count: usize, limit: usize) -> Result<()> {
        if count <= limit { Ok(()) } else { Err(self.too_many(count, limit)) }
    }

    fn too_many(&self, count: usize, limit: usize) -> Error {
        let Self { function, parameter, .. } = self;
        let text = match parameter {
            Some(parameter) => format!(
                "too many remote strings: {count} > {limit},in parameter '{parameter}' for '{function}'"
            ),
            None => format!("Too many domains '{count}' for limit '{limit}'"),
        };
        Error::new(ErrorCode::VIR_ERR_RPC, ErrorDomain::VIR_FROM_REMOTE, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_we_nor_the_daemon_go_beyond_the_limit() {
        const LIST: Names = Names::called("uuids", "virConnectListSecrets", 3);
        assert_eq!(LIST.room(3).unwrap(), 3);
        let error = LIST.room(4).unwrap_err();
        assert_eq!(
            error.message(),
            "too many remote strings: 4 > 3,in parameter 'uuids' for 'virConnectListSecrets'"
        );
        assert_eq!(error.code(), ErrorCode::VIR_ERR_RPC);
        let names = vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(LIST.received(names.clone(), 2).unwrap(), names);
        assert!(LIST.received(names, 1).is_err());
    }
}
