import { LinkIssueDialog, OpenIssueDialog, RetryDialog, UnlinkDialog } from "@/components/action-item/issue-dialogs";
import { IssueLink } from "@/components/action-item/issue-link";
import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Section } from "@/components/ui/section";
import { can, type PersonActor } from "@/lib/core/access";
import type { ActionItemDetail, IssueDetail } from "@/lib/registry/action-item/detail";
import { type RepositoryChoice, repositoryChoices } from "@/lib/registry/action-item/issue/choices";
import { load } from "@/lib/web/load";
import { linkIssueAction, openIssueAction, retryIssueAction, unlinkIssueAction } from "../actions";

type IssueSectionProps = { actor: PersonActor; item: ActionItemDetail };

/** Where the item is tracked at GitHub, and what can be done about it. */
export async function IssueSection({ actor, item }: IssueSectionProps) {
  const mayChange = can(actor, "action-item:manage");
  const isFree = item.issue === null || item.issue.state === "gone";
  const found = isFree && mayChange ? await load(repositoryChoices(actor)) : null;
  const repositories = found?.ok ? ownFirst(found.data, item.service) : [];
  if (!item.issue && repositories.length === 0) return null;
  return (
    <Section
      title="GitHub issue"
      id="issue"
      actions={
        <>
          {isFree && repositories.length > 0 && (
            <>
              {item.state === "open" && (
                <OpenIssueDialog actionItemId={item.id} repositories={repositories} action={openIssueAction} />
              )}
              <LinkIssueDialog actionItemId={item.id} action={linkIssueAction} />
            </>
          )}
          {!isFree && mayChange && <UnlinkDialog actionItemId={item.id} action={unlinkIssueAction} />}
        </>
      }
    >
      {item.issue ? (
        <Tracked issue={item.issue} item={item} mayChange={mayChange} />
      ) : (
        <p className="text-muted">It is tracked in no issue.</p>
      )}
    </Section>
  );
}

const ownFirst = (choices: readonly RepositoryChoice[], service: string | null): RepositoryChoice[] => [
  ...choices.filter((each) => each.service === service),
  ...choices.filter((each) => each.service !== service),
];

function Tracked({ issue, item, mayChange }: { issue: IssueDetail; item: ActionItemDetail; mayChange: boolean }) {
  const { assignees, trouble, syncedAt, linkedBy, linkedAt } = issue;
  return (
    <>
      {trouble && (
        <Alert
          tone="waiver"
          title="GitHub was not told"
          className="mb-3"
          actions={mayChange && <RetryDialog actionItemId={item.id} action={retryIssueAction} />}
        >
          {trouble} It is tried again.
        </Alert>
      )}
      <DefinitionList columns={3}>
        <Definition term="Issue">
          <IssueLink issue={issue} />
        </Definition>
        <Definition term="Assigned to">
          {assignees.length > 0 ? assignees.join(", ") : <span className="text-muted">nobody</span>}
        </Definition>
        <Definition term="Last compared">
          {syncedAt ? <Instant at={syncedAt} now={item.now} /> : <span className="text-muted">not yet</span>}
        </Definition>
        <Definition term="Linked">
          <Instant at={linkedAt} now={item.now} /> by {linkedBy}
        </Definition>
      </DefinitionList>
    </>
  );
}
