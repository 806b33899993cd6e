//! An organisation's own words in place of ours.

use catalogue::Language;

use super::{
    Fault, FaultKind, Letter, Notice, Variable,
    letter::{Block, Section, Voice},
    run::{Run, plain},
};

/// An organisation's own words for a notice: a text with `{variables}` and no logic. It takes every
/// form that our own words take.
///
/// ```text
/// Subject: {service}: {when}
///
/// {service} will be down: {when}.
///
/// ## What you notice
///
/// {impacts}
///
/// - Questions: call 555 0100
/// ```
///
/// The first line is the subject. `## ` begins a heading, `- ` an item of a list, a blank line ends
/// a paragraph. Everything else is text as it stands; a brace is written twice. A paragraph or an
/// item with a variable that has nothing to say, such as `{summary}` of a window without one, is
/// left out whole.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Template {
    subject: Vec<Part>,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Piece {
    Heading(Vec<Part>),
    Paragraph(Vec<Part>),
    Item(Vec<Part>),
    Block(Variable),
    /// A blank line.
    Gap,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Part {
    Words(String),
    Variable(Variable),
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, in the order of its places: no subject, no time, variables
    /// that there are not, braces without their counterpart, lists within sentences.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let mut reading = Reading::default();
        // What programs on Windows put before a text.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines().zip(1..).skip_while(|(line, _)| line.trim().is_empty());
        let (subject, number) = lines.next().unwrap_or(("", 1));
        let subject = match subject.strip_prefix("Subject:") {
            Some(rest) if !rest.trim().is_empty() => {
                let parts = reading.parts(rest, number, "Subject:".len());
                reading.within(parts)
            }
            _ => {
                reading.fault(FaultKind::NoSubject, number, 0);
                Vec::new()
            }
        };
        let pieces = lines.map(|(line, number)| reading.piece(line, number)).collect();
        if reading.faults.is_empty() && !reading.tells_when {
            reading.fault(FaultKind::NoTime, 1, 0);
        }
        match reading.faults.is_empty() {
            true => Ok(Self { subject, pieces }),
            false => Err(reading.faults),
        }
    }

    /// A notice in these words.
    pub fn letter(&self, notice: &Notice<'_>, language: Language) -> Letter {
        let reader = schedule::Reader::of(language, &notice.about.timeline.service);
        let voice = Voice::new(notice.about.timeline, reader);
        let ours = notice.letter(language);
        let mut written = Written::default();
        for piece in &self.pieces {
            written.put(piece, notice, &voice);
        }
        Letter {
            // A subject cannot be left out.
            subject: said(&self.subject, notice, &voice).map_or(ours.subject, |runs| plain(&runs)),
            sections: written.sections(),
            ..ours
        }
    }
}

#[derive(Debug, Default)]
struct Reading {
    faults: Vec<Fault>,
    tells_when: bool,
}

/// A part and the column at which it begins.
type Placed = (Part, usize, usize);

impl Reading {
    fn piece(&mut self, line: &str, number: usize) -> Piece {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            return Piece::Gap;
        }
        let (make, rest): (fn(Vec<Part>) -> Piece, &str) =
            match (line.strip_prefix("## "), line.strip_prefix("- ")) {
                (Some(rest), _) => (Piece::Heading, rest),
                (_, Some(rest)) => (Piece::Item, rest),
                _ => (Piece::Paragraph, line),
            };
        let skipped = line.chars().count() - rest.chars().count();
        let parts = self.parts(rest, number, skipped);
        let only = parts.iter().filter(|(part, ..)| !is_blank(part)).collect::<Vec<_>>();
        match only[..] {
            [(Part::Variable(variable), ..)] if rest.len() == line.len() && variable.is_block() => {
                Piece::Block(*variable)
            }
            _ => make(self.within(parts)),
        }
    }

    /// Parts of a sentence, in which no block can stand.
    fn within(&mut self, parts: Vec<Placed>) -> Vec<Part> {
        let mut kept = Vec::new();
        for (part, line, column) in parts {
            if let Part::Variable(variable) = part
                && variable.is_block()
            {
                self.fault(FaultKind::BlockInSentence { variable }, line, column);
            }
            kept.push(part);
        }
        kept
    }

    fn parts(&mut self, text: &str, line: usize, skipped: usize) -> Vec<Placed> {
        let mut parts: Vec<Placed> = Vec::new();
        let mut words = String::new();
        let mut characters = text.chars().zip(skipped..).peekable();
        while let Some((c, column)) = characters.next() {
            let doubled = characters.next_if(|(next, _)| *next == c && matches!(c, '{' | '}'));
            match c {
                _ if doubled.is_some() => words.push(c),
                '}' => self.fault(FaultKind::Unopened, line, column),
                '{' => {
                    let mut name = String::new();
                    while let Some((c, _)) = characters.next_if(|(c, _)| !matches!(c, '{' | '}')) {
                        name.push(c);
                    }
                    if characters.next_if(|(c, _)| *c == '}').is_none() {
                        self.fault(FaultKind::Unclosed, line, column);
                        continue;
                    }
                    let Some(variable) = Variable::named(name.trim()) else {
                        self.fault(FaultKind::UnknownVariable { found: name }, line, column);
                        continue;
                    };
                    self.tells_when |= variable.tells_when();
                    parts.push((Part::Words(std::mem::take(&mut words)), line, column));
                    parts.push((Part::Variable(variable), line, column));
                }
                c => words.push(c),
            }
        }
        parts.push((Part::Words(words), line, skipped));
        parts
    }

    fn fault(&mut self, kind: FaultKind, line: usize, column: usize) {
        self.faults.push(Fault { kind, line, column: column + 1 });
    }
}

fn is_blank(part: &Part) -> bool {
    matches!(part, Part::Words(words) if words.trim().is_empty())
}

/// `None` when one of its variables has nothing to say.
fn said(parts: &[Part], notice: &Notice<'_>, voice: &Voice<'_>) -> Option<Vec<Run>> {
    let runs: Option<Vec<Run>> = parts
        .iter()
        .map(|part| match part {
            Part::Words(words) => Some(Run::words(words)),
            Part::Variable(variable) => variable.run(notice, voice),
        })
        .collect();
    let mut runs = runs?;
    runs.retain(|run| !run.text().is_empty());
    if let Some(Run::Words(first)) = runs.first_mut() {
        *first = first.trim_start().to_owned();
    }
    Some(runs)
}

/// A letter as it grows.
#[derive(Debug, Default)]
struct Written {
    sections: Vec<Section>,
    /// Whether the next line belongs to what is above it.
    goes_on: bool,
    /// Whether what is above it was left out.
    left_out: bool,
}

impl Written {
    fn put(&mut self, piece: &Piece, notice: &Notice<'_>, voice: &Voice<'_>) {
        match piece {
            Piece::Gap => (self.goes_on, self.left_out) = (false, false),
            Piece::Heading(parts) => {
                let heading = said(parts, notice, voice).unwrap_or_default();
                self.sections.push(Section { heading, blocks: Vec::new() });
                (self.goes_on, self.left_out) = (false, false);
            }
            Piece::Block(variable) => {
                self.blocks().extend(variable.block(notice, voice));
                (self.goes_on, self.left_out) = (false, false);
            }
            Piece::Item(parts) => {
                let item = said(parts, notice, voice);
                self.left_out = item.is_none();
                let Some(item) = item else { return };
                match self.blocks().last_mut() {
                    Some(Block::Items(items)) => items.push(item),
                    _ => self.blocks().push(Block::Items(vec![item])),
                }
                self.goes_on = true;
            }
            Piece::Paragraph(parts) => self.line(said(parts, notice, voice)),
        }
    }

    /// A line of a paragraph, or one more of an item.
    fn line(&mut self, runs: Option<Vec<Run>>) {
        let goes_on = self.goes_on;
        match runs {
            _ if self.left_out => {}
            None => {
                if goes_on {
                    self.remove_last();
                }
                self.left_out = true;
            }
            Some(runs) => {
                self.goes_on = true;
                match self.blocks().last_mut() {
                    Some(Block::Paragraph(last)) if goes_on => join(last, runs),
                    Some(Block::Items(items)) if goes_on => {
                        if let Some(last) = items.last_mut() {
                            join(last, runs);
                        }
                    }
                    _ => self.blocks().push(Block::Paragraph(runs)),
                }
            }
        }
    }

    fn remove_last(&mut self) {
        let blocks = self.blocks();
        match blocks.last_mut() {
            Some(Block::Items(items)) if items.len() > 1 => {
                items.pop();
            }
            _ => {
                blocks.pop();
            }
        }
        self.goes_on = false;
    }

    /// Of the last section; what stands before the first heading is one without.
    fn blocks(&mut self) -> &mut Vec<Block> {
        if self.sections.is_empty() {
            self.sections.push(Section { heading: Vec::new(), blocks: Vec::new() });
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last].blocks
    }

    fn sections(self) -> Vec<Section> {
        self.sections.into_iter().filter(|section| !section.blocks.is_empty()).collect()
    }
}

fn join(last: &mut Vec<Run>, runs: Vec<Run>) {
    last.push(Run::words(" "));
    last.extend(runs);
}
