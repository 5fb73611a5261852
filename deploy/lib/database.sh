# shellcheck shell=bash
# A copy of the office's database before every update, and the way back to it.

COPIES="$JANJI_STATE/copies"
KEEP_COPIES=5

database_url() { setting DATABASE_URL; }

sqlite_file() {
  local url
  url="$(database_url)"
  case "$url" in
    "") printf '%s/janji.db' "$(setting JANJI_DATA_DIR "$JANJI_STATE")" ;;
    file:*) printf '%s' "${url#file:}" ;;
    *) return 1 ;;
  esac
}

# copy_database NAME: prints the copy's path (nothing when there is no database yet). Fails when the copy is not sound.
copy_database() {
  local name="$1" file copy
  install -d -o janji -g janji -m 0700 "$COPIES"
  if file="$(sqlite_file)"; then
    [ -f "$file" ] || return 0
    copy="$COPIES/$name.db"
    rm -f "$copy"
    runuser -u janji -- sqlite3 -cmd '.timeout 30000' "$file" "VACUUM INTO '$copy'" || return 1
    [ "$(runuser -u janji -- sqlite3 -readonly "$copy" 'PRAGMA quick_check')" = ok ] || return 1
  else
    copy="$COPIES/$name.dump"
    runuser -u janji -- pg_dump --format=custom --no-owner --file="$copy" --dbname="$(database_url)" || return 1
    runuser -u janji -- pg_restore --list "$copy" >/dev/null || return 1
  fi
  chmod 0600 "$copy"
  sync "$copy"
  printf '%s' "$copy"
}

# restore_database COPY: puts the copy in the database's place; the service must be stopped. Returns 1 when it cannot.
restore_database() {
  local copy="$1" file
  [ -f "$copy" ] || return 1
  if file="$(sqlite_file)"; then
    if [ -f "$file" ]; then mv -f "$file" "$COPIES/set-aside.db"; fi
    if [ -f "$file-wal" ]; then mv -f "$file-wal" "$COPIES/set-aside.db-wal"; fi
    rm -f "$file-shm"
    install -o janji -g janji -m 0600 "$copy" "$file" && sync "$file"
  else
    # What the failed release added would outlive a restore by name: the schema is emptied with the same stroke.
    {
      printf 'BEGIN;\nDROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n'
      runuser -u janji -- pg_restore --no-owner --no-privileges --file=- "$copy" | grep -v -E '^(CREATE SCHEMA public|COMMENT ON SCHEMA public)' &&
        printf 'COMMIT;\n'
    } | runuser -u janji -- psql --quiet --set=ON_ERROR_STOP=1 --dbname="$(database_url)" >/dev/null
  fi
}

prune_copies() {
  local file
  while IFS= read -r file; do
    rm -f "$COPIES/$file"
  done < <(find "$COPIES" -maxdepth 1 -type f -name 'before-*' -printf '%T@ %f\n' 2>/dev/null | sort -rn | tail -n +$((KEEP_COPIES + 1)) | cut -d ' ' -f 2)
}
