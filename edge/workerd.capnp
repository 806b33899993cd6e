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
# The keeper keeps the schedule's revisions in a folder, which must be there: `keeper` where the runtime
# is started, or another:
#
#   workerd serve build/release/workerd.capnp --directory-path keeper-disk=/var/lib/intermission
#
# Where one process is not enough, `keeper.capnp` is the keeper alone, and `gate.capnp` one of many
# gates that read from it.
#
# Behind a proxy that ends TLS, or with TLS here: `https` takes the place of `http` in the socket,
# see the runtime's documentation of `Socket`.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "edge", worker = .edge),

    # What stands behind the edge: requests outside a window go there, untouched.
    (name = "origin", external = (address = "127.0.0.1:8788", http = ())),

    # Where the keeper keeps what it is given. Back it up; never give it to two processes.
    (name = "keeper-disk", disk = (path = "keeper", writable = true)),

    # What webhooks can reach: the public network, whatever a name resolves to. To let them reach your own
    # network, add "private" here and set INTERMISSION_WEBHOOK_PRIVATE=allow: see docs/webhooks.md.
    (name = "internet", network = (
      allow = ["public"],
      tlsOptions = (trustBrowserCas = true),
    )),
  ],

  sockets = [
    (name = "http", address = "127.0.0.1:8787", http = (), service = "edge"),
  ],
);

const edge :Workerd.Worker = (
  modules = import "modules.capnp".modules,

  # The runtime's behaviour is kept as it was on this day; wrangler.toml says the same day.
  compatibilityDate = "2026-11-01",

  durableObjectNamespaces = [
    # The key names the folder of what is kept: do not change it.
    (className = "Keeper", uniqueKey = "intermission-keeper", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "keeper-disk"),

  bindings = [
    (name = "KEEPER", durableObjectNamespace = "Keeper"),

    # Who may change the schedule besides the tokens that were made: see docs/admin.md.
    (name = "INTERMISSION_ADMIN_TOKEN", fromEnvironment = "INTERMISSION_ADMIN_TOKEN"),
    (name = "INTERMISSION_ACCESS_TEAM", fromEnvironment = "INTERMISSION_ACCESS_TEAM"),
    (name = "INTERMISSION_ACCESS_AUDIENCE", fromEnvironment = "INTERMISSION_ACCESS_AUDIENCE"),
    (name = "INTERMISSION_WEBHOOK_PRIVATE", fromEnvironment = "INTERMISSION_WEBHOOK_PRIVATE"),

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
