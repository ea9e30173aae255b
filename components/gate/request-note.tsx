import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";

export type RequestOfCheck = {
  id: string;
  checkId: string;
  finding: string | null;
  requestedBy: string;
  requestedAt: string;
  expiresAt: string;
  justification: string;
  mitigation: string;
};

/** Somebody has asked for a waiver here: who, when, and the way to what they asked. */
export function RequestNote({ request, now }: { request: RequestOfCheck; now: string }) {
  return (
    <p className="text-sm [overflow-wrap:anywhere]">
      <TextLink href={`/waivers/requests/${request.id}`}>
        Waiver requested by {request.requestedBy}
        {request.finding && ` for ${request.finding}`}
      </TextLink>{" "}
      <Instant at={request.requestedAt} now={now} className="text-muted" />
    </p>
  );
}
