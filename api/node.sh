# Sourced: puts a Node.js that the judges and the TypeScript client run on first on the PATH, or says what is missing.
need_node() {
  node_is_recent && return 0
  # A machine with only a JDK and apt, as CI may be: Debian's package, where it is recent enough.
  if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && [ "${CI:-}" = true ]; then
    echo "cadran: installing Node.js from Debian's packages" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm; } >&2
  fi
  node_is_recent && return 0
  echo "cadran: Node.js 20.19 or later with npm is needed to judge the API and to try its TypeScript client" >&2
  echo "        (./mvnw verify needs none); found: $(node --version 2>/dev/null || echo none)." >&2
  return 1
}

node_is_recent() {
  command -v npm >/dev/null 2>&1 || return 1
  version=$(node --version 2>/dev/null) || return 1
  lowest=$(printf '%s\n20.19.0\n' "${version#v}" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)
  [ "$lowest" = 20.19.0 ]
}
