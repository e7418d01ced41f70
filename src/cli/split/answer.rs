//! The whole of `fairshare split`: a file of cases becomes a file of answers, one line each.

use super::case::{Solved, solve};
use super::refusal::Refusal;
use crate::split::{Reason, Scratch};
use serde_json::{Value, json};
use thiserror::Error;

/// Why a file of cases cannot be answered at all. A fault of one case is that case's answer.
#[derive(Debug, Error)]
pub enum Unreadable {
    /// It is not JSON.
    #[error("the cases are not JSON: {0}; they should look like cases/SCHEMA.md")]
    NotJson(#[from] serde_json::Error),
    /// It is JSON without a list of cases.
    #[error("there is no list of `cases` in it; the file should look like cases/SCHEMA.md")]
    NoCases,
}

/// Answers a file of cases (`cases/SCHEMA.md`): JSON in, JSON out.
///
/// # Errors
/// [`Unreadable`] if the text is not such a file.
pub fn answer(cases_json: &str) -> Result<String, Unreadable> {
    let file: Value = serde_json::from_str(cases_json)?;
    let cases = file.get("cases").and_then(Value::as_array).ok_or(Unreadable::NoCases)?;
    let mut scratch = Scratch::default();
    let answers: Vec<String> =
        cases.iter().map(|case| answer_one(case, &mut scratch).to_string()).collect();
    Ok(format!("{{\"schema\":1,\"answers\":[\n{}\n]}}\n", answers.join(",\n")))
}

fn answer_one(case: &Value, scratch: &mut Scratch) -> Value {
    let id = case.get("id").cloned().unwrap_or_default();
    let solved = match case.as_object() {
        Some(fields) => solve(fields, scratch),
        None => Err(Refusal::new("BAD_CASE", "a case must be an object")),
    };
    match solved {
        Ok(Solved::Split { pence, unallocated, reasons }) => {
            let reasons: Vec<_> = reasons.iter().map(Reason::code).collect();
            json!({
                "id": id, "status": "ok", "pence": pence, "unallocated_pence": unallocated,
                "reasons": reasons,
            })
        }
        Ok(Solved::Units(units)) => json!({ "id": id, "status": "ok", "units": units }),
        Err(Refusal { code, message }) => {
            json!({ "id": id, "status": "error", "error": code, "message": message })
        }
    }
}
