# shellcheck shell=bash
# Releases lie side by side in /opt/janji/releases; `current` says which one serves. A release never changes once built.

RELEASES="$JANJI_HOME/releases"
KEEP_RELEASES=3
# What a checkout may hold beside the sources: never part of a release, nor of its name.
NOT_SOURCE=(./node_modules ./.git ./.github ./.ci ./.cache ./.env ./.env.local ./data ./tests ./bench ./coverage
  ./test-results ./playwright-report ./lib/platform/generated ./prisma/postgres/schema.prisma ./public/wasm
  ./docs/screens ./next-env.d.ts ./tsconfig.tsbuildinfo)

# pack FOLDER: the sources as one tar stream that is the same for the same sources.
pack() {
  local excludes=() path
  for path in "${NOT_SOURCE[@]}"; do excludes+=("--exclude=$path"); done
  tar --create --directory "$1" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
    --anchored "${excludes[@]}" --exclude='./.next*' .
}

# release_name FOLDER: version and a mark of the contents, so that the same sources are the same release.
release_name() {
  local version mark
  version="$(sed -n 's/^  "version": "\([0-9A-Za-z.-]*\)",$/\1/p' "$1/package.json" | head -n 1)"
  [ -n "$version" ] || die "$1 holds no Janji: its package.json names no version."
  mark="$(pack "$1" | sha256sum | cut -c 1-10)"
  printf '%s-%s' "$version" "$mark"
}

current_release() {
  [ -L "$JANJI_HOME/current" ] && basename "$(readlink "$JANJI_HOME/current")"
}

# keep_former_scripts FORMER NEW: a page of the release before may still ask for its scripts while one server runs the one
# and the next the other. Their names are marks of their contents, so none takes another's place; only that release's own
# come along, or every release would hold all before it.
keep_former_scripts() {
  (cd "$2/static" && find . -type f | sort) >"$2/static-files"
  [ -f "$1/static-files" ] || return 0
  tar --create --directory "$1/static" --files-from "$1/static-files" |
    tar --extract --skip-old-files --no-same-owner --directory "$2/static"
}

# build_release FOLDER NAME: builds beside what serves; an interrupted build leaves nothing that could be switched to.
build_release() {
  local source="$1" name="$2" work="$RELEASES/.building" key
  if [ -f "$RELEASES/$name/release.env" ]; then
    tell "release $name is built already"
    return
  fi
  rm -rf "$work"
  install -d -o janji -g janji -m 0750 "$work"
  pack "$source" | tar --extract --directory "$work" --no-same-owner
  key="$JANJI_HOME/current/.cache/actions-key"
  mkdir -p "$work/.cache"
  # One key for the installation: a page of the release before can still be answered.
  if [ -f "$key" ]; then cp "$key" "$work/.cache/actions-key"; fi
  # The same packages need not be fetched and compiled again: an update without the internet works.
  if cmp -s "$work/package-lock.json" "$JANJI_HOME/current/package-lock.json" &&
    cmp -s "$work/package.json" "$JANJI_HOME/current/package.json"; then
    cp -a "$JANJI_HOME/current/node_modules" "$work/node_modules"
    cp -a "$JANJI_HOME/current/.cache/packages" "$work/.cache/packages"
  fi
  chown -R janji:janji "$work"
  tell "building $name (a few minutes; what serves goes on serving) …"
  (
    cd "$work" || exit 1
    # Node's headers from Debian, so that compiling the database driver asks nobody else for them.
    if [ -f /usr/include/node/node.h ]; then export npm_config_nodedir=/usr; fi
    HOME="$work/.home" npm_config_cache="$work/.home/npm" runuser -u janji -- \
      node --input-type=module --eval 'import { ensureAll } from "./scripts/ensure.mjs"; ensureAll();'
  ) || die "The build failed; nothing was changed. What it said is above."
  rm -rf "$work/.home"
  keep_former_scripts "$JANJI_HOME/current/.next" "$work/.next"
  printf 'JANJI_BUILD=%s\nNODE_ENV=production\nNEXT_TELEMETRY_DISABLED=1\n' "$(cat "$work/.next/BUILD_ID")" \
    >"$work/release.env"
  chown -R root:janji "$work"
  chmod -R u=rwX,g=rX,o= "$work"
  rm -rf "${RELEASES:?}/$name"
  mv "$work" "$RELEASES/$name"
  touch "$RELEASES/$name"
}

# switch_to NAME: one rename, so that a power cut leaves either the one or the other.
switch_to() {
  ln -sfn "releases/$1" "$JANJI_HOME/current.new"
  mv -T "$JANJI_HOME/current.new" "$JANJI_HOME/current"
}

# The newest releases stay, and always the one that serves and the one before it.
prune_releases() {
  local name kept=0 former=""
  if [ -f "$JANJI_HOME/former.env" ]; then former="$(sed -n 's/^release=//p' "$JANJI_HOME/former.env")"; fi
  while IFS= read -r name; do
    kept=$((kept + 1))
    if [ "$kept" -le "$KEEP_RELEASES" ] || [ "$name" = "$(current_release)" ] || [ "$name" = "$former" ]; then continue; fi
    tell "removing the old release $name"
    rm -rf "${RELEASES:?}/$name"
  done < <(find "$RELEASES" -mindepth 1 -maxdepth 1 -type d -not -name '.*' -printf '%T@ %f\n' | sort -rn | cut -d ' ' -f 2)
}

# The names of a release's database changes, to tell whether going back needs the old data too.
migrations_of() {
  (cd "$RELEASES/$1/prisma/migrations" && find . -mindepth 2 -maxdepth 2 -type d | sort)
}
