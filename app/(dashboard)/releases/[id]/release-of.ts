import { cache } from "react";
import type { Actor } from "@/lib/core/access";
import { releaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";

/** The release of this request, read once for its page and its title. */
export const releaseOf = cache((actor: Actor, id: string) => load(releaseDetail(actor, id)));
