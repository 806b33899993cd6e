# The edge on workerd, the open-source runtime: one process on one machine, in front of the origin.
#
#   cargo xtask build
#   workerd serve build/release/workerd.capnp
#
# This file is copied into the bundle beside `modules.capnp`, which lists the worker's modules.
# To run it elsewhere, take the whole folder `build/release`. Both addresses can be given on the
# command line instead of here:
#
#   workerd serve build/release/workerd.capnp \
#     --socket-addr http=0.0.0.0:80 --external-addr origin=10.0.0.5:8080
#
# Behind a proxy that ends TLS, or with TLS here: `https` takes the place of `http` in the socket,
# see the runtime's documentation of `Socket`.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "edge", worker = .edge),

    # What stands behind the edge: requests outside a window go there, untouched.
    (name = "origin", external = (address = "127.0.0.1:8788", http = ())),
  ],

  sockets = [
    (name = "http", address = "127.0.0.1:8787", http = (), service = "edge"),
  ],
);

const edge :Workerd.Worker = (
  modules = import "modules.capnp".modules,

  # The runtime's behaviour is kept as it was on this day; wrangler.toml says the same day.
  compatibilityDate = "2026-11-01",

  bindings = [
    # The worker's name for the origin. On Cloudflare there is no such binding: there the origin
    # is what the route is in front of.
    (name = "ORIGIN", service = "origin"),

    # Who may pass while a window is open; what is not in the environment opens nothing. The header
    # must be one that the proxy in front of this machine sets itself, whatever a client sends.
    (name = "INTERMISSION_BYPASS_SECRET", fromEnvironment = "INTERMISSION_BYPASS_SECRET"),
    (name = "INTERMISSION_BYPASS_TOKEN", fromEnvironment = "INTERMISSION_BYPASS_TOKEN"),
    (name = "INTERMISSION_ADDRESS_HEADER", fromEnvironment = "INTERMISSION_ADDRESS_HEADER"),
  ],
);
