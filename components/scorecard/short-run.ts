/** A run without an id of its own carries its digest, of which the start tells enough. */
export const shortRun = (runId: string): string => (runId.startsWith("sha256:") ? runId.slice(0, 19) : runId);
