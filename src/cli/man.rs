//! `fairshare man`: the manual page, commands and all.

use std::io;

use clap::CommandFactory;
use clap_mangen::Man;

use super::command::Call;
use super::failure::Failure;

/// The page in roff, that of the program first, then those of its commands.
pub(super) fn run() -> Result<String, Failure> {
    page().map_err(|error| Failure::call(format!("The manual page cannot be written: {error}.")))
}

fn page() -> io::Result<String> {
    let mut command = Call::command();
    command.build();
    let mut roff = Vec::new();
    let commands: Vec<clap::Command> =
        command.get_subcommands().filter(|own| own.get_name() != "help").cloned().collect();
    Man::new(command).render(&mut roff)?;
    for own in commands {
        Man::new(own).render(&mut roff)?;
    }
    Ok(String::from_utf8_lossy(&roff).into_owned())
}
