# One gate of several, which reads the schedule from the process of `keeper.capnp`.
#
#   workerd serve build/release/gate.capnp --external-addr keeper=10.0.0.4:8786 \
#     --socket-addr http=0.0.0.0:80 --external-addr origin=10.0.0.5:8080

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "edge", worker = .edge),

    # What stands behind the edge: requests outside a window go there, untouched.
    (name = "origin", external = (address = "127.0.0.1:8788", http = ())),

    # The one writer, in its own process.
    (name = "keeper", external = (address = "127.0.0.1:8786", http = ())),
  ],

  sockets = [
    (name = "http", address = "127.0.0.1:8787", http = (), service = "edge"),
  ],
);

const edge :Workerd.Worker = (
  modules = import "modules.capnp".modules,
  compatibilityDate = "2026-11-01",

  bindings = [
    (name = "ORIGIN", service = "origin"),
    (name = "KEEPER_DOOR", service = "keeper"),

    # See `workerd.capnp`.
    (name = "INTERMISSION_BYPASS_SECRET", fromEnvironment = "INTERMISSION_BYPASS_SECRET"),
    (name = "INTERMISSION_BYPASS_TOKEN", fromEnvironment = "INTERMISSION_BYPASS_TOKEN"),
    (name = "INTERMISSION_ADDRESS_HEADER", fromEnvironment = "INTERMISSION_ADDRESS_HEADER"),
  ],
);
