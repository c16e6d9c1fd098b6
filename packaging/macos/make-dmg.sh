#!/bin/sh
# Puts "Desktop CRM.app" into a disk image. NOT TESTED YET; neither signed nor notarised.
# First `python3 packaging/dev.py build`, then this; the result is in dist/.
set -eu
cd "$(dirname "$0")/../.."
app="dist/Desktop CRM.app"
[ -d "$app" ] || { echo "$app is missing: run python3 packaging/dev.py build first" >&2; exit 1; }
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" LICENSE THIRD_PARTY.md "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Desktop CRM" -srcfolder "$stage" -ov -format UDZO "dist/desktop-crm-macos-$(uname -m).dmg"
