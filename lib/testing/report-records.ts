import { issueEvidencePack } from "@/lib/registry/evidence-pack/issue";
import { scheduleReport } from "@/lib/registry/report/schedule";
import type { TestTenant } from "./tenant";

/** An evidence pack of a release, and a weekly report on Mondays. */
export async function reportRecords({ admin }: TestTenant, releaseId: string): Promise<void> {
  await issueEvidencePack({ actor: admin }, { releaseId });
  await scheduleReport({ actor: admin }, { enabled: true, weekday: 1, hour: 8, timeZone: "UTC" });
}
