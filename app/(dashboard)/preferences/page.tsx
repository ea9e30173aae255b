import type { Metadata } from "next";
import { PreferenceForm } from "@/components/notification/preference-form";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { ShortcutListButton } from "@/components/shell/shortcuts/list-button";
import { SingleKeySwitch } from "@/components/shell/shortcuts/single-key-switch";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import type { PersonActor } from "@/lib/core/access";
import { myPreferences } from "@/lib/registry/notification/preferences";
import { load } from "@/lib/web/load";
import { zonesWith } from "@/lib/web/time-zones";
import { setPreferencesAction } from "./actions";

export const metadata: Metadata = { title: "Preferences" };

export default async function PreferencesPage() {
  const { actor, tenant } = await pageViewer();
  return (
    <>
      <PageHeader title="Preferences" />
      <Section
        title="Notifications"
        description={`What ${tenant.name} tells ${actor.email}, and when. A release that waits for your signature reaches you at least in the daily digest.`}
      >
        <Streamed
          section={Notifications({ actor })}
          fallback={<TableSkeleton columns={5} label="Loading your choices" />}
        />
      </Section>
      <Section title="Keyboard" id="keyboard" description="Keys that do something wherever no field has the focus.">
        <SingleKeySwitch />
        <ShortcutListButton className="mt-2" />
      </Section>
    </>
  );
}

async function Notifications({ actor }: { actor: PersonActor }) {
  const found = await load(myPreferences(actor));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref="/preferences" />;
  return (
    <PreferenceForm preferences={found.data} timeZones={zonesWith(found.data.timeZone)} action={setPreferencesAction} />
  );
}
