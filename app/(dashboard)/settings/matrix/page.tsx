import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { ApprovalRolesDialog } from "@/components/settings/approval-roles-dialog";
import { MatrixTable } from "@/components/settings/matrix-table";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { Alert } from "@/components/ui/alert";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { approvalMatrix, type MatrixRow } from "@/lib/registry/environment/queries";
import { load } from "@/lib/web/load";
import { setApprovalRolesAction } from "./actions";

export const metadata: Metadata = { title: "Approval matrix" };

const PATH = "/settings/matrix";

export default async function MatrixPage() {
  const { actor } = await pageViewer();
  const manages = can(actor, "environment:manage");
  const matrix = await load(approvalMatrix(actor));
  const managers = rolesWith("environment:manage").join(" or ");
  return (
    <SettingsFrame
      current={PATH}
      description={
        <>
          Who must sign before a release enters an environment. One person counts for one role.
          {!manages && ` Changing it takes the role ${managers}.`}
        </>
      }
    >
      {!matrix.ok && <LoadFailure failure={matrix.failure} retryHref={PATH} />}
      {matrix.ok && (
        <>
          {matrix.data.policyRoles && (
            <Alert tone="info" title="The gate policy asks for other roles" className="mb-4">
              {matrix.data.policyRoles.join(", ")} must sign for every environment, whatever stands here.
            </Alert>
          )}
          <MatrixTable matrix={matrix.data} actionsOf={manages ? rowActions : undefined} />
        </>
      )}
    </SettingsFrame>
  );
}

function rowActions({ id, slug, roles }: MatrixRow) {
  return (
    <ApprovalRolesDialog
      row={{ id, slug, roles }}
      signers={rolesWith("release:sign")}
      action={setApprovalRolesAction}
    />
  );
}
