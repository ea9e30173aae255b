import type { PersonActor } from "@/lib/core/access";
import { declareIncident } from "@/lib/registry/incident/declare";
import { linkIncident } from "@/lib/registry/incident/link";
import { resolveIncident } from "@/lib/registry/incident/resolve";
import { takeRole } from "@/lib/registry/incident/take-role";
import type { ReadyCalls, ReadyPlace } from "./ready-calls";
import { newPerson, type TestTenant } from "./tenant";

/** An incident for each command, in the state in which it succeeds. None is so severe that it blocks a gate. */
export async function readyIncident({ tenant, caller: actor }: ReadyPlace): Promise<ReadyCalls> {
  const declared = async () => ({ incidentId: await declare(tenant, actor) });
  const resolved = async () => {
    const { incidentId } = await declared();
    await resolveIncident({ actor }, { incidentId });
    return { incidentId };
  };
  const commanded = async () => {
    const { incidentId } = await declared();
    await takeRole({ actor }, { incidentId, role: "commander" });
    return { incidentId };
  };
  const linked = await declared();
  const page = { ...linked, kind: "url", url: "https://status.example.com" };
  const { id: linkId } = await linkIncident({ actor }, page);
  const { id: personId } = await newPerson(tenant, ["incident-commander"], "Ines Next");
  return {
    "incident.acknowledge": { change: await declared() },
    "incident.move": { change: await declared() },
    "incident.resolve": { change: await declared() },
    "incident.reopen": { change: await resolved() },
    "incident.close": { change: await resolved() },
    "incident.take-role": { change: await declared() },
    "incident.hand-over-role": { change: { ...(await commanded()), personId } },
    "incident.leave-role": { change: await commanded() },
    "incident.change-severity": { change: await declared() },
    "incident.describe": { change: await declared() },
    "incident.set-affected-services": { change: await declared() },
    "incident.merge": { change: { ...(await declared()), intoId: (await declared()).incidentId } },
    "incident.link": { change: await declared() },
    "incident.unlink": { change: { ...linked, linkId } },
    "incident.attribute": { change: await declared() },
  };
}

async function declare({ service }: TestTenant, actor: PersonActor): Promise<string> {
  const incident = { service: service.slug, severity: "sev3", title: "It is slow" };
  return (await declareIncident({ actor }, incident)).id;
}
