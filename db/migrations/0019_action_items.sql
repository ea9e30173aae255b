ALTER TABLE "action_item" ADD COLUMN "priority" text DEFAULT 'medium' NOT NULL CHECK ("priority" IN ('high', 'medium', 'low'));--> statement-breakpoint
-- One item for each record was enough until postmortems, which have several follow-ups.
ALTER TABLE "action_item" ADD COLUMN "origin_item" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "action_item" ADD COLUMN "links" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "action_item" ADD COLUMN "reminder" text;--> statement-breakpoint
ALTER TABLE "action_item" DROP CONSTRAINT "action_item_origin";--> statement-breakpoint
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_origin" UNIQUE("tenant_id","origin_kind","origin_id","origin_item");--> statement-breakpoint
CREATE INDEX "action_item_closed" ON "action_item" USING btree ("tenant_id","closed_at","id") WHERE closed_at is not null;--> statement-breakpoint
CREATE TABLE "action_item_issue" (
	"tenant_id" uuid NOT NULL,
	"action_item_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"repository" text NOT NULL,
	"number" integer,
	"url" text,
	"state" text NOT NULL,
	"asked_at" timestamp (3) with time zone,
	"item_title" text,
	"issue_title" text,
	"agreed_state" text,
	"told_at" timestamp (3) with time zone,
	"assignees" jsonb DEFAULT '[]' NOT NULL,
	"trouble" text,
	"synced_at" timestamp (3) with time zone,
	"busy_until" timestamp (3) with time zone,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "action_item_issue_tenant_id_action_item_id_pk" PRIMARY KEY("tenant_id","action_item_id"),
	-- An issue that is opened has no number yet; one that is linked has.
	CONSTRAINT "action_item_issue_number" CHECK ("state" = 'opening' OR ("number" IS NOT NULL AND "url" IS NOT NULL)),
	FOREIGN KEY ("tenant_id", "action_item_id") REFERENCES "action_item",
	FOREIGN KEY ("tenant_id", "integration_id") REFERENCES "integration"
);
--> statement-breakpoint
-- Two items of one issue would contradict each other.
CREATE UNIQUE INDEX "action_item_issue_once" ON "action_item_issue" USING btree ("tenant_id","integration_id","repository","number");--> statement-breakpoint
SELECT isolate_table('action_item_issue');
GRANT DELETE ON "action_item_issue" TO readiness_app;
GRANT UPDATE ("repository", "number", "url", "state", "asked_at", "item_title", "issue_title", "agreed_state", "told_at", "assignees", "trouble", "synced_at", "busy_until") ON "action_item_issue" TO readiness_app;
GRANT UPDATE ("title", "detail", "service_id", "priority", "links", "reminder") ON "action_item" TO readiness_app;
