CREATE TABLE "review" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"completed_by_id" uuid,
	"completed_by_name" text,
	"conclusion" text,
	"snapshot_digest" text,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "review_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "review_quarter" UNIQUE("tenant_id","quarter"),
	CONSTRAINT "review_quarter_text" CHECK ("quarter" ~ '^2[0-9]{3}-Q[1-4]$'),
	-- Completed is completed with everything that belongs to it, or it is open.
	CONSTRAINT "review_completed" CHECK (num_nonnulls("completed_at", "completed_by_id", "completed_by_name", "snapshot_digest") = CASE WHEN "state" = 'completed' THEN 4 ELSE 0 END)
);
--> statement-breakpoint
CREATE TABLE "review_snapshot" (
	"tenant_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"content" jsonb NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_snapshot_tenant_id_review_id_digest_pk" PRIMARY KEY("tenant_id","review_id","digest"),
	FOREIGN KEY ("tenant_id", "review_id") REFERENCES "review"
);
--> statement-breakpoint
CREATE TABLE "review_note" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "review_note_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	FOREIGN KEY ("tenant_id", "review_id") REFERENCES "review"
);
--> statement-breakpoint
CREATE INDEX "review_note_of" ON "review_note" USING btree ("tenant_id","review_id","at","id");--> statement-breakpoint
CREATE TABLE "review_sign_off" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"person_id" uuid NOT NULL,
	"printed_name" text NOT NULL,
	"email" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_sign_off_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "review_sign_off_once" UNIQUE("tenant_id","review_id","person_id","digest"),
	FOREIGN KEY ("tenant_id", "review_id", "digest") REFERENCES "review_snapshot"
);
--> statement-breakpoint
CREATE INDEX "review_sign_off_of" ON "review_sign_off" USING btree ("tenant_id","review_id","signed_at","id");--> statement-breakpoint
CREATE TABLE "review_carry_over" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"action_item_id" uuid NOT NULL,
	"title" text NOT NULL,
	"due_before" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"justification" text NOT NULL,
	"mitigation" text NOT NULL,
	"person_id" uuid NOT NULL,
	"person_name" text NOT NULL,
	"email" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_carry_over_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	FOREIGN KEY ("tenant_id", "review_id") REFERENCES "review",
	FOREIGN KEY ("tenant_id", "action_item_id") REFERENCES "action_item"
);
--> statement-breakpoint
CREATE INDEX "review_carry_over_of" ON "review_carry_over" USING btree ("tenant_id","review_id","signed_at","id");--> statement-breakpoint
-- What a review and the analytics of incidents ask of a period.
CREATE INDEX "waiver_granted" ON "waiver" USING btree ("tenant_id","granted_at");--> statement-breakpoint
CREATE INDEX "stage_event_rollout" ON "stage_event" USING btree ("tenant_id","at") WHERE stage = 'production';--> statement-breakpoint
SELECT isolate_table('review');
SELECT isolate_table('review_snapshot');
SELECT isolate_table('review_note');
SELECT isolate_table('review_sign_off');
SELECT isolate_table('review_carry_over');
GRANT UPDATE ("state", "completed_at", "completed_by_id", "completed_by_name", "conclusion", "snapshot_digest") ON "review" TO readiness_app;
