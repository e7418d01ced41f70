//! `fairshare completions SHELL`.

use clap::CommandFactory;
use clap_complete::Shell;

use super::command::Call;

/// For which shell.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// bash, zsh, fish, elvish or powershell.
    shell: Shell,
}

/// A script that completes commands and options in the shell.
pub(super) fn run(args: &Args) -> String {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Call::command(), "fairshare", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
