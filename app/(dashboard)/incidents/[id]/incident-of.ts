import { cache } from "react";
import type { Actor } from "@/lib/core/access";
import { incidentDetail } from "@/lib/registry/incident/queries";
import { load } from "@/lib/web/load";

/** The incident, read once for the page and its title. */
export const incidentOf = cache((actor: Actor, id: string) => load(incidentDetail(actor, id)));
