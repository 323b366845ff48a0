//! What opening asks of its worker.

use crate::api::border::Bytes;
use crate::api::inquiry::HoldsAnswers;
use crate::api::reading::{File, InspectFiles, Inspected, ReadFile, ReadFiles};
use crate::page::worker::{Client, Failure};
use crate::reading::Choices;
use crate::reading::progress::Progress;

use super::state::OpenedFile;

thread_local! {
    static CLIENT: Client = Client::default();
}

/// The worker that looks at files and accounts for them.
pub fn client() -> Client {
    CLIENT.with(Client::clone)
}

/// Starts the worker by asking for nothing; where that fails, the first file tells why.
pub async fn start() {
    let nothing = InspectFiles { files: Vec::new(), choices: Choices::new() };
    let _ = client().call(&nothing, |()| ()).await;
}

/// What a file is and how it would be read.
pub async fn inspect(entry: &OpenedFile) -> Result<Inspected, Failure> {
    let (files, choices) = one(entry);
    let seen = client().call(&InspectFiles { files, choices }, |()| ()).await?;
    seen.into_iter().next().ok_or_else(|| Failure::Refused("no inspection".to_owned()))
}

/// Whether a file is one that a section sent back.
pub async fn holds_answers(name: &str, bytes: &Bytes) -> bool {
    let file = File { name: name.to_owned(), bytes: bytes.clone() };
    client().call(&HoldsAnswers(file), |()| ()).await.unwrap_or(false)
}

/// Reads a file wholly.
pub async fn read(entry: &OpenedFile, progress: impl Fn(Progress) + 'static) -> Result<ReadFile, Failure> {
    let (files, choices) = one(entry);
    client().call(&ReadFiles { files, choices }, progress).await
}

fn one(entry: &OpenedFile) -> (Vec<File>, Choices) {
    let file = File { name: entry.name.clone(), bytes: entry.bytes.clone() };
    (vec![file], Choices::from([(entry.name.clone(), entry.choice.clone())]))
}
