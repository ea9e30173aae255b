import { cache } from "react";
import type { Actor } from "@/lib/core/access";
import { manifestView } from "@/lib/registry/manifest/queries";
import { releaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";

/** The release of this request, read once for its page and its title. */
export const releaseOf = cache((actor: Actor, id: string) => load(releaseDetail(actor, id)));

/** Its manifest, compared with the revision of that number, for what signs it and what shows it. */
export const manifestOf = cache((actor: Actor, id: string, compare: string | undefined) =>
  load(manifestView(actor, id, compare ? Number(compare) : undefined)),
);
