//! The quick pro-rata split against the rule that it stands for.
#![cfg(test)]

use fairshare::money::Pence;
use fairshare::split::{Child, Claim, Column, Problem, Rule, Scratch, Weights, pro_rata, split};
use proptest::prelude::*;

fn weight() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), 0..20_i64, 0..1_000_000_000_i64, 0..=Pence::LIMIT.get()]
}

proptest! {
    #[test]
    fn it_gives_what_proportional_gives(
        weights in prop::collection::vec(weight(), 1..8),
        amount in weight(),
    ) {
        // Ranks run against the order of the list.
        let rank = |key: usize| u32::try_from(weights.len() - key).unwrap();
        let children: Vec<Child> =
            (0..weights.len()).map(|key| Child { rank: rank(key), ..Child::default() }).collect();
        let measure = |child: usize, _| Some(i128::from(weights[child]));
        let problem = Problem::new(Pence::new(amount), &children, Weights::Narrow(&measure));
        let mut shares = vec![Pence::ZERO; weights.len()];
        let rule = Rule::Proportional { by: Column(0) };
        split(&rule, &problem, &mut Scratch::default(), &mut shares).unwrap();

        let claim = |(key, weight): (u32, &i64)| {
            Claim::new(key, rank(key as usize), Pence::new(*weight))
        };
        let mut claims: Vec<Claim> = (0..).zip(&weights).map(claim).collect();
        pro_rata(Pence::new(amount), &mut claims);
        for claim in claims {
            prop_assert_eq!(claim.share, shares[claim.key as usize]);
        }
    }
}
