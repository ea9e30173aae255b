import type { Actor } from "@/lib/core/access";
import { readAsked } from "./asked";
import { doraKeysOfPeriod } from "./delivery";
import { leadingNumbersOf } from "./leading";
import { suiteTrendsOf } from "./suites";
import { readinessTrendOf } from "./trend";
import type { DoraView, LeadingNumbers, ReadinessRequest, ReadinessTrend, SuiteTrends, WaiverOutlook } from "./view";
import { waiverOutlookOf } from "./waivers";

/** The five numbers of a period. `invalid` for a period, service or environment that there is not; so do all of these. */
export const leadingNumbers = (actor: Actor, request: ReadinessRequest): Promise<LeadingNumbers> =>
  readAsked(actor, request, leadingNumbersOf);

/** Readiness runs and first evaluations over the period. */
export const readinessTrend = (actor: Actor, request: ReadinessRequest): Promise<ReadinessTrend> =>
  readAsked(actor, request, readinessTrendOf);

/** Pass rate, flakiness and length of each suite over the period. */
export const suiteTrends = (actor: Actor, request: ReadinessRequest): Promise<SuiteTrends> =>
  readAsked(actor, request, suiteTrendsOf);

/** DORA's four keys of the period and of the one before. */
export const doraKeys = (actor: Actor, request: ReadinessRequest): Promise<DoraView> =>
  readAsked(actor, request, doraKeysOfPeriod);

/** Waivers in force by how long they still last. */
export const waiverOutlook = (actor: Actor, request: ReadinessRequest): Promise<WaiverOutlook> =>
  readAsked(actor, request, waiverOutlookOf);
