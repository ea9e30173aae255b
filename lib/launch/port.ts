import net from "node:net";

/** Who listens on the port: nobody, another Readiness, or some other program. */
export async function portUser(port: number): Promise<"nobody" | "readiness" | "another program"> {
  if (await isFree(port)) return "nobody";
  return (await isReadiness(port)) ? "readiness" : "another program";
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else if (error.code === "EACCES") reject(new Error(`This account may not listen on port ${port}. Set PORT.`));
      else reject(error);
    });
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

async function isReadiness(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(3000) });
    return (await response.text()) === '{"status":"up"}';
  } catch {
    return false;
  }
}
