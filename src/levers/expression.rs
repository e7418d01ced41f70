//! Sums that a person types: `=base*1.1`, `=-142-58`, `={CP.plan}*1.1`, exact to the last step.

use crate::format;

/// An exact fraction with a positive denominator.
pub type Fraction = (i128, i128);

/// Where the names in a sum get their values, in the unit of the field that is typed in.
pub struct Names<'n> {
    /// The baseline's value.
    pub base: Option<Fraction>,
    /// The value now.
    pub now: Option<Fraction>,
    /// The value of a path in braces.
    pub path: &'n dyn Fn(&str) -> Result<Fraction, String>,
    /// What one of the unit is worth, for numbers with a unit of their own: pence in a field of £m.
    pub pence_in_unit: i128,
    /// Whether the field counts percent: 5 is then 5 %, and `5%` could be that or a twentieth.
    pub counts_percent: bool,
}

/// Brackets inside brackets are taken so deep and no deeper.
const DEEPEST: usize = 32;

/// Works a sum out exactly.
///
/// # Errors
/// A sentence that says what could not be read, or that a division is by nought, or too large.
pub fn evaluate(text: &str, names: &Names<'_>) -> Result<Fraction, String> {
    let mut reader = SumReader { rest: text.trim(), names };
    let value = reader.sum(0)?;
    match reader.rest {
        "" => Ok(value),
        rest => Err(format!("“{rest}” is not understood here; a sum has numbers, + − × ÷ and ( )")),
    }
}

struct SumReader<'t, 'n> {
    rest: &'t str,
    names: &'n Names<'n>,
}

impl<'t> SumReader<'t, '_> {
    fn sum(&mut self, depth: usize) -> Result<Fraction, String> {
        let mut value = self.product(depth)?;
        loop {
            let sign = match self.take(&['+', '-', '−']) {
                Some('+') => 1,
                Some(_) => -1,
                None => return Ok(value),
            };
            let (n, d) = self.product(depth)?;
            value = plus(value, (sign * n, d))?;
        }
    }

    fn product(&mut self, depth: usize) -> Result<Fraction, String> {
        let mut value = self.factor(depth)?;
        loop {
            match self.take(&['*', '×', '/', '÷']) {
                Some('*' | '×') => value = times(value, self.factor(depth)?)?,
                Some(_) => match self.factor(depth)? {
                    (0, _) => return Err("a division by nought has no answer".to_owned()),
                    (n, d) => value = times(value, (d * n.signum(), n.abs()))?,
                },
                None => return Ok(value),
            }
        }
    }

    fn factor(&mut self, depth: usize) -> Result<Fraction, String> {
        if depth > DEEPEST {
            return Err(format!("brackets stand more than {DEEPEST} deep"));
        }
        if self.take(&['-', '−']).is_some() {
            let (n, d) = self.factor(depth + 1)?;
            return Ok((-n, d));
        }
        if self.take(&['+']).is_some() {
            return self.factor(depth + 1);
        }
        if self.take(&['(']).is_some() {
            let value = self.sum(depth + 1)?;
            return match self.take(&[')']) {
                Some(_) => Ok(value),
                None => Err("a bracket is not closed".to_owned()),
            };
        }
        if self.take(&['{']).is_some() {
            let end = self.rest.find('}').ok_or("a brace is not closed: {CP.plan}")?;
            let path = self.rest[..end].trim();
            self.rest = &self.rest[end + 1..];
            return (self.names.path)(path);
        }
        let word = self.word();
        match word {
            "" => Err("a number is missing".to_owned()),
            "base" => self.names.base.ok_or_else(|| "the baseline is not known".to_owned()),
            "now" => self.names.now.ok_or_else(|| "the present value is not known".to_owned()),
            number => self.number(number),
        }
    }

    fn number(&self, word: &str) -> Result<Fraction, String> {
        if let Some(percent) = word.strip_suffix('%') {
            if self.names.counts_percent {
                return Err(format!(
                    "“{word}” could mean {percent} percent or that part of something; \
                     a sum for a percentage is typed without %: base+5 or base*1.1"
                ));
            }
            let (n, d) = plain(percent)?;
            return times((n, d), (1, 100));
        }
        if word.chars().last().is_some_and(char::is_alphabetic) {
            if self.names.counts_percent {
                return Err(format!("“{word}” is not a percentage, and this is one"));
            }
            let pence =
                format::parse_amount(word, format::Unit::Pounds).map_err(|f| f.to_string())?;
            return reduced(i128::from(pence.get()), self.names.pence_in_unit);
        }
        plain(word)
    }

    fn word(&mut self) -> &'t str {
        self.rest = self.rest.trim_start();
        let belongs = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | ',' | '%');
        let end = self.rest.find(|c| !belongs(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    fn take(&mut self, signs: &[char]) -> Option<char> {
        self.rest = self.rest.trim_start();
        let first = self.rest.chars().next().filter(|c| signs.contains(c))?;
        self.rest = &self.rest[first.len_utf8()..];
        Some(first)
    }
}

fn plain(word: &str) -> Result<Fraction, String> {
    let number = format::parse_decimal(word).map_err(|fault| fault.to_string())?;
    reduced(number.mantissa(), 10_i128.pow(number.scale()))
}

fn plus((a, b): Fraction, (c, d): Fraction) -> Result<Fraction, String> {
    let sum = a.checked_mul(d).zip(c.checked_mul(b)).and_then(|(x, y)| x.checked_add(y));
    sum.zip(b.checked_mul(d)).ok_or_else(too_large).and_then(|(n, d)| reduced(n, d))
}

fn times((a, b): Fraction, (c, d): Fraction) -> Result<Fraction, String> {
    let product = a.checked_mul(c).zip(b.checked_mul(d));
    product.ok_or_else(too_large).and_then(|(n, d)| reduced(n, d))
}

fn reduced(n: i128, d: i128) -> Result<Fraction, String> {
    if d == 0 {
        return Err("a division by nought has no answer".to_owned());
    }
    let divisor = num_integer::gcd(n, d).max(1);
    Ok((n / divisor, d / divisor))
}

fn too_large() -> String {
    "the sum grows too large to be exact".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(text: &str) -> Result<Fraction, String> {
        let path = |path: &str| match path {
            "CP.control_total" => Ok((-142, 1)),
            other => Err(format!("no {other}")),
        };
        let names = Names {
            base: Some((-1924, 10)),
            now: Some((-200, 1)),
            path: &path,
            pence_in_unit: 100_000_000,
            counts_percent: false,
        };
        evaluate(text, &names)
    }

    #[test]
    fn sums_are_exact() {
        // −192.4 × 1.1 = −211.64 = −5291/25
        assert_eq!(sum("base*1.1"), Ok((-5291, 25)));
        assert_eq!(sum("-142-58"), Ok((-200, 1)));
        assert_eq!(sum("−142 − 58"), Ok((-200, 1)));
        // −192.4 − 7.6 = −200; 7.6m in a field of millions is 7.6
        assert_eq!(sum("base-7.6"), Ok((-200, 1)));
        assert_eq!(sum("base-7.6m"), Ok((-200, 1)));
        assert_eq!(sum("{CP.control_total}*(1+50%)"), Ok((-213, 1)));
        assert_eq!(sum("1÷3×3"), Ok((1, 1)));
    }

    #[test]
    fn what_is_no_sum_is_refused_in_words() {
        for (text, part) in [
            ("", "missing"),
            ("1/0", "nought"),
            ("(1", "not closed"),
            ("{CP.plan", "brace"),
            ("1 2", "not understood"),
            ("bse", "bse"),
            ("{X.y}", "no X.y"),
        ] {
            let said = sum(text).unwrap_err();
            assert!(said.contains(part), "{text}: {said}");
        }
        assert!(sum(&"(".repeat(100_000)).is_err());
    }
}
