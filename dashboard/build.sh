#!/usr/bin/env bash
# Builds or tests the page for Maven, and only when something that it is made from changed.
# usage: build.sh page    target/classes/org/tocsin/page from the sources
#        build.sh test    types and unit tests
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

fail() {
  printf 'dashboard: %s\n' "$1" >&2
  exit 1
}

require_node() {
  local version
  command -v node >/dev/null 2>&1 || fail "node is not on the PATH; the page needs Node.js 20.19 or later (https://nodejs.org)"
  command -v npm >/dev/null 2>&1 || fail "npm is not on the PATH; it comes with Node.js 20.19 or later (https://nodejs.org)"
  version=$(node -p 'const [a, b] = process.versions.node.split("."); a * 1000 + b * 1')
  [ "$version" -ge 20019 ] || fail "node is $(node --version); the page needs 20.19 or later"
}

# One checksum over the names and contents of everything that the page is made from.
fingerprint() {
  {
    node --version
    find src plugins index.html package.json package-lock.json .npmrc vite.config.ts svelte.config.js tsconfig.json build.sh \
      ../docs/accuracy.md -type f -print0 | LC_ALL=C sort -z | xargs -0 cksum
  } | cksum
}

unchanged() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

install_packages() {
  local stamp=node_modules/.tocsin-installed lock
  lock=$(cksum <package-lock.json)
  if ! unchanged "$stamp" "$lock"; then
    npm ci --no-audit --no-fund --loglevel=error || fail "npm ci failed; it needs the npm registry once (see its message above)"
    printf '%s\n' "$lock" >"$stamp"
  fi
}

build_page() {
  local stamp=target/page.built sources
  sources=$(fingerprint)
  if unchanged "$stamp" "$sources" && [ -f target/classes/org/tocsin/page/index.html ]; then
    return
  fi
  install_packages
  npm run --silent build || fail "the page does not build (see the message above)"
  mkdir -p target
  printf '%s\n' "$sources" >"$stamp"
}

test_page() {
  local stamp=target/page.tested sources
  if [ "${SKIP_TESTS:-false}" != false ] || [ "${MAVEN_TEST_SKIP:-false}" != false ]; then
    return
  fi
  sources=$(fingerprint)
  if unchanged "$stamp" "$sources"; then
    return
  fi
  install_packages
  npm run --silent check || fail "the page has type errors (see the messages above)"
  npm run --silent test || fail "a unit test of the page fails (see the messages above)"
  mkdir -p target
  printf '%s\n' "$sources" >"$stamp"
}

require_node
case ${1:-} in
  page) build_page ;;
  test) test_page ;;
  *) fail "usage: build.sh page|test" ;;
esac
