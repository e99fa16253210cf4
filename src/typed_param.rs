//! A named value of one of the types that `virTypedParameter` knows: tuning, statistics, results of jobs.
//!
//! The C side of it, arrays and their conversion, is in `capi/typed_params.rs`.

#![forbid(unsafe_code)]

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
