//! What a client would like to be answered with.

use super::{
    media::Media,
    negotiate::{Weight, weighted},
};

/// An `Accept` in lower case. Only what it names counts: `*/*` is said by everybody and asks for
/// nothing. Parameters other than the weight do not count either; libraries that compare them
/// refuse `application/json; charset=utf-8`, which is sent.
#[derive(Clone, Copy)]
pub(super) struct Accept<'a>(&'a str);

impl<'a> Accept<'a> {
    pub(super) fn new(accept: &'a str) -> Self {
        Self(accept)
    }

    /// The first that it names, whatever the weights, when that says something. Apollo puts
    /// `multipart/mixed` before what it means, for results that come in parts.
    pub(super) fn first(self) -> Option<Media> {
        self.accepted().map(|(media, _)| media).find(|media| *media != Some(Media::Mixed))?
    }

    pub(super) fn names(self, wanted: impl Fn(Media) -> bool) -> bool {
        self.known().any(|(media, _)| wanted(media))
    }

    pub(super) fn refuses(self, media: Media) -> bool {
        weighted(self.0)
            .any(|(range, weight)| weight == Weight::REFUSED && Media::of(range) == Some(media))
    }

    /// Of what is offered, what it names with the most weight; among equals the first.
    ///
    /// `application/xml` beside `text/html` is not a name: browsers have said so since they first
    /// could show XML, and so do programs that copy them.
    pub(super) fn prefers(self, offered: impl Fn(Media) -> bool) -> Option<Media> {
        let html = self.weight(|media| media == Media::Html);
        let named = |(media, weight): &(Media, Weight)| {
            offered(*media) && (*media != Media::Xml || html.is_none_or(|html| *weight > html))
        };
        let best = self.known().filter(named).reduce(
            |best, next| {
                if next.1 > best.1 { next } else { best }
            },
        );
        best.map(|(media, _)| media)
    }

    /// The most weight with which it names any of these.
    pub(super) fn weight(self, wanted: impl Fn(Media) -> bool) -> Option<Weight> {
        self.known().filter(|(media, _)| wanted(*media)).map(|(_, weight)| weight).max()
    }

    fn known(self) -> impl Iterator<Item = (Media, Weight)> {
        self.accepted().filter_map(|(media, weight)| Some((media?, weight)))
    }

    fn accepted(self) -> impl Iterator<Item = (Option<Media>, Weight)> {
        weighted(self.0)
            .filter(|(_, weight)| *weight > Weight::REFUSED)
            .map(|(range, weight)| (Media::of(range), weight))
    }
}
