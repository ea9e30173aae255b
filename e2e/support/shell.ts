import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

const END = "@@end@@";

/** One bash that stays open, as the terminal of somebody who follows a guide: variables live on between commands. */
export class Shell {
  private readonly bash: ChildProcessWithoutNullStreams;

  constructor(cwd: string, env: Record<string, string>) {
    this.bash = spawn("bash", ["--noprofile", "--norc"], { cwd, env: { ...process.env, ...env } });
    this.bash.stdout.setEncoding("utf8");
    this.bash.stderr.setEncoding("utf8");
  }

  /** Runs one command to its end. */
  run(command: string): Promise<{ code: number; output: string }> {
    return new Promise((resolve, reject) => {
      let output = "";
      const read = (text: string) => {
        output += text;
        const end = new RegExp(`${END}(\\d+)\\n`).exec(output);
        if (!end) return;
        this.bash.stdout.off("data", read);
        this.bash.off("exit", ended);
        resolve({ code: Number(end[1]), output: output.slice(0, end.index) });
      };
      const ended = () => reject(new Error(`the shell ended during: ${command}\n${output}`));
      this.bash.stdout.on("data", read);
      this.bash.once("exit", ended);
      this.bash.stdin.write(`${command} 2>&1\necho "${END}$?"\n`);
    });
  }

  close(): void {
    this.bash.stdin.end();
  }
}
