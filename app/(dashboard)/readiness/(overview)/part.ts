import type { PersonActor } from "@/lib/core/access";
import type { ReadinessQuery } from "../query";

/** What every part of the page is given. */
export type PartProps = { actor: PersonActor; query: ReadinessQuery };
