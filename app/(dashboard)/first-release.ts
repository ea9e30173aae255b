import { env } from "@/lib/env";

/** How the first release comes about, to copy into a terminal. */
export function firstRelease(): string {
  return `export READINESS_SERVER=${env().NEXTAUTH_URL ?? "http://localhost:3000"}
export READINESS_TOKEN=rdy_…
npx readiness release create --service service-api --environment production --version 2025.10.01`;
}
