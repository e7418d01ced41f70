//! A pane: a heading that is underlined to its full width, and the rows of a list that fit below.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::write::{put, put_right};

/// Draws a heading over an area's first row: the title at the left, the heads of columns at the right.
pub fn heading(buffer: &mut Buffer, area: Rect, title: (&str, Style), heads: (&str, Style)) {
    let row = Rect { height: area.height.min(1), ..area }.intersection(buffer.area);
    if row.is_empty() {
        return;
    }
    let written = put(buffer, row, &[title]);
    let rest = Rect { x: row.x + written, width: row.width - written, ..row };
    put_right(buffer, rest, heads);
    for x in row.x..row.right() {
        if let Some(cell) = buffer.cell_mut((x, row.y)) {
            let ink = if x < row.x + written { title.1 } else { heads.1 };
            let underlined = Style { add_modifier: Modifier::UNDERLINED, ..Style::new() };
            cell.set_style(Style { fg: ink.fg, ..underlined });
        }
    }
}

/// Which rows of a list are seen: all of them, or as many as fit around the selected one.
///
/// Computed and not stored, so that a frame follows from state and size alone. The selected row
/// stays a third of the height away from the edges where the list allows it.
pub fn visible_rows(length: usize, selected: usize, height: u16) -> Range<usize> {
    let height = usize::from(height);
    if length <= height {
        return 0..length;
    }
    let above = height - height.div_ceil(3).min(height);
    let first = selected.saturating_sub(above).min(length - height);
    first..first + height
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_always_seen() {
        for height in 0..8_u16 {
            for length in 0..20 {
                for selected in 0..length {
                    let seen = visible_rows(length, selected, height);
                    assert!(seen.len() == usize::from(height).min(length));
                    assert!(
                        height == 0 || seen.contains(&selected),
                        "{length} {selected} {height}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_heading_is_underlined_to_its_full_width() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        heading(&mut buffer, Rect::new(0, 0, 12, 1), ("Rules", Style::new()), ("£m", Style::new()));
        let underlined =
            |cell: &ratatui::buffer::Cell| cell.modifier.contains(Modifier::UNDERLINED);
        assert!(buffer.content().iter().all(underlined));
        assert_eq!(buffer.content()[10].symbol(), "£");
    }
}
