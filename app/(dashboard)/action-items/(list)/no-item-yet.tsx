import { NothingYet } from "@/components/ui/empty-state";

export function NoItemYet() {
  return (
    <NothingYet title="No action item is open">
      They are opened with a break-glass or a postmortem, by those who explain a deployment without approval; or by
      hand.
    </NothingYet>
  );
}
