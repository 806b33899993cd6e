#!/bin/sh
# Maintenance that begins with its window: waits until the window holds the channel and the last batch is done, and
# begins only then. Start it before the window, such as by `at 18:45`.
set -eu
set -a
. /etc/intermission/gate.env
set +a
intermission gate drain --timeout 45m
exec "$@"
