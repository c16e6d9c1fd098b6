#!/bin/sh
# Adds Desktop CRM to this person's menu and opens *.crmdb files with it. `install.sh --remove` takes that back.
# The bundle stays where it is. PREFIX (default ~/.local) names another place for the menu files.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${PREFIX:-$HOME/.local}
share=$prefix/share
command=$prefix/bin/desktop-crm

refresh() {
  command -v update-mime-database >/dev/null && update-mime-database "$share/mime" || true
  command -v update-desktop-database >/dev/null && update-desktop-database "$share/applications" || true
  command -v gtk-update-icon-cache >/dev/null && gtk-update-icon-cache -q -t "$share/icons/hicolor" || true
}

if [ "${1:-}" = --remove ]; then
  rm -f "$command" "$share/applications/desktop-crm.desktop" "$share/mime/packages/desktop-crm.xml"
  rm -f "$share"/icons/hicolor/*/apps/desktop-crm.png
  refresh
  exit 0
fi

mkdir -p "$prefix/bin" "$share/applications" "$share/mime/packages"
ln -sfn "$here/desktop-crm" "$command"
# The menu does not know this shell's PATH: give it the whole path, quoted as the format wants.
quoted=$(printf '%s' "$here/desktop-crm" | sed 's/[\\"`$]/\\&/g; s/[\\&|]/\\&/g')
sed "s|^Exec=desktop-crm|Exec=\"$quoted\"|" "$here/share/desktop-crm.desktop" >"$share/applications/desktop-crm.desktop"
cp "$here/share/desktop-crm-mime.xml" "$share/mime/packages/desktop-crm.xml"
for size in 16 24 32 48 64 128 256 512; do
  mkdir -p "$share/icons/hicolor/${size}x${size}/apps"
  cp "$here/share/icons/app-$size.png" "$share/icons/hicolor/${size}x${size}/apps/desktop-crm.png"
done
refresh
