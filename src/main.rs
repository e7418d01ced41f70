//! The exit code, nothing else.
fn main() -> std::process::ExitCode {
    fairshare::cli::run(std::env::args_os())
}
