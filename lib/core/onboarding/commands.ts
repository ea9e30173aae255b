/** What the commands of the first steps are about. `server`: address without a slash at its end. */
export type FirstPlace = { server: string; service: string; environment: string };

/** Stands where a token has to be filled in. */
export const TOKEN_PLACEHOLDER = "rdy_…";
const VERSION = "1.0.0";
/** Where there is no git: its hash of an empty folder. */
const NO_COMMIT = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** Settings of the terminal that the other two commands are run in. Shell text for any POSIX shell. */
export function connectCommand({ server }: Pick<FirstPlace, "server">, token: string | null): string {
  return `export READINESS_SERVER=${server}
export READINESS_TOKEN=${token ?? TOKEN_PLACEHOLDER}
export COMMIT=$(git rev-parse HEAD 2>/dev/null || echo ${NO_COMMIT})`;
}

/** Sends the scorecard of a run in which everything passed, dated now. Needs curl. */
export function runCommand({ service, environment }: FirstPlace): string {
  return `curl -sS --fail-with-body "$READINESS_SERVER/api/v1/scorecards" \\
  -H "Authorization: Bearer $READINESS_TOKEN" -H "Content-Type: application/json" -d @- <<END
{ "service": "${service}", "environment": "${environment}", "commit": "$COMMIT",
  "document": { "release": "${VERSION}", "generated_at": "$(date -u +%Y-%m-%dT%H:%M:%SZ)", "suites": [
    { "name": "unit", "status": "passed", "duration": 41.2 },
    { "name": "integration", "status": "passed", "duration": 312.5, "success_rate": 0.996, "flake_rate": 0.004 },
    { "name": "end-to-end", "status": "passed", "duration": 180.4 },
    { "name": "performance", "status": "passed", "duration": 95.1, "p95_latency_ms": 174 },
    { "name": "security", "status": "passed", "duration": 22.8,
      "vulnerabilities": { "critical": 0, "high": 0, "medium": 0, "low": 0 } } ] } }
END`;
}

/** Registers the release of this commit and asks the gate whether it may ship. Safe to repeat. Needs curl. */
export function askCommand({ service, environment }: FirstPlace): string {
  return `RELEASE=$(curl -sS --fail-with-body "$READINESS_SERVER/api/v1/releases" \\
  -H "Authorization: Bearer $READINESS_TOKEN" -H "Content-Type: application/json" -H "Idempotency-Key: first-$COMMIT" \\
  -d '{ "service": "${service}", "environment": "${environment}", "version": "${VERSION}", "commit": "'$COMMIT'" }' |
  grep -o '"id":"[^"]*"' | head -n 1 | cut -d '"' -f 4)
curl -sS --fail-with-body -X POST "$READINESS_SERVER/api/v1/releases/$RELEASE/gate" \\
  -H "Authorization: Bearer $READINESS_TOKEN" | grep -oE '"(verdict|summary)":"[^"]*"'`;
}
