//! Laws of the steps and of what is said about them, over drawn schedules.
//!
//! | file | what |
//! | --- | --- |
//! | `drawn` | documents, instants and steps |
//! | `steps` | what holds after every step |
//! | `differences` | nothing that matters differs without a sentence |

#[cfg(test)]
mod differences;
#[cfg(test)]
mod drawn;
#[cfg(test)]
mod steps;
