//! gRPC, and what browsers speak in its place.

use schedule::Form;

use super::{Because, Detected, Media, asked::Asked};

/// By `Content-Type` alone, which is how servers of gRPC know it.
pub(super) fn grpc(asked: &Asked<'_>) -> Option<Detected> {
    let media = asked.content()?;
    let form = match media {
        Media::Grpc => Form::Grpc,
        Media::GrpcWeb => Form::GrpcWeb,
        Media::GrpcWebText => Form::GrpcWebText,
        _ => return None,
    };
    Some(Detected::new(form, Because::ContentType(media)))
}
