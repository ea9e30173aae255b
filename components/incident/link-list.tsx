"use client";

import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextLink } from "@/components/ui/text-link";
import type { IncidentLinkView } from "@/lib/registry/incident/view";
import type { Action } from "@/lib/web/action";
import { LINK_WORDS } from "./words";

type LinkListProps = {
  links: readonly IncidentLinkView[];
  now: string;
  /** Null: the reader may not. */
  unlink: Action<unknown> | null;
};

export function LinkList({ links, now, unlink }: LinkListProps) {
  return (
    <ul className="divide-y border-y">
      {links.map(({ id, incidentId, kind, label, href, addedBy, addedAt }) => (
        <li key={id} className="flex items-center justify-between gap-x-3 py-1.5">
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <span className="text-muted text-sm">{LINK_WORDS[kind]}</span>{" "}
            <TextLink href={href} external={!href.startsWith("/")}>
              {label}
            </TextLink>
            <p className="text-muted text-sm">
              {addedBy}, <Instant at={addedAt} now={now} />
            </p>
          </div>
          {unlink && (
            <ConfirmDialog
              trigger={
                <Button size="sm" variant="ghost" aria-label={`Unlink ${label}`}>
                  Unlink…
                </Button>
              }
              title={`Unlink ${label}?`}
              description="That it was linked stays on the timeline."
              confirmLabel="Unlink"
              action={() => unlink({ incidentId, linkId: id })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
