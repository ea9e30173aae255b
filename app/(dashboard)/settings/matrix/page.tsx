import type { Metadata } from "next";
import { AddServiceRowDialog, ApprovalRolesDialog } from "@/components/matrix/approval-roles-dialog";
import { CallOffDialog, DropRowDialog } from "@/components/matrix/drop-row-dialog";
import { MatrixHistory } from "@/components/matrix/matrix-history";
import { MatrixTable } from "@/components/matrix/matrix-table";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/section";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import {
  type ApprovalMatrix,
  approvalMatrix,
  type EnvironmentMatrix,
  type RowView,
} from "@/lib/registry/environment/matrix-queries";
import { type Loading, load } from "@/lib/web/load";
import { cancelApprovalChangeAction, dropApprovalRowAction, setApprovalRolesAction } from "./actions";

export const metadata: Metadata = { title: "Approval matrix" };

const PATH = "/settings/matrix";

export default async function MatrixPage() {
  const { actor } = await pageViewer();
  const manages = can(actor, "environment:manage");
  const matrix = load(approvalMatrix(actor));
  const managers = rolesWith("environment:manage").join(" or ");
  return (
    <SettingsFrame
      current={PATH}
      description={
        <>
          Who must sign before a release enters an environment. One person counts for one role. A service can have roles
          of its own, which replace those of the environment.
          {!manages && ` Changing it takes the role ${managers}.`}
        </>
      }
    >
      <Streamed
        section={Environments({ matrix, manages })}
        fallback={<TableSkeleton columns={manages ? 5 : 4} label="Loading the matrix" />}
      />
    </SettingsFrame>
  );
}

type EnvironmentsProps = { matrix: Loading<typeof approvalMatrix>; manages: boolean };

async function Environments({ matrix: pending, manages }: EnvironmentsProps) {
  const matrix = await pending;
  if (!matrix.ok) return <LoadFailure failure={matrix.failure} retryHref={PATH} />;
  const { environments, policyRoles } = matrix.data;
  return (
    <>
      {policyRoles && (
        <Alert tone="info" title="The gate policy asks for other roles" className="mb-4">
          {policyRoles.join(", ")} must sign for every environment, whatever stands here.
        </Alert>
      )}
      {environments.map((each) => (
        <EnvironmentSection key={each.id} environment={each} matrix={matrix.data} manages={manages} />
      ))}
    </>
  );
}

type EnvironmentProps = { environment: EnvironmentMatrix; matrix: ApprovalMatrix; manages: boolean };

function EnvironmentSection({ environment, matrix, manages }: EnvironmentProps) {
  const { slug, isProduction, own, services } = environment;
  const { holders, trainings, services: all } = matrix;
  const dialog = { choices: { holders, trainings, services: all }, action: setApprovalRolesAction };
  const taken = services.flatMap(({ serviceId }) => (serviceId ? [serviceId] : []));
  const actionsOf = (row: RowView) => (
    <>
      <ApprovalRolesDialog row={row} {...dialog} />
      {row.serviceId && row.current && <DropRowDialog row={row} action={dropApprovalRowAction} />}
    </>
  );
  const calledOffBy = (row: RowView, at: string) => (
    <CallOffDialog row={row} at={at} action={cancelApprovalChangeAction} />
  );
  return (
    <Section
      title={
        <>
          {slug} {isProduction && slug !== "production" && <Badge tone="accent">production</Badge>}
        </>
      }
      actions={
        manages && all.length > taken.length && <AddServiceRowDialog environment={own} taken={taken} {...dialog} />
      }
    >
      <MatrixTable
        environment={environment}
        matrix={matrix}
        actionsOf={manages ? actionsOf : undefined}
        calledOffBy={manages ? calledOffBy : undefined}
      />
      <MatrixHistory environment={environment} now={matrix.now} />
    </Section>
  );
}
