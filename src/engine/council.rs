//! What reaches an area: a council's, or that of several together. MECHANISM 3.9.
//!
//! Worked out on demand from an outcome, never in the cascade. Each body's amount is split over its
//! councils by its people, whole pence by the largest remainder; what no council can be named for is
//! an area of its own, so that all areas together lose nothing.

use crate::model::{CouncilShare, Measures, Node, Scenario};
use crate::money::{Part, Pence, Share, apportion};

use super::Outcome;

/// Where people live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// One council's area.
    Council(usize),
    /// The areas of a named set of councils.
    Authority(usize),
    /// Nowhere that the file names: of bodies without councils all, of the others what is left.
    NotKnown,
}

/// What the bodies that serve an area are asked for, and what becomes of that: the area's part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AreaMoney {
    /// What they are asked for.
    pub ask: Pence,
    /// What their reserves cover of that.
    pub reserve_used: Pence,
    /// What their programmes lose: by each programme's own places, where it has some.
    pub cuts: Pence,
    /// What found no place.
    pub unplaced: Pence,
    /// What nobody described.
    pub not_described: Pence,
}

/// A body that serves an area, or a programme that reaches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The body or programme.
    pub node: Node,
    /// The share of its people who live there; `None` where no place of it is known.
    pub share: Option<Share>,
}

/// A system that covers a part of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Footprint {
    /// The system, as a place in the scenario's list.
    pub system: usize,
    /// How many people live in both, to the nearest; `None` where a body's are not known.
    pub people: Option<i128>,
    /// The share of the area's people who live in the system.
    pub of_area: Option<Share>,
    /// The share of the system's people who live in the area.
    pub of_system: Option<Share>,
}

impl Area {
    /// Every area of a scenario: its councils, its named sets, and what has no place.
    pub fn all(scenario: &Scenario) -> impl Iterator<Item = Self> {
        let councils = (0..scenario.councils.len()).map(Self::Council);
        let sets = (0..scenario.words.authorities.len()).map(Self::Authority);
        councils.chain(sets).chain([Self::NotKnown])
    }

    /// Whether a council lies in it.
    pub fn holds(self, scenario: &Scenario, council: usize) -> bool {
        match self {
            Self::Council(own) => own == council,
            Self::Authority(set) => scenario.words.authorities[set].councils.contains(&council),
            Self::NotKnown => false,
        }
    }

    /// Its residents, as far as the file knows them of every council in it.
    pub fn population(self, scenario: &Scenario) -> Option<i128> {
        let residents = |council: &usize| scenario.councils[*council].population.map(i128::from);
        match self {
            Self::Council(own) => residents(&own),
            Self::Authority(set) => {
                scenario.words.authorities[set].councils.iter().map(residents).sum()
            }
            Self::NotKnown => None,
        }
    }

    /// The part of an amount that is its, where people live so; together with all councils' parts
    /// and with what has no place it is the amount.
    pub fn part(self, scenario: &Scenario, amount: Pence, shares: &[CouncilShare]) -> Pence {
        let here = |own: &CouncilShare| self.holds(scenario, own.council);
        if self == Self::NotKnown {
            return parts(scenario, amount, shares).last().copied().unwrap_or_default();
        }
        if !shares.iter().any(here) {
            return Pence::ZERO;
        }
        let parts = parts(scenario, amount, shares);
        shares.iter().zip(&parts).filter(|(own, _)| here(own)).map(|(_, part)| *part).sum()
    }

    /// The share of some people who live in it; `None` where it is not known where any of them does.
    pub fn share(self, scenario: &Scenario, shares: &[CouncilShare]) -> Option<Share> {
        let sum = |of: &dyn Fn(&CouncilShare) -> bool| {
            shares.iter().filter(|own| of(own)).map(|own| own.share.units()).sum::<i64>()
        };
        if shares.is_empty() {
            return None;
        }
        Some(Share::from_units(match self {
            Self::NotKnown => Share::UNITS - sum(&|_| true),
            _ => sum(&|own| self.holds(scenario, own.council)),
        }))
    }

    /// The area's part of what bodies are asked for.
    pub fn money(self, scenario: &Scenario, outcome: &Outcome) -> AreaMoney {
        let mut money = AreaMoney::default();
        for (place, own) in outcome.bodies.iter().enumerate() {
            let shares = &scenario.words.bodies[place].councils;
            let part = |amount: Pence| match amount.is_zero() {
                true => Pence::ZERO,
                false => self.part(scenario, amount, shares),
            };
            money.ask += part(own.ask);
            money.reserve_used += part(own.reserve_used);
            money.unplaced += part(own.unplaced);
            money.not_described += part(own.not_described);
        }
        for (place, own) in outcome.programmes.iter().enumerate().filter(|(_, p)| !p.cut.is_zero())
        {
            money.cuts += self.part(scenario, own.cut, places(scenario, place));
        }
        money
    }

    /// The bodies that serve it, and those of its footprints of which no place is known.
    pub fn bodies(self, scenario: &Scenario) -> Vec<Reach> {
        let near = self.systems(scenario);
        let bodies = (0..scenario.bodies.len()).map(|place| {
            let share = self.share(scenario, &scenario.words.bodies[place].councils);
            (Reach { node: Node::Body(place), share }, scenario.bodies[place].system)
        });
        self.reaching(bodies, &near)
    }

    /// The programmes that reach it, and those of its footprints of which no place is known.
    pub fn programmes(self, scenario: &Scenario) -> Vec<Reach> {
        let near = self.systems(scenario);
        let bodies = scenario.bodies.iter();
        let all = bodies.flat_map(|body| body.programmes.clone().map(|place| (place, body.system)));
        let programmes = all.map(|(place, system)| {
            let share = self.share(scenario, places(scenario, place));
            (Reach { node: Node::Programme(place), share }, system)
        });
        self.reaching(programmes, &near)
    }

    /// Those with some of their people here, then those of which no place is known.
    fn reaching(self, all: impl Iterator<Item = (Reach, usize)>, near: &[usize]) -> Vec<Reach> {
        let here = |(reach, system): &(Reach, usize)| match reach.share {
            Some(share) => share > Share::ZERO,
            None => self == Self::NotKnown || near.contains(system),
        };
        let mut found: Vec<Reach> = all.filter(here).map(|(reach, _)| reach).collect();
        found.sort_by_key(|reach| reach.share.is_none());
        found
    }

    /// The systems of which a body serves it.
    fn systems(self, scenario: &Scenario) -> Vec<usize> {
        let covers = |system: &usize| {
            let mut bodies = scenario.systems[*system].bodies.clone();
            bodies.any(|body| {
                let shares = &scenario.words.bodies[body].councils;
                self != Self::NotKnown && self.share(scenario, shares) > Some(Share::ZERO)
            })
        };
        (0..scenario.systems.len()).filter(covers).collect()
    }

    /// The systems that cover it, with how much of the one lies in the other: by the residents of
    /// the bodies that have such, so that nobody is counted twice.
    pub fn footprints(self, scenario: &Scenario) -> Vec<Footprint> {
        let population = self.population(scenario);
        let covering = self.systems(scenario).into_iter();
        covering.map(|system| self.footprint(scenario, system, population)).collect()
    }

    fn footprint(self, scenario: &Scenario, system: usize, population: Option<i128>) -> Footprint {
        let counted = |body: &usize| {
            scenario.measures.can_have(scenario.bodies[*body].kind, Measures::RESIDENT)
        };
        let bodies = scenario.systems[system].bodies.clone().filter(counted);
        let mut both = Some(0);
        let mut all = Some(0);
        for body in bodies {
            let residents = scenario.measure(Node::Body(body), Measures::RESIDENT);
            let share = self.share(scenario, &scenario.words.bodies[body].councils);
            let share = share.map(|share| i128::from(share.units()));
            all = all.zip(residents).map(|(sum, own)| sum + own);
            both = match share {
                Some(0) => both,
                _ => both.zip(residents).zip(share).map(|((sum, own), share)| sum + own * share),
            };
        }
        let units = i128::from(Share::UNITS);
        let of = |whole: Option<i128>| {
            let (both, whole) = both.zip(whole.filter(|whole| *whole > 0))?;
            i64::try_from((2 * both + whole) / (2 * whole)).ok().map(Share::from_units)
        };
        Footprint {
            system,
            people: both.map(|both| (2 * both + units) / (2 * units)),
            of_area: of(population),
            of_system: of(all),
        }
    }
}

/// Where a programme's people live: its own places, else its body's.
pub fn places(scenario: &Scenario, programme: usize) -> &[CouncilShare] {
    let own = &scenario.words.programmes[programme].councils;
    match scenario.body_of(programme) {
        Some(body) if own.is_empty() => &scenario.words.bodies[body].councils,
        _ => own,
    }
}

/// An amount over councils by their shares; the last part is what they leave, which has no place.
fn parts(scenario: &Scenario, amount: Pence, shares: &[CouncilShare]) -> Vec<Pence> {
    let left = Share::UNITS - shares.iter().map(|own| own.share.units()).sum::<i64>();
    let id = |own: &CouncilShare| scenario.words.councils[own.council].id.as_str();
    // The order in which a file names its councils never moves a penny.
    let rank = |own: &CouncilShare| shares.iter().filter(|other| id(other) < id(own)).count();
    let ranks = shares.iter().map(|own| (own.share.units(), rank(own)));
    let mut parts: Vec<Part<i128>> = ranks
        .chain([(left, shares.len())])
        .map(|(units, rank)| {
            let exact = i128::from(amount.get()) * i128::from(units);
            let whole = exact.div_euclid(i128::from(Share::UNITS));
            Part {
                whole: i64::try_from(whole).unwrap_or_default(),
                rest: exact.rem_euclid(i128::from(Share::UNITS)),
                rank: u32::try_from(rank).unwrap_or(u32::MAX),
            }
        })
        .collect();
    let given: i64 = parts.iter().map(|part| part.whole).sum();
    let missing = usize::try_from(amount.get() - given).unwrap_or_default();
    apportion(&mut parts, &mut Vec::new(), missing);
    parts.into_iter().map(|part| Pence::new(part.whole)).collect()
}
