#!/bin/sh
# One database for each part that keeps data, owned by an account of its own; nobody else may enter it.
# Run once by the image, as superuser, on an empty data folder.
set -eu
for name in keycloak centres indicators contracts gateway; do
  variable=DATABASE_PASSWORD_$(echo "$name" | tr '[:lower:]' '[:upper:]')
  eval "password=\${$variable:?}"
  psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet -U "$POSTGRES_USER" -d postgres \
    -v name="$name" -v password="$password" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
# All that the identity server keeps in a demo comes from files; its first start makes thousands of commits.
if [ "${DATABASE_KEYCLOAK_RELAXED:-false}" = true ]; then
  psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet -U "$POSTGRES_USER" -d postgres \
    -c "alter database keycloak set synchronous_commit = off"
fi
