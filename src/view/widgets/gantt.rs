//! A year in months: when something was to start, when it starts, what is lost between.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::view::theme::Theme;

/// How many columns a month takes, and how many months are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// 4 where there is room, else 2.
    pub per_month: u16,
    /// The months that are shown from April on: twelve, or more.
    pub months: u16,
}

/// One row, in months counted from April; what lies outside the months shown is clipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GanttRow {
    /// The month it was planned to start, if that lies in the year.
    pub planned: Option<i32>,
    /// The month it now starts, if it is later than planned; `None` is not this year.
    pub starts: Option<i32>,
    /// Whether it is later than planned, or does not start at all.
    pub late: bool,
    /// The months in which it runs, from this one on.
    pub runs_from: Option<i32>,
    /// Whether it is paid by others.
    pub others: bool,
    /// Whether what it costs, and so what it loses, is not known.
    pub unknown: bool,
}

/// The heads of thirteen months, April to April, in the columns of this scale.
pub fn month_heads(scale: Scale) -> &'static str {
    if scale.per_month >= 4 {
        "Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar Apr"
    } else {
        "A M J J A S O N D J F M A"
    }
}

/// Draws a row of the year: ◇ planned, ░ months lost, ◆ new start, █ running, ▒ others' money.
pub fn draw_gantt(buffer: &mut Buffer, area: Rect, (row, scale): (GanttRow, Scale), theme: &Theme) {
    let column = |month: i32| {
        let month = u16::try_from(month.clamp(0, i32::from(scale.months))).unwrap_or(0);
        month * scale.per_month
    };
    let area = area.intersection(buffer.area);
    let mut set = |at: u16, symbol: &str, style| {
        if at < area.width
            && let Some(cell) = buffer.cell_mut((area.x + at, area.y))
        {
            cell.set_symbol(symbol).set_style(style);
        }
    };
    if let Some(from) = row.runs_from {
        let (symbol, style) = match (row.others, row.unknown) {
            (true, _) => ("▒", theme.other),
            (false, true) => ("█", theme.second),
            (false, false) => ("█", theme.bar),
        };
        for at in column(from)..scale.months * scale.per_month {
            set(at, symbol, style);
        }
    }
    let Some(planned) = row.planned else { return };
    let first = column(planned);
    set(first, "◇", theme.text);
    if row.late {
        let end = row.starts.map_or(column(12), column);
        for at in first + 1..end {
            set(at, "░", theme.lost);
        }
        match row.starts {
            Some(_) => set(end, "◆", theme.accent),
            None => set(end, "?", theme.worse),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Look;
    use crate::view::theme::Depth;

    fn drawn(row: GanttRow, per_month: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 13 * per_month, 1));
        let theme = Theme::new(Look::Mono, Depth::True);
        let area = buffer.area;
        draw_gantt(&mut buffer, area, (row, Scale { per_month, months: 12 }), &theme);
        buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
    }

    #[test]
    fn december_to_april_is_four_months_lost() {
        let row =
            GanttRow { planned: Some(8), starts: Some(12), late: true, ..GanttRow::default() };
        // December is column 16 at two a month; three months less the sign itself are lost.
        assert_eq!(drawn(row, 2).trim_end(), format!("{}◇░░░░░░░◆", " ".repeat(16)));
        let never = GanttRow { starts: None, ..row };
        assert_eq!(drawn(never, 2).trim_end(), format!("{}◇░░░░░░░?", " ".repeat(16)));
    }

    #[test]
    fn what_runs_all_year_fills_twelve_months() {
        let row = GanttRow { runs_from: Some(0), ..GanttRow::default() };
        assert_eq!(drawn(row, 4).trim_end(), "█".repeat(48));
    }
}
