#!/usr/bin/env bash
# Builds or tests the pages: web/build.sh build|test. Installs the packages only when the lock file has changed.
set -euo pipefail
cd "$(dirname "$0")"

lock=$(sha256sum package-lock.json | cut -d' ' -f1)
if [ "$(cat node_modules/.lock 2>/dev/null)" != "$lock" ]; then
    npm ci --no-audit --no-fund --loglevel=error
    echo "$lock" > node_modules/.lock
fi

case "${1:-build}" in
    build) npm run --silent build ;;
    test) npm run --silent lint && npm test --silent ;;
    *) echo "usage: web/build.sh build|test" >&2; exit 2 ;;
esac
