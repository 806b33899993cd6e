#!/bin/sh
# What stands for an organization's processing: all of it or nothing, and yes to what is done already. RESULTS has one
# result a file, and LOG a line a try. While HOLD is there it takes its time.
set -eu
name=$(basename "$1")
echo "$name" >> "$LOG"
while [ -e "${HOLD:-/nonexistent}" ]; do sleep 0.05; done
cp "$1" "$RESULTS/.$$"
mv "$RESULTS/.$$" "$RESULTS/$name"
