import { startEmbedded } from "@/db/embedded/start";

/** A process that owns the embedded database of a folder, for tests that kill it: prints the addresses, then waits. */
const server = await startEmbedded({ home: process.argv[2] });
console.log(JSON.stringify({ ownerUrl: server.ownerUrl, adopted: server.adopted }));
setInterval(() => {}, 60_000);
