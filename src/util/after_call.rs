//! Work for the end of the public call that the thread is in: for user code that must not run in the midst of it.

#![forbid(unsafe_code)]

use std::cell::{Cell, RefCell};

thread_local! {
    static DUE: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
    /// There may be something. Every call asks, and most threads need nothing that the thread's end has to drop.
    static ANY: Cell<bool> = const { Cell::new(false) };
}

/// Has `work` done by this thread when its call is over.
pub fn push(work: impl FnOnce() + 'static) {
    DUE.with(|due| due.borrow_mut().push(Box::new(work)));
    ANY.set(true);
}

/// Whether there is something to do.
pub fn is_due() -> bool {
    ANY.get()
}

/// Does what is due, in order.
pub fn run() {
    while ANY.take() {
        // A thread that is just ending has nothing.
        let work = DUE.try_with(RefCell::take).unwrap_or_default();
        work.into_iter().for_each(|work| work());
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use super::*;

    #[test]
    fn work_is_done_once_and_may_leave_more() {
        let done = Rc::new(Cell::new(0));
        let counted = Rc::clone(&done);
        push(move || {
            counted.set(counted.get() + 1);
            push(move || counted.set(counted.get() + 10));
        });
        assert!(is_due());
        run();
        run();
        assert!(!is_due());
        assert_eq!(done.get(), 11);
    }
}
