-- Up to where each person has seen what happens. A bookmark of the reader's own, and no governed record.
-- Places are sizes of the tenant's ledger, which grows in the order of commits: nothing slips between two looks.
CREATE TABLE "last_look" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since_at" timestamp (3) with time zone NOT NULL,
	"since_size" bigint NOT NULL,
	"looked_at" timestamp (3) with time zone NOT NULL,
	"looked_size" bigint NOT NULL,
	CONSTRAINT "last_look_tenant_id_person_id_pk" PRIMARY KEY("tenant_id","person_id"),
	CONSTRAINT "last_look_forwards" CHECK ("since_at" <= "looked_at" AND 0 <= "since_size" AND "since_size" <= "looked_size")
);
--> statement-breakpoint
SELECT isolate_table('last_look');
GRANT UPDATE ("since_at", "since_size", "looked_at", "looked_size") ON "last_look" TO readiness_app;
--> statement-breakpoint
-- The members of an entry's body that can be read; null for a body that somebody has overwritten with anything else.
CREATE FUNCTION ledger_body(p_body bytea) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN convert_from(p_body, 'UTF8')::jsonb; EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$;
--> statement-breakpoint
-- What concerns one person: releases that they made or signed, incidents that they declared or answered, waivers.
CREATE INDEX "release_by" ON "release" USING btree ("tenant_id","by_id","created_at");--> statement-breakpoint
CREATE INDEX "incident_by" ON "incident" USING btree ("tenant_id","by_id","declared_at");--> statement-breakpoint
CREATE INDEX "incident_role_ever" ON "incident_role" USING btree ("tenant_id","person_id","since");--> statement-breakpoint
CREATE INDEX "waiver_by" ON "waiver" USING btree ("tenant_id","granted_by_id","granted_at");--> statement-breakpoint
CREATE INDEX "waiver_request_by" ON "waiver_request" USING btree ("tenant_id","by_id","requested_at");
SELECT 1;
