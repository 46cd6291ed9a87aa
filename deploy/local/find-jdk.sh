# shellcheck shell=sh
# find_jdk LOWEST: prints the home of a JDK of at least that feature version, or says what is missing.
# JAVA_HOME wins when it is new enough; then exactly LOWEST, on the PATH or in a usual install folder;
# then anything newer. A JRE is not enough, because it cannot build.

jdk_feature() {
  [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    # The release file answers without starting a JVM.
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p' | head -n 1
  fi
}

jdk_on_path() {
  javac=$(command -v javac 2>/dev/null) || return 0
  link=$(readlink -f "$javac" 2>/dev/null) || link=$javac
  dirname "$(dirname "$link")"
}

jdk_candidates() {
  jdk_on_path
  # One folder per line: a home folder's name may hold spaces.
  for folder in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/*jdk* /usr/local/java/* \
    /usr/local/lib/jvm/* /opt/* /opt/*/* /snap/openjdk/current/jdk /usr/lib/sdk/openjdk* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
    "${HOME:-/nonexistent}"/.gradle/jdks/* "${HOME:-/nonexistent}"/.m2/jdks/* \
    "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* \
    "${HOME:-/nonexistent}"/.asdf/installs/java/* "${HOME:-/nonexistent}"/.jabba/jdk/* \
    "${HOME:-/nonexistent}"/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -x "$folder/bin/javac" ]; then
      printf '%s\n' "$folder"
    fi
  done
}

find_jdk() {
  lowest=$1
  if [ -n "${JAVA_HOME:-}" ]; then
    feature=$(jdk_feature "$JAVA_HOME") || feature=""
    if [ -n "$feature" ] && [ "$feature" -ge "$lowest" ]; then
      printf '%s\n' "$JAVA_HOME"
      return 0
    fi
  fi
  newer=$(
    jdk_candidates | while IFS= read -r home; do
      feature=$(jdk_feature "$home") || continue
      [ -n "$feature" ] || continue
      if [ "$feature" -eq "$lowest" ]; then
        printf 'exact %s\n' "$home"
        break
      elif [ "$feature" -gt "$lowest" ]; then
        printf 'newer %s\n' "$home"
      fi
    done
  )
  found=$(printf '%s\n' "$newer" | sed -n 's/^exact //p' | head -n 1)
  [ -n "$found" ] || found=$(printf '%s\n' "$newer" | sed -n 's/^newer //p' | head -n 1)
  if [ -n "$found" ]; then
    printf '%s\n' "$found"
    return 0
  fi
  echo "cadran: no JDK $lowest or later found (looked at JAVA_HOME, the PATH, /usr/lib/jvm, /opt, SDKMAN, mise, asdf, Homebrew and others); install one, for example Temurin $lowest, or set JAVA_HOME." >&2
  return 1
}
