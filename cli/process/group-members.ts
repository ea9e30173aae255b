import { readdir, readFile } from "node:fs/promises";

/**
 * Whether a process of the group still runs. In a container whose first process collects nobody, the dead keep their
 * numbers for ever: where there is a /proc, they do not count.
 */
export async function hasLivingMember(groupId: number): Promise<boolean> {
  if (!takesSignals(groupId)) return false;
  const ids = await readdir("/proc").catch(() => null);
  if (!ids?.includes("self")) return true;
  for (const id of ids) {
    if (/^\d+$/.test(id) && (await isLivingMember(id, groupId))) return true;
  }
  return false;
}

function takesSignals(groupId: number): boolean {
  try {
    process.kill(-groupId, 0);
    return true;
  } catch (error) {
    // Somebody else's process (set-uid) is in the group and lives.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** `pid (name) state parent group …`, where the name may hold anything. */
async function isLivingMember(id: string, groupId: number): Promise<boolean> {
  const text = await readFile(`/proc/${id}/stat`, "utf8").catch(() => "");
  const [state, , group] = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return Number(group) === groupId && state !== "Z" && state !== "X";
}
