ALTER TABLE "test_result" ADD COLUMN "environment_id" uuid;--> statement-breakpoint
-- The owner of the tables sees no tenant's rows either; for this one statement it must.
ALTER TABLE "test_result" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "test_run" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "test_result" r SET "environment_id" = run."environment_id" FROM "test_run" run WHERE run."tenant_id" = r."tenant_id" AND run."id" = r."test_run_id";--> statement-breakpoint
ALTER TABLE "test_run" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "test_result" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "test_result" ALTER COLUMN "environment_id" SET NOT NULL;
