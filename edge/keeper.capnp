# The keeper alone, for gates in other processes or on other machines (`gate.capnp`).
#
#   workerd serve build/release/keeper.capnp --directory-path keeper-disk=/var/lib/intermission \
#     --socket-addr keeper=10.0.0.4:8786
#
# Whoever reaches its socket reads windows that are not announced yet, and is believed about where a
# request comes from: it is for the gates, on a network of their own, and never for the world.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "edge", worker = .edge),

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
    (name = "keeper", address = "127.0.0.1:8786", http = (), service = (name = "edge", entrypoint = "keeper")),
  ],
);

const edge :Workerd.Worker = (
  modules = import "modules.capnp".modules,
  compatibilityDate = "2026-11-01",

  durableObjectNamespaces = [
    # The key names the folder of what is kept: do not change it.
    (className = "Keeper", uniqueKey = "intermission-keeper", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "keeper-disk"),

  bindings = [
    (name = "KEEPER", durableObjectNamespace = "Keeper"),
    (name = "INTERMISSION_ADMIN_TOKEN", fromEnvironment = "INTERMISSION_ADMIN_TOKEN"),
    (name = "INTERMISSION_ACCESS_TEAM", fromEnvironment = "INTERMISSION_ACCESS_TEAM"),
    (name = "INTERMISSION_ACCESS_AUDIENCE", fromEnvironment = "INTERMISSION_ACCESS_AUDIENCE"),
    (name = "INTERMISSION_WEBHOOK_PRIVATE", fromEnvironment = "INTERMISSION_WEBHOOK_PRIVATE"),
  ],
);
