import type { Metadata } from "next";
import { MailStatus } from "@/components/notification/mail-status";
import { TestMailButton } from "@/components/notification/test-buttons";
import { Streamed } from "@/components/page/streamed";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NoPermission } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { TableSkeleton, TextSkeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { mailStatus } from "@/lib/web/notification-test";
import { readParams, type SearchParams } from "@/lib/web/search-params";
import { sendTestAction } from "./actions";
import { ChannelsSection } from "./channels-section";
import { DeliveriesSection } from "./deliveries-section";
import { ReportSection } from "./report-section";

export const metadata: Metadata = { title: "Notifications" };

const PATH = "/settings/notifications";

export default async function NotificationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const about = (
    <>
      Who is told what happens to releases. What reaches you yourself is in your{" "}
      <TextLink href="/preferences">notification preferences</TextLink>.
    </>
  );
  if (!can(actor, "notification:manage")) {
    return (
      <SettingsFrame current={PATH} description={about}>
        <NoPermission title="You cannot see the channels of this tenant">
          It takes the role {rolesWith("notification:manage").join(" or ")}.
        </NoPermission>
      </SettingsFrame>
    );
  }
  const mail = mailStatus();
  const query = await readParams(searchParams, ["deliveries", "after", "before"]);
  return (
    <SettingsFrame current={PATH} description={about}>
      <Section
        title="E-mail"
        actions={mail.state === "configured" && <TestMailButton email={actor.email} action={sendTestAction} />}
      >
        <MailStatus status={mail} />
      </Section>
      <Streamed
        section={ChannelsSection({ actor })}
        fallback={<TableSkeleton columns={4} rows={3} label="Loading channels" />}
      />
      <Streamed section={ReportSection({ actor })} fallback={<TextSkeleton lines={5} />} />
      <Streamed
        section={DeliveriesSection({ actor, query })}
        fallback={<TableSkeleton columns={5} label="Loading deliveries" />}
      />
    </SettingsFrame>
  );
}
