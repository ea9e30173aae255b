import { readFileSync } from "node:fs";

interface Link {
  pid: number;
  parent: number;
}

const maxLinks = 8;

/**
 * Calls `gone` when a process between us and the `npm` that launched us has died: kill -9 of npm reaches none of its
 * children. Without /proc only our own parent is watched.
 */
export function watchLauncher(gone: () => void): void {
  const chain = launchChain();
  const timer = setInterval(() => {
    if (chain.every(({ pid, parent }) => parentOf(pid) === parent)) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

function launchChain(): Link[] {
  const links: Link[] = [{ pid: process.pid, parent: process.ppid }];
  if (!process.env.npm_lifecycle_event) return links;
  const chain = [...links];
  for (let pid = process.ppid; chain.length < maxLinks; ) {
    if (isNpm(pid)) return chain;
    const parent = parentOf(pid);
    if (!parent || parent === 1) return links;
    chain.push({ pid, parent });
    pid = parent;
  }
  return links;
}

function parentOf(pid: number): number | undefined {
  if (pid === process.pid) return process.ppid;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

function isNpm(pid: number): boolean {
  try {
    return /^npm\b|npm-cli\.js/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "));
  } catch {
    return false;
  }
}
