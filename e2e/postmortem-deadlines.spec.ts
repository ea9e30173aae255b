import type { PersonActor } from "@/lib/core/access";
import { declareIncident } from "@/lib/registry/incident/declare";
import { resolveIncident } from "@/lib/registry/incident/resolve";
import { takeRole } from "@/lib/registry/incident/take-role";
import { beginPostmortem } from "@/lib/registry/postmortem/begin";
import { publishPostmortem } from "@/lib/registry/postmortem/publish";
import { remindOfPostmortems } from "@/lib/registry/postmortem/remind";
import { savePostmortem } from "@/lib/registry/postmortem/save";
import { expect, test } from "./fixtures";
import { mailTo } from "./support/mail";
import { actorOf, newPerson, otherTenant, serviceOf } from "./support/registry";
import { visit } from "./support/visit";

const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);

/** An incident that was resolved so many hours ago, and whose postmortem was published 20 hours after that, or not. */
async function resolved(commander: PersonActor, service: string, hours: number, isPublished = false): Promise<void> {
  const at = (when: Date) => ({ actor: commander, clock: () => when });
  const impact = "One request in five failed.";
  const declared = { service, severity: "sev2", title: `Resolved ${hours} hours ago`, impact };
  const { id: incidentId } = await declareIncident(at(ago(hours + 1)), declared);
  await takeRole(at(ago(hours + 1)), { incidentId, role: "commander" });
  await resolveIncident(at(ago(hours)), { incidentId });
  if (!isPublished) return;
  const written = at(ago(hours - 20));
  const { revision: basedOn } = await beginPostmortem(written, { incidentId });
  const fields = { rootCause: ["The pool was too small."], mitigations: ["Restarted the workers."] };
  const { revision } = await savePostmortem(written, { incidentId, basedOn, fields });
  await publishPostmortem(written, { incidentId, revision });
}

test("a postmortem is overdue from 48 hours after the resolution until it is published, and from 72 hours until it is completed", async ({
  as,
  registry,
}) => {
  const { admin } = await otherTenant();
  const there = { ...registry, admin };
  const leading = await newPerson(there, "Cora Commander", ["incident-commander"]);
  const boarding = await newPerson(there, "Bert Board", ["change-board"]);
  const commander = await actorOf(leading);
  const service = await serviceOf(admin);
  await resolved(commander, service, 73, true);
  await resolved(commander, service, 71, true);
  await resolved(commander, service, 49);
  await resolved(commander, service, 47);
  await remindOfPostmortems(admin.tenantId, new Date());

  const board = await as(boarding);
  await visit(board, "/");
  const owed = board.getByRole("region", { name: /^Postmortems owed/ }).getByRole("listitem");
  await expect(owed.filter({ hasText: "Resolved 73 hours ago" })).toContainText(/Complete the review.*overdue by 1 h/);
  await expect(owed.filter({ hasText: "Resolved 49 hours ago" })).toContainText(/Publish.*overdue by 1 h/);
  await expect(owed).toHaveCount(2);

  const own = await as(leading);
  await visit(own, "/");
  const due = own.getByRole("region", { name: /^Postmortems owed/ }).getByRole("listitem");
  await expect(due.filter({ hasText: "Resolved 71 hours ago" })).toContainText(/Complete the review.*due in/);
  await expect(due.filter({ hasText: "Resolved 47 hours ago" })).toContainText(/Publish.*due in/);
  await expect(due).toHaveCount(4);

  await test.step("those who lead are told, and the mail leads to the postmortem", async () => {
    const mail = await mailTo(boarding.email, /^Postmortem is overdue: INC-\d+ Resolved 49 hours ago/);
    expect(mail.text).toContain("/postmortem");
    await mailTo(leading.email, /^Postmortem is due within .* Resolved 47 hours ago/);
  });
});
