import { Alert } from "@/components/ui/alert";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Status } from "@/components/ui/status";

export type MailStatusView =
  | { state: "configured"; host: string; from: string }
  | { state: "missing"; variables: string[] };

/** Whether e-mail can be sent, by which server, and what to set where it cannot. */
export function MailStatus({ status }: { status: MailStatusView }) {
  if (status.state === "missing") {
    return (
      <Alert tone="waiver" title="E-mail is not configured">
        Nobody is told by e-mail. Set {status.variables.join(" and ")} for the server and its workers, and start them
        again: SMTP_URL is the mail server with its user and password (smtp://user:password@mail.example.com:587),
        MAIL_FROM the sender of every mail. What fails until then is listed below and can be tried again.
      </Alert>
    );
  }
  return (
    <DefinitionList columns={3}>
      <Definition term="State">
        <Status tone="go" label="Configured" />
      </Definition>
      <Definition term="Mail server">{status.host}</Definition>
      <Definition term="Sender">{status.from}</Definition>
    </DefinitionList>
  );
}
