//! `intermission completions` and `intermission man`: the command about itself.

use std::{fs, io, path::Path};

use clap::CommandFactory;
use clap_mangen::Man;

use crate::{
    arguments::{self, Arguments, Completions},
    failure::Failure,
    said::Said,
};

/// What a shell needs to complete the words of this command.
pub(crate) fn completions(options: &Completions) -> Said {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    clap_complete::generate(options.shell, &mut command, "intermission", &mut script);
    Said::text(String::from_utf8_lossy(&script).into_owned())
}

/// One page a command in a folder; without one, the first page.
pub(crate) fn man(options: &arguments::Man) -> Result<Said, Failure> {
    let Some(folder) = &options.folder else {
        let page = page(Arguments::command()).map_err(|error| unwritable(Path::new("-"), error))?;
        return Ok(Said::text(page));
    };
    write_all(folder).map_err(|error| unwritable(folder, error))?;
    Ok(Said::text(format!("the pages are in {}\n", folder.display())))
}

fn write_all(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(Arguments::command(), folder)
}

fn page(command: clap::Command) -> io::Result<String> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

fn unwritable(path: &Path, error: io::Error) -> Failure {
    Failure::Unwritable { path: path.to_owned(), error }
}
