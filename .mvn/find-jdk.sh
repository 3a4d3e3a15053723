# Sets JAVA_HOME to the newest JDK of at least 21 on this machine; to be sourced.
# Looks at JAVA_HOME first, then at the java on PATH and at the usual places; AID_JDK_PLACES names others (patterns of folders).
aid_jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
  aid_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  echo "${aid_version:-0}"
}

aid_find_jdk() {
  aid_least=21
  if [ -n "${JAVA_HOME:-}" ] && [ "$(aid_jdk_major "$JAVA_HOME")" -ge "$aid_least" ]; then
    export JAVA_HOME
    return 0
  fi
  aid_places=${AID_JDK_PLACES:-"/usr/lib/jvm/* /usr/lib64/jvm/* /usr/local/lib/jvm/* /opt/java/* /opt/jdk* /opt/jvm/* /usr/java/* /usr/local/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home"}
  aid_best=0
  aid_home=
  aid_on_path=$(command -v javac 2>/dev/null || true)
  [ -n "$aid_on_path" ] && aid_on_path=$(dirname "$(dirname "$(readlink -f "$aid_on_path" 2>/dev/null || echo "$aid_on_path")")")
  for aid_candidate in "$aid_on_path" $aid_places "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    "${HOME:-}"/.asdf/installs/java/* "${HOME:-}"/.local/share/mise/installs/java/* \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$aid_candidate" ] || continue
    aid_major=$(aid_jdk_major "$aid_candidate")
    if [ "$aid_major" -ge "$aid_least" ] && [ "$aid_major" -gt "$aid_best" ]; then
      aid_best=$aid_major
      aid_home=$aid_candidate
    fi
  done
  if [ -z "$aid_home" ]; then
    echo "找不到 JDK ${aid_least} 或更高版本。请安装（例如 Temurin 25），或将 JAVA_HOME 指向它。" >&2
    echo "No JDK ${aid_least} or newer found. Install one (Temurin 25, for example) or point JAVA_HOME at it." >&2
    return 1
  fi
  JAVA_HOME=$aid_home
  export JAVA_HOME
}

aid_find_jdk || exit 1
