#!/bin/sh
# Processes the files that partners have uploaded, each once. Run it behind the gate, one at a time:
#
#   intermission gate run --alone --quiet -- poll.sh INBOX WORK DONE PROCESS…
#
# The three folders are on one file system, so that a file is in exactly one of them at any time.
# PROCESS… is called with one more word, the path of a file in WORK. When it succeeds the file goes to
# DONE. When it fails, or when all of this is killed, the file stays in WORK and comes first the next
# time: so PROCESS has to do all of its work or none, and to say yes to a file that it has done.
set -u
inbox=$1 work=$2 done=$3
shift 3

# A file that was written to within so many minutes is still being uploaded.
quiet=${QUIET_MINUTES:-1}

# A batch of HL7 says itself when it is whole: FHS and BHS have FTS and BTS at the end.
whole() {
  [ -n "$(find "$1" -prune -mmin "+$quiet")" ] || return 1
  case $(head -c 3 "$1") in
    FHS) tail -n 1 "$1" | grep -q '^FTS' ;;
    BHS) tail -n 1 "$1" | grep -q '^BTS' ;;
    *) true ;;
  esac
}

# The batch and the rest of the queue go on when one file fails; the exit code says that one did.
failed=0
finish() {
  if "$@" "$file"; then mv "$file" "$done/"; else failed=1; fi
}

for file in "$work"/*; do
  [ -f "$file" ] && finish "$@"
done

# Names that uploaders give to what is not whole yet are left alone.
for upload in "$inbox"/*; do
  case ${upload##*/} in *.part | *.filepart | *.tmp) continue ;; esac
  [ -f "$upload" ] && whole "$upload" || continue
  # A partner may send the same name every night.
  file=$work/$(date -u +%Y%m%dT%H%M%SZ)-$$-${upload##*/}
  mv "$upload" "$file" && finish "$@"
done
exit "$failed"
