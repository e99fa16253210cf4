//! Typed parameters between the wire's form, which the programs `remote` and `admin` each have, and the library's.

#![forbid(unsafe_code)]

use super::protocol::{admin, remote};
use crate::typed_param::{TypedParameter, TypedValue};

macro_rules! conversions {
    ($($program:ident)*) => { $(
        impl From<TypedParameter> for $program::TypedParam {
            fn from(param: TypedParameter) -> Self {
                use $program::TypedParamValue as Sent;
                let value = match param.value {
                    TypedValue::Int(value) => Sent::I(value),
                    TypedValue::UInt(value) => Sent::Ui(value),
                    TypedValue::LLong(value) => Sent::L(value),
                    TypedValue::ULLong(value) => Sent::Ul(value),
                    TypedValue::Double(value) => Sent::D(value),
                    TypedValue::Boolean(value) => Sent::B(value.into()),
                    TypedValue::String(value) => Sent::S(value),
                };
                Self { field: param.field, value }
            }
        }

        impl From<$program::TypedParam> for TypedParameter {
            fn from(param: $program::TypedParam) -> Self {
                use $program::TypedParamValue as Sent;
                let value = match param.value {
                    Sent::I(value) => TypedValue::Int(value),
                    Sent::Ui(value) => TypedValue::UInt(value),
                    Sent::L(value) => TypedValue::LLong(value),
                    Sent::Ul(value) => TypedValue::ULLong(value),
                    Sent::D(value) => TypedValue::Double(value),
                    Sent::B(value) => TypedValue::Boolean(value != 0),
                    Sent::S(value) => TypedValue::String(value),
                };
                Self { field: param.field, value }
            }
        }
    )* };
}

conversions! { remote admin }

/// The parameters of a reply.
pub fn received<P: Into<TypedParameter>>(params: Vec<P>) -> Vec<TypedParameter> {
    params.into_iter().map(Into::into).collect()
}

/// The parameters of a call.
pub fn sent<P: From<TypedParameter>>(params: &[TypedParameter]) -> Vec<P> {
    params.iter().cloned().map(Into::into).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_goes_there_and_back() {
        let values = [
            TypedValue::Int(-1),
            TypedValue::UInt(u32::MAX),
            TypedValue::LLong(i64::MIN),
            TypedValue::ULLong(u64::MAX),
            TypedValue::Double(0.5),
            TypedValue::Boolean(true),
            TypedValue::String("x".to_owned()),
        ];
        let params = values.map(|value| TypedParameter::new("name", value));
        assert_eq!(received(sent::<remote::TypedParam>(&params)), params);
        assert_eq!(received(sent::<admin::TypedParam>(&params)), params);
    }
}
