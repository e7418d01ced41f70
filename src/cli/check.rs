//! `fairshare check SCENARIO…`: all problems of each file.

use super::failure::Failure;
use super::open::look;
use crate::document::{self, Any, Diagnostic, Severity};
use crate::format::{capital, plural};
use crate::ron_text::Source;

/// Which files.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Names from `fairshare list`, or files.
    #[arg(required = true)]
    scenarios: Vec<String>,
}

/// Every fault of every file on stdout; a sentence for each file that has none.
pub(super) fn run(args: &Args, plain: bool) -> Result<String, Failure> {
    let mut data = String::new();
    let mut faults = 0;
    let mut faulty_files = 0;
    for name in &args.scenarios {
        match document::open_any(name) {
            Ok(Any::Scenario(own)) => {
                let wrong = |own: &&Diagnostic| own.severity == Severity::Error;
                match own.warnings.iter().filter(wrong).count() {
                    0 => data += &passed(name, &own.warnings, &own.source, plain),
                    wrong => {
                        faults += wrong;
                        faulty_files += 1;
                        data += &document::render_in(&own.warnings, &own.source, look(plain));
                        data.push('\n');
                    }
                }
            }
            Ok(Any::Overlay(own)) => {
                let misfits = own.misfits.iter().map(|misfit| misfit.fault.clone());
                let warnings: Vec<Diagnostic> = own.warnings.into_iter().chain(misfits).collect();
                data += &passed(name, &warnings, &own.source, plain);
            }
            Err(faulty) => {
                faults += faulty.faults.len();
                faulty_files += 1;
                data += &document::render_in(&faulty.faults, &faulty.source, look(plain));
                data.push('\n');
            }
        }
    }
    if faulty_files == 0 {
        return Ok(data);
    }
    let them = if faults == 1 { "it" } else { "them" };
    let (faults, files) =
        (plural(faults, "fault", "faults"), plural(faulty_files, "file", "files"));
    let talk = format!("{faults} in {files}. Mend {them} and check again.");
    Err(Failure::Faults { data, talk: capital(&talk) })
}

fn passed(name: &str, warnings: &[Diagnostic], source: &Source, plain: bool) -> String {
    if warnings.is_empty() {
        return format!("{name}: no faults\n");
    }
    let warned = plural(warnings.len(), "warning", "warnings");
    let shown = document::render_in(warnings, source, look(plain));
    format!("{shown}\n{name}: no faults, {warned}\n")
}
