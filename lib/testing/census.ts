import type pg from "pg";
import { asApp } from "./registry";

/** Tables that hold rows of a tenant. */
export const TENANT_TABLES = [
  "action_item",
  "action_item_issue",
  "approval_reminder",
  "approval_rule",
  "api_token",
  "break_glass",
  "calendar_feed",
  "checklist_confirmation",
  "dashboard_template",
  "calendar_entry",
  "decision",
  "delegation",
  "deployment",
  "deployment_request",
  "environment",
  "evidence_pack",
  "freeze_override",
  "group_role",
  "idempotency_key",
  "incident",
  "incident_entry",
  "incident_link",
  "incident_policy",
  "incident_role",
  "incident_service",
  "integration",
  "integration_link",
  "last_look",
  "ledger_entry",
  "ledger_head",
  "ledger_subject",
  "manifest",
  "manifest_draft",
  "membership",
  "metric_catalogue",
  "metrics_snapshot",
  "notification",
  "notification_channel",
  "notification_preference",
  "policy",
  "post_release_step",
  "postmortem",
  "postmortem_archive",
  "postmortem_review",
  "postmortem_revision",
  "postmortem_version",
  "readiness_day",
  "readiness_event",
  "rehearsal",
  "rehearsal_programme",
  "rehearsal_session",
  "release",
  "release_archive",
  "report_schedule",
  "review",
  "review_carry_over",
  "review_note",
  "review_sign_off",
  "review_snapshot",
  "rollback_readiness",
  "rollup_due",
  "scorecard",
  "search_document",
  "service",
  "signature",
  "stage_event",
  "stage_refusal",
  "suite_day",
  "test_case",
  "test_result",
  "test_run",
  "training_record",
  "verification_setting",
  "verification_window",
  "waiver",
  "waiver_request",
  "webhook_delivery",
] as const;
export type TenantTable = (typeof TENANT_TABLES)[number];

// Last use is noted for a token that was accepted, whatever it asked for.
const rowOf = (table: TenantTable) =>
  table === "api_token" ? "(to_jsonb(t) - 'last_used_at')::text" : "to_jsonb(t)::text";
const CENSUS = TENANT_TABLES.map(
  (
    table,
  ) => `select '${table}' as name, count(*) || ':' || md5(coalesce(string_agg(row, '|' order by row), '')) as digest
    from (select ${rowOf(table)} as row from ${table} t) r`,
).join(" union all ");

/** Everything that a tenant has, as one digest a table: equal before and after means that nothing changed. */
export async function census(web: pg.Pool, tenantId: string): Promise<Record<string, string>> {
  return asApp(web, { tenantId }, async (client) => {
    const { rows } = await client.query(CENSUS);
    return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
  });
}

export async function countOf(web: pg.Pool, tenantId: string, table: TenantTable): Promise<number> {
  return asApp(web, { tenantId }, async (client) => {
    const { rows } = await client.query(`select count(*)::int as n from ${table}`);
    return rows[0].n;
  });
}

export type LedgerRow = { index: number; body: Record<string, unknown>; command: string };

/** The tenant's ledger in its order, bodies parsed. */
export async function ledgerOf(web: pg.Pool, tenantId: string): Promise<LedgerRow[]> {
  return asApp(web, { tenantId }, async (client) => {
    const { rows } = await client.query("select idx::int, body, command from ledger_entry order by idx");
    return rows.map(({ idx, body, command }) => ({ index: idx, command, body: JSON.parse(body.toString("utf8")) }));
  });
}
