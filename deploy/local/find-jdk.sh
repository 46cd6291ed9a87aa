# shellcheck shell=sh
# find_jdk LOWEST: prints the home of the first JDK of at least that feature version.
# Looks at JAVA_HOME, the PATH, then the usual install folders; says what is missing otherwise.

jdk_feature() {
  # A JRE has no javac and cannot build; the release file answers without starting a JVM.
  [ -x "$1/bin/javac" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1
}

find_jdk() {
  lowest=$1
  on_path=""
  if command -v javac >/dev/null 2>&1; then
    on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  fi
  for home in "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/java/* /usr/local/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] || continue
    feature=$(jdk_feature "$home") || continue
    if [ -n "$feature" ] && [ "$feature" -ge "$lowest" ]; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  echo "cadran: no JDK $lowest or later found (looked at JAVA_HOME, the PATH, /usr/lib/jvm, /opt, SDKMAN, mise, asdf). Install one, for example Temurin $lowest, or set JAVA_HOME." >&2
  return 1
}
