import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";

export type WaiverOfCheck = { id: string; grantedBy: string; expiresAt: string; finding: string | null };

export function WaiverNote({ waiver, now }: { waiver: WaiverOfCheck; now: string }) {
  return (
    <p className="text-sm [overflow-wrap:anywhere]">
      <TextLink href={`/waivers/${waiver.id}`}>Waiver of {waiver.grantedBy}</TextLink>
      {waiver.finding && ` for ${waiver.finding}`},{" "}
      <Instant at={waiver.expiresAt} now={now} prefix="expires" className="text-muted" />
    </p>
  );
}
