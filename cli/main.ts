import { guardProcess } from "./guard";
import { processIo } from "./io";
import { runCli } from "./program";

guardProcess(process);
process.exitCode = await runCli(process.argv.slice(2), processIo());
