//! Work for the end of the public call that the thread is in: for user code that must not run in the midst of it.

#![forbid(unsafe_code)]

use std::cell::RefCell;

thread_local! {
    static DUE: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Has `work` done by this thread when its call is over.
pub fn push(work: impl FnOnce() + 'static) {
    DUE.with(|due| due.borrow_mut().push(Box::new(work)));
}

/// Whether there is something to do.
pub fn is_due() -> bool {
    // A thread that is just ending has nothing.
    DUE.try_with(|due| !due.borrow().is_empty()).unwrap_or(false)
}

/// Does what is due, in order.
pub fn run() {
    while is_due() {
        let work = DUE.with(RefCell::take);
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
