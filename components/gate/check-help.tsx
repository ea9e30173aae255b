import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import type { CheckId } from "@/lib/core/gate/check-ids";
import { CHECK_TITLES } from "@/lib/core/gate/checks/titles";
import { CHECK_HELP, ruleAnchor } from "@/lib/core/gate/help";

/** What a check is about, folded until somebody asks; no evidence, so that paper goes without it. */
export function CheckHelp({ id }: { id: CheckId }) {
  const { means, why, clear } = CHECK_HELP[id];
  return (
    <div data-no-print="">
      <Details
        className="text-sm"
        summary={
          <span className="font-normal text-muted">
            What is this? <span className="sr-only">{CHECK_TITLES[id]}</span>
          </span>
        }
      >
        <dl className="grid max-w-prose gap-x-4 gap-y-1 border-s-2 ps-3 sm:grid-cols-[auto_1fr]">
          <Line term="Asks">{means}</Line>
          <Line term="Why">{why}</Line>
          <Line term="To clear it">{clear}</Line>
          <Line term="Rule">
            {/* In a tab of its own, so that what somebody has begun to write on the release stays. */}
            <TextLink external href={`/settings/policy#${ruleAnchor(id)}`}>
              Limit in the policy in force
            </TextLink>
          </Line>
        </dl>
      </Details>
    </div>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
