//! Typed ids and references: how one thing of a plan names another.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use crate::source::Span;

/// The place of a `T` in its [`Arena`].
pub struct Id<T> {
    index: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The number of things before it in its arena.
    pub fn index(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// Everything of one kind, in the order in which the plan names it.
#[derive(Clone, Debug)]
pub struct Arena<T>(Vec<T>);

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Arena<T> {
    /// Takes a thing in and gives its id.
    pub fn add(&mut self, thing: T) -> Id<T> {
        self.0.push(thing);
        Id { index: self.0.len() as u32 - 1, kind: PhantomData }
    }

    /// Makes room for so many more: a list that grows by doubling stands in memory twice while it does.
    pub(super) fn reserve(&mut self, count: usize) {
        self.0.reserve_exact(count);
    }

    /// Every thing, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.0.iter()
    }

    /// Every thing with its id, in order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> + ExactSizeIterator {
        self.0.iter().enumerate().map(|(index, thing)| (Id { index: index as u32, kind: PhantomData }, thing))
    }

    /// Every id, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<T>> + ExactSizeIterator + use<T> {
        (0..self.0.len() as u32).map(|index| Id { index, kind: PhantomData })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Index<Id<T>> for Arena<T> {
    type Output = T;

    fn index(&self, id: Id<T>) -> &T {
        &self.0[id.index as usize]
    }
}

impl<T> IndexMut<Id<T>> for Arena<T> {
    fn index_mut(&mut self, id: Id<T>) -> &mut T {
        &mut self.0[id.index as usize]
    }
}

/// A name that stands for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference<T> {
    /// What it stands for.
    pub link: Link<T>,
    /// The words, without quotation marks.
    pub text: String,
    /// Where they are written.
    pub span: Span,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link<T> {
    /// Something of the plan.
    To(T),
    /// Something outside the plan: its name is quoted or is the title of a document.
    Outside,
    /// Nothing yet: a hole.
    Hole,
    /// Nothing that is declared; reported already.
    Unresolved,
}

impl<T: Copy> Reference<T> {
    /// What it stands for in the plan, if it does.
    pub fn target(&self) -> Option<T> {
        match self.link {
            Link::To(target) => Some(target),
            _ => None,
        }
    }
}

/// A field that may be inherited from what encloses it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Field<T> {
    /// Its value; empty unless stated or inherited.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where the value of a field comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Origin {
    /// Nowhere: there is none.
    #[default]
    Missing,
    /// It is written here.
    Stated,
    /// It is written on what encloses this.
    Inherited,
    /// `无` is written here: what is inherited stops.
    Stopped,
    /// It is written here and cannot be read; reported already.
    Faulty,
}

impl<T: Clone + Default> Field<T> {
    /// What something enclosed by the holder of this field inherits.
    pub fn inherited(&self) -> Self {
        match self.origin {
            Origin::Stated | Origin::Inherited => Self { value: self.value.clone(), origin: Origin::Inherited },
            Origin::Faulty => Self { value: T::default(), origin: Origin::Faulty },
            Origin::Missing | Origin::Stopped => Self::default(),
        }
    }

    /// Whether nothing is written, here or above.
    pub fn is_missing(&self) -> bool {
        self.origin == Origin::Missing
    }
}
