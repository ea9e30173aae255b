/** How the first release comes about, to copy into a terminal. */
export const FIRST_RELEASE = `export READINESS_SERVER=http://localhost:3000
export READINESS_TOKEN=rdy_…
npx readiness release create --service service-api --environment production --version 2025.10.01`;
