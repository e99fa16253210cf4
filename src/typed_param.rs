//! A named value of one of the types that `virTypedParameter` knows: tuning, statistics, results of jobs.
//!
//! The C side of it, arrays and their conversion, is in `capi/typed_params.rs`.

#![forbid(unsafe_code)]

use crate::error::{Error, ErrorCode, ErrorDomain, Result};

/// A named value.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedParameter {
    /// Name; what exceeds the public structure's 79 bytes is cut.
    pub field: String,
    /// The value.
    pub value: TypedValue,
}

/// The values that `virTypedParameter` can hold.
#[derive(Clone, Debug, PartialEq)]
pub enum TypedValue {
    /// `VIR_TYPED_PARAM_INT`
    Int(i32),
    /// `VIR_TYPED_PARAM_UINT`
    UInt(u32),
    /// `VIR_TYPED_PARAM_LLONG`
    LLong(i64),
    /// `VIR_TYPED_PARAM_ULLONG`
    ULLong(u64),
    /// `VIR_TYPED_PARAM_DOUBLE`
    Double(f64),
    /// `VIR_TYPED_PARAM_BOOLEAN`
    Boolean(bool),
    /// `VIR_TYPED_PARAM_STRING`
    String(String),
}

impl TypedParameter {
    /// `value` under the name `field`.
    pub fn new(field: impl Into<String>, value: TypedValue) -> Self {
        Self { field: field.into(), value }
    }

    /// The text, where the value is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            TypedValue::String(text) => Some(text),
            _ => None,
        }
    }
}

/// The types of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedKind {
    /// [`TypedValue::Int`]
    Int,
    /// [`TypedValue::UInt`]
    UInt,
    /// [`TypedValue::LLong`]
    LLong,
    /// [`TypedValue::ULLong`]
    ULLong,
    /// [`TypedValue::Double`]
    Double,
    /// [`TypedValue::Boolean`]
    Boolean,
    /// [`TypedValue::String`]
    String,
}

impl TypedKind {
    /// The word for it in errors.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Int => "int",
            Self::UInt => "uint",
            Self::LLong => "llong",
            Self::ULLong => "ullong",
            Self::Double => "double",
            Self::Boolean => "boolean",
            Self::String => "string",
        }
    }
}

impl TypedValue {
    /// The type of the value.
    pub fn kind(&self) -> TypedKind {
        match self {
            Self::Int(_) => TypedKind::Int,
            Self::UInt(_) => TypedKind::UInt,
            Self::LLong(_) => TypedKind::LLong,
            Self::ULLong(_) => TypedKind::ULLong,
            Self::Double(_) => TypedKind::Double,
            Self::Boolean(_) => TypedKind::Boolean,
            Self::String(_) => TypedKind::String,
        }
    }

    /// The value of a `ULLong`; 0 for other types.
    pub fn ullong(&self) -> u64 {
        if let Self::ULLong(value) = self { *value } else { 0 }
    }

    /// The value of a `UInt`; 0 for other types.
    pub fn uint(&self) -> u32 {
        if let Self::UInt(value) = self { *value } else { 0 }
    }
}

/// What a call answers that fills the caller's array.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// How many parameters there can be, for a caller without room.
    Count(usize),
    /// The parameters.
    Params(Vec<TypedParameter>),
}

impl Answer {
    /// The `count` if there is no `room`, else the parameters that `read` gives.
    pub fn new(
        room: usize,
        count: usize,
        read: impl FnOnce() -> Result<Vec<TypedParameter>>,
    ) -> Result<Self> {
        if room == 0 { Ok(Self::Count(count)) } else { read().map(Self::Params) }
    }
}

/// Fails unless every parameter is in the list, of the right type, and there once. As in the original they are
/// looked at in the order of their names.
pub fn validate(params: &[TypedParameter], known: &[(&str, TypedKind)]) -> Result<()> {
    const FROM: ErrorDomain = ErrorDomain::VIR_FROM_NONE;
    let mut sorted: Vec<_> = params.iter().collect();
    sorted.sort_by(|a, b| a.field.cmp(&b.field));
    for (place, param) in sorted.iter().enumerate() {
        let name = &param.field;
        let Some((_, kind)) = known.iter().find(|(known, _)| known == name) else {
            let detail = format!("parameter '{name}' not supported");
            return Err(Error::new(ErrorCode::VIR_ERR_ARGUMENT_UNSUPPORTED, FROM, detail));
        };
        if place > 0 && sorted[place - 1].field == *name {
            return Err(Error::invalid_arg(FROM, format!("parameter '{name}' occurs multiple times")));
        }
        if param.value.kind() != *kind {
            let (is, wanted) = (param.value.kind().as_str(), kind.as_str());
            let detail = format!("invalid type '{is}' for parameter '{name}', expected '{wanted}'");
            return Err(Error::invalid_arg(FROM, detail));
        }
    }
    Ok(())
}
