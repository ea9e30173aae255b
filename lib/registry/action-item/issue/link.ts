import { z } from "zod";
import { actionItemIssue } from "@/db/schema/action-item";
import { issueOf, pagesOrigin } from "@/lib/core/action-item/issue-url";
import { DomainError, invalid } from "@/lib/core/errors";
import { doneByColumns, requireReach } from "../../actor-columns";
import { command } from "../../command";
import { lockItem, subjectsOf } from "../find";
import { issueName } from "../view";
import { queueSync } from "./ask-sync";
import { linkedRepositories, notLinked, requireUntracked } from "./place";

/** Tracks an item in an issue that is there already. From then on either side follows the other. */
export const linkIssue = command({
  name: "action-item.link-issue",
  permission: "action-item:manage",
  input: z.strictObject({ actionItemId: z.uuid(), url: z.string().trim().max(2000) }),
  async run(scope, { actionItemId, url }) {
    const { tx, actor, now } = scope;
    const item = await lockItem(tx, actor, actionItemId);
    const named = issueOf(url);
    if (!named) throw invalid("url", "is the address of an issue, such as https://github.com/acme/shop/issues/12");
    const { origin, repository, number } = named;
    const place = (await linkedRepositories(tx, actor.tenantId)).find(
      ({ apiUrl, link }) => link.repository === repository && apiUrl !== null && pagesOrigin(apiUrl) === origin,
    );
    if (!place) throw notLinked(repository);
    requireReach(actor, { serviceId: place.link.serviceId });
    await requireUntracked(scope, item);
    const { integrationId } = place;
    const key = { tenantId: actor.tenantId, actionItemId: item.id };
    const row = { ...key, integrationId, repository, number, state: "linked" as const, linkedAt: now };
    const address = `${origin}/${repository}/issues/${number}`;
    const made = await tx
      .insert(actionItemIssue)
      .values({ ...row, url: address, ...doneByColumns(actor) })
      .onConflictDoNothing()
      .returning({ id: actionItemIssue.actionItemId });
    if (made.length === 0) throw new DomainError("conflict", `Another action item is tracked in ${issueName(row)}.`);
    await queueSync(scope, item.id);
    const data = { actionItem: item.id, title: item.title, integration: integrationId, issue: issueName(row) };
    const subjects = [...subjectsOf(item), integrationId];
    return { value: { id: item.id, issue: issueName(row) }, record: { kind: "action-item", subjects, data } };
  },
});
