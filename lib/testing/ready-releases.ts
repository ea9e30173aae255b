import { requestBreakGlass } from "@/lib/registry/break-glass/request";
import { createCalendarEntry } from "@/lib/registry/calendar/create";
import { putManifest } from "@/lib/registry/manifest/put";
import { requestWaiver } from "@/lib/registry/waiver/request";
import { freezeInput } from "./calendar-records";
import { breakGlassWish } from "./deployment-records";
import { manifestDocument } from "./documents";
import type { ReadyCalls, ReadyPlace } from "./ready-calls";
import { requestInput } from "./rehearsal-records";
import { newRelease } from "./release";
import { confirmed, newPerson } from "./tenant";

/**
 * A release on its way with nothing but a manifest, for which a break-glass waits for the second person and a waiver was
 * asked; and freezes of its service that are in force, one for each way to end or pass one.
 */
export async function readyReleases({ tenant, pipeline, caller, serviceId }: ReadyPlace): Promise<ReadyCalls> {
  const release = await newRelease(pipeline);
  const releaseId = release.id;
  await putManifest({ actor: pipeline }, { releaseId, content: manifestDocument(release) });
  const engineer = await newPerson(tenant, ["release-engineer"], "Ren Urgent");
  const { id: breakGlassId } = await requestBreakGlass(confirmed(engineer), { releaseId, ...breakGlassWish });
  const asked = await requestWaiver({ actor: caller }, requestInput(releaseId, "rehearsal.fresh"));
  const freeze = async (name: string) => {
    const input = freezeInput(24, { name, serviceId });
    return (await createCalendarEntry({ actor: tenant.admin }, input)).id;
  };
  return {
    "break-glass.confirm": { change: { breakGlassId } },
    "checklist.confirm": { change: { releaseId } },
    "waiver.request": { change: { scope: { releaseId } } },
    "waiver.withdraw-request": { change: { requestId: asked.id } },
    "calendar.change": { change: { calendarId: await freeze("To be changed"), serviceId } },
    "calendar.end": { change: { calendarId: await freeze("To be ended") } },
    "freeze.override": { change: { releaseId, calendarId: await freeze("To be overridden") } },
  };
}
