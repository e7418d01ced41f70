//! What one split costs, warm: `cargo bench --bench split`.
//!
//! The cascade makes about five hundred of these in each recompute, so that ten children should
//! cost well under 200 ns and allocate nothing.

use divan::{AllocProfiler, Bencher};
use fairshare::money::{Pence, Share};
use fairshare::split::{Child, Column, Problem, Rule, Scratch, Weights, split};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

const SIZES: [usize; 3] = [2, 10, 42];
const BY: Column = Column(0);

fn children(count: usize) -> Vec<Child> {
    let child = |rank| Child { rank, key: rank, ..Child::default() };
    (0..).take(count).map(child).collect()
}

fn capped(count: usize) -> Vec<Child> {
    let mut children = children(count);
    for child in children.iter_mut().step_by(3) {
        child.cap = Some(Pence::pounds(30_000));
    }
    for child in children.iter_mut().skip(1).step_by(3) {
        child.floor = Pence::pounds(90_000);
    }
    children
}

/// Allocations of commissioners, in pounds: a few hundred million.
fn allocations(count: usize) -> Vec<i128> {
    (1..).take(count).map(|child: i128| child * 37_918_377 % 400_000_007 + 228_287_113).collect()
}

fn run(bencher: Bencher, rule: &Rule, children: &[Child]) {
    let amount = Pence::new(i64::try_from(children.len()).unwrap_or(1) * 10_000_019);
    let allocations = allocations(children.len());
    let measure = |child: usize, _| allocations.get(child).copied();
    let problem = Problem::new(amount, children, Weights::Narrow(&measure));
    let mut scratch = Scratch::default();
    let mut shares = vec![Pence::ZERO; children.len()];
    // The first split grows the buffers.
    let first = split(rule, &problem, &mut scratch, &mut shares);
    assert!(first.is_ok(), "{first:?}");
    bencher.bench_local(|| split(rule, &problem, &mut scratch, &mut shares));
}

#[divan::bench(args = SIZES)]
fn equal(bencher: Bencher, count: usize) {
    run(bencher, &Rule::Equal, &children(count));
}

#[divan::bench(args = SIZES)]
fn proportional(bencher: Bencher, count: usize) {
    run(bencher, &Rule::Proportional { by: BY }, &children(count));
}

#[divan::bench(args = SIZES)]
fn proportional_within_bounds(bencher: Bencher, count: usize) {
    run(bencher, &Rule::Proportional { by: BY }, &capped(count));
}

#[divan::bench(args = SIZES)]
fn fixed(bencher: Bencher, count: usize) {
    let mut children = children(count);
    for child in children.iter_mut().step_by(2) {
        child.fixed = Some(Pence::pounds(50_000));
    }
    run(bencher, &Rule::Fixed { rest: Some(BY) }, &children);
}

#[divan::bench(args = SIZES)]
fn percent(bencher: Bencher, count: usize) {
    let mut children = children(count);
    for child in children.iter_mut().step_by(2) {
        child.percent = Some(Share::percent(4));
    }
    run(bencher, &Rule::Percent { rest: Some(BY) }, &children);
}

#[divan::bench(args = SIZES)]
fn layered(bencher: Bencher, count: usize) {
    let layer = |width, rule| fairshare::split::Layer { width, payers: None, rule };
    let layers = vec![
        layer(Some(Pence::pounds(100_000)), Rule::Equal),
        layer(None, Rule::Proportional { by: BY }),
    ];
    run(bencher, &Rule::Layered(layers), &children(count));
}
