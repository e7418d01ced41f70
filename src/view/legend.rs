//! What signs mean: whole items, as many as there is room for.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pen::{Pen, after};
use super::theme::Theme;
use super::widgets::width_of;
use crate::app::Mark;

/// A sign, its style, its words.
pub(super) type Item = (&'static str, Style, &'static str);

/// The signs behind values whose figures nobody published.
pub(super) fn marks(theme: &Theme) -> [Item; 2] {
    [Mark::Derived, Mark::Assumed].map(|mark| (mark.sign(), theme.second, mark.words()))
}

/// Draws the items in a row.
pub(super) fn draw(pen: &mut Pen<'_>, row: Rect, items: &[Item]) {
    let mut at = 0;
    for (sign, style, words) in items {
        if at + width_of(sign) + 1 + width_of(words) > row.width {
            break;
        }
        let faint = pen.theme.faint;
        at += pen.put(after(row, at), &[(sign, *style), (" ", faint), (words, faint)]) + 2;
    }
}
