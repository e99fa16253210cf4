//! Trees of plain moments. That they are the original's is shown by `c-tests/test-snapshots.c`.

use proptest::prelude::*;

use super::*;
use crate::ident::Name;

impl AsRef<Moment> for Moment {
    fn as_ref(&self) -> &Moment {
        self
    }
}

impl AsMut<Moment> for Moment {
    fn as_mut(&mut self) -> &mut Moment {
        self
    }
}

fn moment(name: &str, parent: Option<&str>) -> Moment {
    Moment {
        name: Name::new(name).expect("no NUL"),
        description: None,
        parent: parent.map(str::to_owned),
        created_s: 0,
        domain: None,
        inactive_domain: None,
    }
}

fn names(found: Vec<&Moment>) -> String {
    found.iter().map(|moment| moment.name.as_str()).collect::<Vec<_>>().join(" ")
}

/// a with b (which has d and e) and c; and f.
fn tree() -> Tree<Moment> {
    let mut tree = Tree::default();
    for (name, parent) in
        [("a", None), ("b", Some("a")), ("c", Some("a")), ("d", Some("b")), ("e", Some("b")), ("f", None)]
    {
        tree.add(moment(name, parent)).expect("a new name");
    }
    tree
}

fn all(tree: &Tree<Moment>) -> String {
    names(tree.select(None, 0, |_| true))
}

#[test]
fn parents_come_first_and_the_last_sibling_before_the_others() {
    let tree = tree();
    assert_eq!(all(&tree), "f a c b e d");
    assert_eq!(names(tree.select(None, ROOTS_OR_DESCENDANTS, |_| true)), "f a");
    assert_eq!(names(tree.select(Some("a"), 0, |_| true)), "c b");
    assert_eq!(names(tree.select(Some("a"), ROOTS_OR_DESCENDANTS, |_| true)), "c b e d");
    assert_eq!(names(tree.select(None, LEAVES, |_| true)), "f c e d");
    assert_eq!(names(tree.select(None, NO_LEAVES, |_| true)), "a b");
    assert_eq!(names(tree.select(None, LEAVES | NO_LEAVES, |_| true)), "");
}

#[test]
fn what_is_removed_hands_on_its_children_and_its_being_current() {
    let mut tree = tree();
    tree.set_current("b");
    tree.remove("b", Scope::Alone);
    assert_eq!((all(&tree).as_str(), tree.current()), ("f a e d c", Some("a")));
    assert_eq!(tree.get("d").and_then(|moment| moment.parent.as_deref()), Some("a"));
    tree.set_current("d");
    tree.remove("a", Scope::DescendantsOnly);
    assert_eq!((all(&tree).as_str(), tree.current()), ("f a", Some("a")));
    tree.remove("a", Scope::WithDescendants);
    assert_eq!((all(&tree).as_str(), tree.current()), ("f", None));
}

#[test]
fn a_parent_is_there_and_not_below_its_child() {
    let tree = tree();
    let message = |name, parent| {
        tree.check_parent(&moment(name, Some(parent))).map_err(|error| error.message().to_owned())
    };
    assert_eq!(message("x", "d"), Ok(()));
    assert_eq!(message("b", "f"), Ok(()));
    assert_eq!(message("a", "a"), Err("invalid argument: cannot set moment a as its own parent".to_owned()));
    assert_eq!(message("a", "x"), Err("invalid argument: parent x for moment a not found".to_owned()));
    assert_eq!(message("a", "d"), Err("invalid argument: parent b would create cycle to a".to_owned()));
}

#[test]
fn moments_are_restored_in_any_order() {
    let chain = |pairs: &[(&str, Option<&str>)]| {
        Tree::restore(pairs.iter().map(|(name, parent)| moment(name, *parent)).collect())
    };
    let tree = chain(&[("c", Some("b")), ("b", Some("a")), ("a", None)]).expect("no twins");
    assert_eq!(tree.map(|tree| all(&tree)).as_deref(), Some("a b c"));
    for bad in [&[("b", Some("a"))][..], &[("a", Some("b")), ("b", Some("a"))], &[("a", Some("a"))]] {
        assert!(chain(bad).expect("no twins").is_none(), "{bad:?}");
    }
    assert!(chain(&[("a", None), ("a", None)]).is_err());
}

proptest! {
    /// Whatever is done, every moment is reached exactly once, from its parent, and the current one is there.
    #[test]
    fn the_tree_stays_whole(steps in prop::collection::vec((0..5_u8, 0..8_u8, 0..8_u8), 0..60)) {
        let mut tree = Tree::default();
        for (step, name, parent) in steps {
            let (name, parent) = (format!("m{name}"), format!("m{parent}"));
            let new = moment(&name, tree.get(&parent).map(|_| parent.as_str()));
            match step {
                0 | 1 if tree.check_parent(&new).is_ok() => {
                    tree.put(new);
                    tree.set_current(&name);
                }
                2 => tree.remove(&name, Scope::Alone),
                3 => tree.remove(&name, Scope::WithDescendants),
                4 => tree.remove(&name, Scope::DescendantsOnly),
                _ => {}
            }
            let found = tree.select(None, 0, |_| true);
            prop_assert_eq!(found.len(), tree.len());
            let mut seen = HashSet::new();
            for moment in found {
                prop_assert!(moment.parent.as_ref().is_none_or(|parent| seen.contains(parent.as_str())));
                prop_assert!(seen.insert(moment.name.as_str()));
            }
            prop_assert!(tree.current().is_none_or(|current| tree.get(current).is_some()));
        }
    }
}
