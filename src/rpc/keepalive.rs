//! Whether the peer is still there: when to ask, and when to give up. Only arithmetic; the client asks and gives up.

#![forbid(unsafe_code)]

use std::time::{Duration, Instant};

/// Asks a silent peer every `interval`, `count` times.
#[derive(Debug)]
pub struct Keepalive {
    interval: Duration,
    count: u32,
    /// How often to ask until the peer is given up.
    left: u32,
    /// When it last said something, or was asked.
    since: Instant,
}

/// What is to be done now.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing, for so long.
    Wait(Duration),
    /// Ask, then come again.
    Ping,
    /// The peer has not answered in time.
    Dead,
}

impl Keepalive {
    /// Starts at `now`.
    pub fn new(interval: Duration, count: u32, now: Instant) -> Self {
        Self { interval, count, left: count, since: now }
    }

    /// The peer has said something.
    pub fn heard(&mut self, now: Instant) {
        self.left = self.count;
        self.since = now;
    }

    /// How long there is nothing to be done.
    pub fn rest(&self, now: Instant) -> Duration {
        (self.since + self.interval).saturating_duration_since(now)
    }

    /// What is to be done.
    pub fn step(&mut self, now: Instant) -> Step {
        let rest = self.rest(now);
        if !rest.is_zero() {
            return Step::Wait(rest);
        }
        if self.left == 0 {
            return Step::Dead;
        }
        self.left -= 1;
        self.since = now;
        Step::Ping
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silent_peer_is_asked_count_times() {
        let start = Instant::now();
        let second = |n: u64| start + Duration::from_secs(n);
        let mut keepalive = Keepalive::new(Duration::from_secs(2), 2, start);
        assert_eq!(keepalive.step(second(1)), Step::Wait(Duration::from_secs(1)));
        assert_eq!(keepalive.step(second(2)), Step::Ping);
        assert_eq!(keepalive.step(second(2)), Step::Wait(Duration::from_secs(2)));
        assert_eq!(keepalive.step(second(4)), Step::Ping);
        keepalive.heard(second(5));
        assert_eq!(keepalive.step(second(7)), Step::Ping);
        assert_eq!(keepalive.step(second(9)), Step::Ping);
        assert_eq!(keepalive.step(second(10)), Step::Wait(Duration::from_secs(1)));
        assert_eq!(keepalive.step(second(11)), Step::Dead);
    }

    #[test]
    fn without_a_count_silence_is_the_end() {
        let start = Instant::now();
        let mut keepalive = Keepalive::new(Duration::from_secs(1), 0, start);
        assert_eq!(keepalive.step(start + Duration::from_secs(1)), Step::Dead);
    }
}
