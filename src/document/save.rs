//! Files written whole or not at all: a new file beside the old one, synced, then renamed.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// How the names of files that are still being written begin.
pub(super) const UNFINISHED: &str = ".fairshare-";

/// Why a file was not written; what was there before is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveFault {
    /// Something else than an overlay is there.
    #[error("`{}` was not written by fairshare as an overlay. Choose another name, or say that it may be replaced", path.display())]
    NotOurs {
        /// The file.
        path: PathBuf,
    },
    /// A folder, a pipe or a device has that name.
    #[error("`{}` is not a file, so it cannot be replaced by one. Choose another name", path.display())]
    NotAFile {
        /// What is there.
        path: PathBuf,
    },
    /// The file is marked as read-only.
    #[error("`{}` is read-only. Choose another name, or allow writing to it", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The folder does not exist.
    #[error("there is no folder `{}`. Make it first, or choose another name", folder.display())]
    NoFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The folder may not be written to.
    #[error("no file can be made in the folder `{}`: it may not be written to. Choose another folder", folder.display())]
    FolderReadOnly {
        /// The folder.
        folder: PathBuf,
    },
    /// There is no room.
    #[error("the disk is full, so `{}` was not written. Make room and save again", path.display())]
    DiskFull {
        /// The file.
        path: PathBuf,
    },
    /// Anything else, in the system's words.
    #[error("`{}` was not written: {words}", path.display())]
    System {
        /// The file.
        path: PathBuf,
        /// What the system says.
        words: String,
    },
}

/// Writes a file so that at every moment either the old or the new one is there, whole.
///
/// A file that is there keeps its permissions; a link is followed.
///
/// # Errors
/// Why it could not be written.
pub fn write_atomically(path: &Path, text: &str) -> Result<(), SaveFault> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let there = fs::metadata(&target).ok();
    if let Some(there) = &there {
        if !there.is_file() {
            return Err(SaveFault::NotAFile { path: path.to_owned() });
        }
        if there.permissions().readonly() {
            return Err(SaveFault::ReadOnly { path: path.to_owned() });
        }
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let permissions = there.map(|there| there.permissions());
    written(folder, &target, text, permissions).map_err(|error| fault(path, folder, &error))
}

fn written(
    folder: &Path,
    target: &Path,
    text: &str,
    permissions: Option<fs::Permissions>,
) -> io::Result<()> {
    let mut unfinished = fresh().tempfile_in(folder)?;
    unfinished.write_all(text.as_bytes())?;
    if let Some(permissions) = permissions {
        unfinished.as_file().set_permissions(permissions)?;
    }
    unfinished.as_file().sync_all()?;
    unfinished.persist(target).map_err(|error| error.error)?;
    // The new name is safe once the folder is on the disk; not every system lets it be synced.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// A new file, with the permissions that any program would give it.
fn fresh() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED).suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

fn fault(path: &Path, folder: &Path, error: &io::Error) -> SaveFault {
    let (path, folder) = (path.to_owned(), folder.to_owned());
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => SaveFault::NoFolder { folder },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            SaveFault::FolderReadOnly { folder }
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveFault::DiskFull { path },
        _ => SaveFault::System { path, words: error.to_string() },
    }
}
