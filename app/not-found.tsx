import { AuthFrame } from "@/components/shell/auth-frame";
import { ButtonLink } from "@/components/ui/button";

/** For addresses that no page has; records that are missing are told inside the dashboard. */
export default function NotFound() {
  return (
    <AuthFrame title="Not found" description="There is no page at this address.">
      <ButtonLink href="/">To the overview</ButtonLink>
    </AuthFrame>
  );
}
