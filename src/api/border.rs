//! The border between the page and its worker: what a call is, how values cross, and the worker's one entry.
//!
//! A call is one type that both ends share: its fields are the input, and it names its progress and its output
//! ([`Call`]). Values cross as plain objects; [`Bytes`] cross untouched, outside the memory of the core; [`Compact`]
//! crosses as the fields one after another, which costs the page the least; [`Written`] as JSON text: records that the work file
//! keeps in the same form, and what stands in it only where there is something (`skip_serializing_if`).

use js_sys::{Function, Uint8Array};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};
use serde_wasm_bindgen::preserve;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Hears how far a call has come.
pub type Tell<'a, Progress> = &'a mut dyn FnMut(Progress);

/// A question to the worker; its fields are the input.
pub trait Call: Serialize + DeserializeOwned {
    /// Its name among the messages.
    const NAME: &'static str;
    /// What is told on the way.
    type Progress: Serialize + DeserializeOwned;
    /// The answer.
    type Output: Serialize + DeserializeOwned;

    /// Answers in the worker.
    ///
    /// # Errors
    /// The core refuses the input; the text is for a bug report.
    fn answer(self, tell: Tell<'_, Self::Progress>) -> Result<Self::Output, String>;
}

/// A [`Call`] that tells nothing on the way.
pub trait Ask: Serialize + DeserializeOwned {
    /// [`Call::NAME`]
    const NAME: &'static str;
    /// [`Call::Output`]
    type Output: Serialize + DeserializeOwned;

    /// Answers in the worker.
    ///
    /// # Errors
    /// [`Call::answer`]
    fn answer(self) -> Result<Self::Output, String>;
}

impl<A: Ask> Call for A {
    const NAME: &'static str = A::NAME;
    type Progress = ();
    type Output = A::Output;

    fn answer(self, _: Tell<'_, ()>) -> Result<A::Output, String> {
        Ask::answer(self)
    }
}

/// A call that the worker knows.
pub(super) struct Known {
    name: &'static str,
    answer: fn(JsValue, &Function) -> Result<JsValue, JsValue>,
}

impl Known {
    /// Its name.
    #[cfg(test)]
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// The call of this type.
    pub(super) const fn call<C: Call>() -> Self {
        Self { name: C::NAME, answer: answered::<C> }
    }
}

/// Answers the call of this name: the entry of the worker.
///
/// # Errors
/// No call has this name; the input is of another form; the core refuses it.
#[wasm_bindgen]
pub fn answer(name: &str, input: JsValue, progress: &Function) -> Result<JsValue, JsValue> {
    let known = super::CALLS.iter().find(|known| known.name == name);
    let known = known.ok_or_else(|| JsValue::from_str(&format!("no call is named {name}")))?;
    (known.answer)(input, progress)
}

fn answered<C: Call>(input: JsValue, progress: &Function) -> Result<JsValue, JsValue> {
    let call: C = received(input)?;
    let output = call.answer(&mut |step| {
        // A page that no longer listens does not stop the work.
        let _ = sent(&step).and_then(|step| progress.call1(&JsValue::NULL, &step));
    })?;
    sent(&output)
}

/// A value as it crosses.
///
/// # Errors
/// A value that JavaScript does not have.
pub fn sent(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
    Ok(value.serialize(&serializer)?)
}

/// A value that has crossed.
///
/// # Errors
/// It has another form.
pub fn received<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}

/// An error of the core as a call tells it.
pub(super) fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// A call on its way to the worker (`www/boot.js` answers it).
#[derive(Debug, Serialize)]
pub struct Message<'a> {
    /// Tells the answers apart.
    pub id: u32,
    /// [`Call::NAME`]
    pub call: &'a str,
    /// The call itself.
    #[serde(with = "preserve")]
    pub input: JsValue,
}

/// What the worker sends back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Answer {
    /// Of the message that it answers.
    pub id: u32,
    /// What it is.
    pub kind: AnswerKind,
    /// The progress, the output, or an error as text.
    #[serde(with = "preserve")]
    pub value: JsValue,
}

/// What an answer is; all but progress end the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// The call goes on.
    Progress,
    /// It is done.
    Output,
    /// The core refused the input.
    Refused,
    /// The worker ended.
    Trapped,
    /// The page ended the worker.
    Cancelled,
}

/// Bytes of a file, outside the memory of the core until they are needed.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bytes(#[serde(with = "preserve")] pub Uint8Array);

impl Bytes {
    /// Bytes of the core.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        Self(bytes.into())
    }

    /// The bytes in the memory of the core.
    #[must_use]
    pub fn read(&self) -> Vec<u8> {
        self.0.to_vec()
    }
}

/// A value that crosses as its fields one after another, without their names (postcard). Nothing in it may leave a field out, or be told by its
/// names: `cargo xtask tidy` looks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compact<T>(pub T);

impl<T: Serialize> Serialize for Compact<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes = postcard::to_allocvec(&self.0).map_err(serde::ser::Error::custom)?;
        Bytes::new(&bytes).serialize(serializer)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Compact<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = Bytes::deserialize(deserializer)?.read();
        match postcard::take_from_bytes(&bytes) {
            Ok((value, [])) => Ok(Self(value)),
            Ok(_) => Err(serde::de::Error::custom("more has crossed than was read")),
            Err(error) => Err(serde::de::Error::custom(error)),
        }
    }
}

/// A value that crosses as JSON text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written<T>(pub T);

impl<T: Serialize> Serialize for Written<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&serde_json::to_string(&self.0).map_err(serde::ser::Error::custom)?)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Written<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        serde_json::from_str(&text).map(Self).map_err(serde::de::Error::custom)
    }
}
