//! The clock of a talk: it tells the program once a second how late it is, and only while it is shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use super::run::Arrival;
use crate::app::Message;

const SECOND: Duration = Duration::from_secs(1);

/// When a talk began, and whether somebody looks at the clock.
#[derive(Debug)]
pub(super) struct Clock {
    inbox: Option<Sender<Arrival>>,
    began: Instant,
    /// Taken down, it ends the thread that tells the seconds.
    telling: Option<Arc<AtomicBool>>,
}

impl Clock {
    /// A clock that tells nothing yet.
    pub(super) fn new(inbox: Option<Sender<Arrival>>) -> Self {
        Self { inbox, began: Instant::now(), telling: None }
    }

    /// Begins anew.
    pub(super) fn begin(&mut self) {
        self.began = Instant::now();
        if self.telling.is_some() {
            self.run(true);
        }
    }

    /// Tells every second how many have passed, the first at once; or no longer.
    pub(super) fn run(&mut self, wanted: bool) {
        if let Some(told) = self.telling.take() {
            told.store(false, Ordering::SeqCst);
        }
        let Some(inbox) = self.inbox.clone().filter(|_| wanted) else { return };
        let telling = Arc::new(AtomicBool::new(true));
        self.telling = Some(Arc::clone(&telling));
        let began = self.began;
        let told = move || {
            while telling.load(Ordering::SeqCst) {
                let passed = began.elapsed();
                let message = Message::Second(passed.as_secs());
                if inbox.send(Arrival::Message(message)).is_err() {
                    return;
                }
                let next = SECOND * (u32::try_from(passed.as_secs()).unwrap_or(u32::MAX - 1) + 1);
                thread::sleep(next.saturating_sub(began.elapsed()));
            }
        };
        // Without a thread the clock stands still; the talk goes on.
        let _ = thread::Builder::new().name("clock".to_owned()).spawn(told);
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        self.run(false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn the_seconds_are_told_while_somebody_looks_and_not_after() {
        let (inbox, arrivals) = mpsc::channel();
        let mut clock = Clock::new(Some(inbox));
        assert!(arrivals.try_recv().is_err(), "nobody looks yet");
        clock.run(true);
        for second in 0..2 {
            let told = arrivals.recv_timeout(Duration::from_secs(10)).unwrap();
            assert!(matches!(told, Arrival::Message(Message::Second(own)) if own == second));
        }
        clock.run(false);
        while arrivals.try_recv().is_ok() {}
        assert!(arrivals.recv_timeout(SECOND + SECOND / 2).is_err(), "nobody looks any more");
    }
}
