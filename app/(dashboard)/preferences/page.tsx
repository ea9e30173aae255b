import type { Metadata } from "next";
import { PreferenceForm } from "@/components/notification/preference-form";
import { LoadFailure } from "@/components/page/load-failure";
import { PageHeader } from "@/components/ui/page-header";
import { pageViewer } from "@/lib/auth/page-actor";
import { myPreferences } from "@/lib/registry/notification/preferences";
import { load } from "@/lib/web/load";
import { setPreferencesAction } from "./actions";

export const metadata: Metadata = { title: "Notification preferences" };

export default async function PreferencesPage() {
  const { actor, tenant } = await pageViewer();
  const found = await load(myPreferences(actor));
  return (
    <>
      <PageHeader
        title="Notification preferences"
        description={`What ${tenant.name} tells ${actor.email}, and when. A release that waits for your signature reaches you at least in the daily digest.`}
      />
      {found.ok ? (
        <PreferenceForm
          preferences={found.data}
          timeZones={zonesWith(found.data.timeZone)}
          action={setPreferencesAction}
        />
      ) : (
        <LoadFailure failure={found.failure} retryHref="/preferences" />
      )}
    </>
  );
}

/** Every zone that this server knows, UTC first; the one chosen is there even if it has another name by now. */
function zonesWith(chosen: string): string[] {
  return [...new Set(["UTC", chosen, ...Intl.supportedValuesOf("timeZone")])];
}
