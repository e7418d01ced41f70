//! The small choices that a file or a person makes by name.

/// Whether a system or body takes part when money is asked for.
///
/// Receiving is never declared: it follows from having a gap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stance {
    /// Takes part in every split it can.
    #[default]
    Contributes,
    /// Is always left out.
    Exempt,
    /// Was asked and says no; what that does is the parent's choice.
    Refuses,
}

/// What a system's refusal does to its pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PoolRefusals {
    /// The others pay more: the refuser is left out before the rule runs.
    #[default]
    Redistribute,
    /// Nobody pays more: the refuser's share is unplaced at the pool.
    Unfunded,
}

/// What a body's refusal does inside its system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BodyRefusals {
    /// The rest of its group pays; the group's amount stands.
    #[default]
    RedistributeWithin,
    /// The refuser's measures also leave its group's before the system's rule runs.
    Redistribute,
    /// Nobody pays more: the refuser's share is unplaced at its group.
    Unfunded,
}

/// Which systems of a pool contribute to its offset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Contributors {
    /// Systems without a gap.
    #[default]
    WithoutGap,
    /// Every system; a receiver's own contribution nets off against its relief.
    All,
}

/// Whether gaps are balanced region by region or over the whole country.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pooling {
    /// Each region is a pool of its own.
    #[default]
    Regional,
    /// One pool over all systems.
    National,
}

/// In which order a body's programmes give money up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Absorption {
    /// In proportion to what each can give up.
    #[default]
    ProRata,
    /// The highest priority number first; equals pro rata.
    LeastImportantFirst,
    /// What has not started first, then what is running; pro rata within each.
    NotYetStartedFirst,
    /// The amounts stated at the programmes; what they leave, pro rata over the others.
    Fixed,
}
