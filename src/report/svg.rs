//! A drawn screen as a picture: a ratatui buffer becomes SVG, or plain text.
//!
//! The same buffer gives the same bytes. What is drawn belongs to `view`.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// One cell of the picture, in its units.
const WIDTH: u32 = 10;
const HEIGHT: u32 = 20;
/// Space around the screen.
const MARGIN: u32 = 12;
/// The height of a line's feet above its lower edge.
const DESCENT: u32 = 5;
/// How the title of a picture begins.
const TITLE: &str = "fairshare: ";
const FONT: &str = "'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,monospace";

/// What the picture is drawn on: red, green, blue of the text and of the ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Text that has no colour of its own.
    pub ink: (u8, u8, u8),
    /// The ground.
    pub ground: (u8, u8, u8),
}

/// The buffer as SVG, with what it shows in the title for those who cannot see it.
pub fn svg(buffer: &Buffer, paper: Paper, shows: &str) -> String {
    let area = buffer.area;
    let width = u32::from(area.width) * WIDTH + 2 * MARGIN;
    let height = u32::from(area.height) * HEIGHT + 2 * MARGIN;
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{FONT}\" font-size=\"16\" role=\"img\">\n\
         <title>{TITLE}{}</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        escaped(shows),
        hex(paper.ground),
    );
    for row in 0..area.height {
        for run in runs(buffer, row) {
            draw(&mut out, paper, &run);
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Whether a file that begins like this is a picture of ours: it may be drawn again.
pub fn is_picture(beginning: &[u8]) -> bool {
    let text = String::from_utf8_lossy(beginning);
    text.starts_with("<svg ") && text.contains(&format!("\n<title>{TITLE}"))
}

/// The buffer as plain text: one line a row, without blanks at the ends.
pub fn text(buffer: &Buffer) -> String {
    let mut out = String::new();
    for row in 0..buffer.area.height {
        let mut line = String::new();
        for run in runs(buffer, row) {
            line.push_str(&run.text);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Neighbouring cells of one look.
struct Run {
    column: u32,
    row: u32,
    cells: u32,
    text: String,
    look: Look,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    ink: Option<(u8, u8, u8)>,
    ground: Option<(u8, u8, u8)>,
    modifier: Modifier,
}

fn look(cell: &Cell) -> Look {
    let (ink, ground) = (rgb(cell.fg), rgb(cell.bg));
    Look { ink, ground, modifier: cell.modifier }
}

fn runs(buffer: &Buffer, row: u16) -> Vec<Run> {
    let area = buffer.area;
    let mut runs: Vec<Run> = Vec::new();
    let mut column = 0;
    while column < area.width {
        let Some(cell) = buffer.cell((area.x + column, area.y + row)) else { break };
        let cells = u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
        let look = look(cell);
        match runs.last_mut() {
            Some(run) if run.look == look && !is_shape(cell.symbol()) && !is_shape(&run.text) => {
                run.cells += u32::from(cells);
                run.text.push_str(cell.symbol());
            }
            Some(run)
                if run.look == look
                    && run.text.ends_with(cell.symbol())
                    && is_shape(cell.symbol()) =>
            {
                run.cells += u32::from(cells);
                run.text.push_str(cell.symbol());
            }
            _ => runs.push(Run {
                column: u32::from(column),
                row: u32::from(row),
                cells: u32::from(cells),
                text: cell.symbol().to_owned(),
                look,
            }),
        }
        column += cells;
    }
    runs
}

/// Blocks are drawn as rectangles, so that no font leaves a gap between them.
fn is_shape(text: &str) -> bool {
    text.chars().next().is_some_and(|c| "█▓▒░▁▌".contains(c))
}

fn draw(out: &mut String, paper: Paper, run: &Run) {
    let reversed = run.look.modifier.contains(Modifier::REVERSED);
    let own = run.look.ink.unwrap_or(paper.ink);
    let under = run.look.ground.unwrap_or(paper.ground);
    let (ink, ground) = if reversed { (under, own) } else { (own, under) };
    let (x, y) = (MARGIN + run.column * WIDTH, MARGIN + run.row * HEIGHT);
    let width = run.cells * WIDTH;
    if ground != paper.ground {
        rect(out, (x, y, width, HEIGHT), ground, "");
    }
    if run.look.modifier.contains(Modifier::UNDERLINED) {
        rect(out, (x, y + HEIGHT - 2, width, 1), ink, "");
    }
    match run.text.chars().next() {
        Some('█') => rect(out, (x, y, width, HEIGHT), ink, ""),
        Some('▓') => rect(out, (x, y, width, HEIGHT), ink, " opacity=\".75\""),
        Some('▒') => rect(out, (x, y, width, HEIGHT), ink, " opacity=\".5\""),
        Some('░') => rect(out, (x, y, width, HEIGHT), ink, " opacity=\".3\""),
        Some('▁') => rect(out, (x, y + HEIGHT - 3, width, 2), ink, ""),
        Some('▌') => rect(out, (x, y, WIDTH / 2, HEIGHT), ink, ""),
        _ => words(out, (x, y, width), ink, run),
    }
}

fn rect(out: &mut String, (x, y, w, h): (u32, u32, u32, u32), fill: (u8, u8, u8), more: &str) {
    let fill = hex(fill);
    let _ = writeln!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{fill}\"{more}/>"
    );
}

fn words(out: &mut String, (x, y, width): (u32, u32, u32), ink: (u8, u8, u8), run: &Run) {
    let written = run.text.trim_end();
    if written.trim_start().is_empty() {
        return;
    }
    let blanks = u32::try_from(run.text.len() - written.len()).unwrap_or(0);
    let weight =
        if run.look.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{}\" textLength=\"{}\" fill=\"{}\"{weight} xml:space=\"preserve\">{}</text>",
        y + HEIGHT - DESCENT,
        width - blanks * WIDTH,
        hex(ink),
        escaped(written),
    );
}

fn hex((red, green, blue): (u8, u8, u8)) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // XML has no way to write control characters.
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// The sixteen colours as terminals commonly show them, and the cube of 256; nothing for what is left
/// to the terminal.
pub fn rgb(colour: Color) -> Option<(u8, u8, u8)> {
    Some(match colour {
        Color::Reset => return None,
        Color::Rgb(red, green, blue) => (red, green, blue),
        Color::Indexed(index) => indexed(index),
        Color::Black => indexed(0),
        Color::Red => indexed(1),
        Color::Green => indexed(2),
        Color::Yellow => indexed(3),
        Color::Blue => indexed(4),
        Color::Magenta => indexed(5),
        Color::Cyan => indexed(6),
        Color::Gray => indexed(7),
        Color::DarkGray => indexed(8),
        Color::LightRed => indexed(9),
        Color::LightGreen => indexed(10),
        Color::LightYellow => indexed(11),
        Color::LightBlue => indexed(12),
        Color::LightMagenta => indexed(13),
        Color::LightCyan => indexed(14),
        Color::White => indexed(15),
    })
}

fn indexed(index: u8) -> (u8, u8, u8) {
    const SIXTEEN: [(u8, u8, u8); 16] = [
        (0, 0, 0),
        (205, 0, 0),
        (0, 205, 0),
        (205, 205, 0),
        (0, 0, 238),
        (205, 0, 205),
        (0, 205, 205),
        (229, 229, 229),
        (127, 127, 127),
        (255, 0, 0),
        (0, 255, 0),
        (255, 255, 0),
        (92, 92, 255),
        (255, 0, 255),
        (0, 255, 255),
        (255, 255, 255),
    ];
    match index {
        0..=15 => SIXTEEN[usize::from(index)],
        16..=231 => {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let cube = index - 16;
            (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
        232..=255 => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    const PAPER: Paper = Paper { ink: (0, 0, 0), ground: (255, 255, 255) };

    #[test]
    fn text_loses_only_blanks_at_the_ends() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 2));
        buffer.set_string(1, 0, "漢字 x", Style::new());
        assert_eq!(text(&buffer), " 漢字 x\n\n");
    }

    #[test]
    fn a_picture_escapes_words_and_keeps_their_place() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer.set_string(1, 0, "<&", Style::new().fg(Color::Rgb(1, 2, 3)));
        let picture = svg(&buffer, PAPER, "a \"b\"");
        // The second cell begins at 12 + 1 × 10 and two cells are 20 wide; feet at 12 + 20 − 5.
        assert!(picture.contains(
            "<text x=\"22\" y=\"27\" textLength=\"20\" fill=\"#010203\" xml:space=\"preserve\">&lt;&amp;</text>"
        ));
        assert!(picture.contains("<title>fairshare: a &quot;b&quot;</title>"));
    }

    #[test]
    fn blocks_become_rectangles_in_one_piece() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer.set_string(0, 0, "███░", Style::new());
        let picture = svg(&buffer, PAPER, "");
        assert!(
            picture
                .contains("<rect x=\"12\" y=\"12\" width=\"30\" height=\"20\" fill=\"#000000\"/>")
        );
        assert!(picture.contains("opacity=\".3\""));
    }

    #[test]
    fn the_cube_of_256_colours_is_the_common_one() {
        // 196 = 16 + 5 × 36: full red; 244 = grey 8 + 10 × 12.
        assert_eq!((indexed(196), indexed(244)), ((255, 0, 0), (128, 128, 128)));
    }
}
