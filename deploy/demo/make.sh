#!/bin/sh
# Makes the event files of this folder anew from the public data sets that ATTRIBUTION.md names.
# The pseudonyms differ each time: their key is drawn at random and kept nowhere.
# Usage: deploy/demo/make.sh DATA_FOLDER
set -eu
if [ $# -ne 1 ] || [ ! -d "$1" ]; then
  echo "usage: $0 DATA_FOLDER (with aidev-agent-prs/ and git-histories/ in it)" >&2
  exit 2
fi
data=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
./mvnw -q -pl connectors/tools -am compile dependency:build-classpath \
  -Dmdep.outputFile=target/classpath.txt -Dmdep.includeScope=runtime
exec java -Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.plumbline.schema \
  -cp "connectors/tools/target/classes:$(cat connectors/tools/target/classpath.txt)" \
  dev.plumbline.tools.demo.DemoData "$data" deploy/demo
