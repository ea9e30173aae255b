import { Alert } from "@/components/ui/alert";
import { CodeSnippet } from "@/components/ui/code-snippet";
import { Definition, DefinitionList } from "@/components/ui/definition-list";

type Provider = { name: string; issuer: string; clientId: string; groupsClaim: string; scope: string };
type ProviderFactsProps = { provider: Provider | null; callback: string };

const VARIABLES = `OIDC_ISSUER=https://login.example.com
OIDC_CLIENT_ID=readiness
OIDC_CLIENT_SECRET=…
OIDC_NAME=Example SSO
OIDC_GROUPS_CLAIM=groups`;

/** The provider that the server is set up for, which is done by its environment and not here. */
export function ProviderFacts({ provider, callback }: ProviderFactsProps) {
  if (!provider) {
    return (
      <div className="grid gap-3">
        <Alert tone="info" title="No identity provider is set up: everybody signs in with a password">
          Register Readiness at an OpenID Connect provider with the callback address <code>{callback}</code>, then start
          the server with:
        </Alert>
        <CodeSnippet code={VARIABLES} label="the variables" />
      </div>
    );
  }
  return (
    <DefinitionList layout="rows">
      <Definition term="Name">{provider.name}</Definition>
      <Definition term="Issuer">
        <span className="break-all">{provider.issuer}</span>
      </Definition>
      <Definition term="Client">{provider.clientId}</Definition>
      <Definition term="Callback address">
        <code className="break-all">{callback}</code>
      </Definition>
      <Definition term="Groups claim">
        <code>{provider.groupsClaim}</code>
      </Definition>
      <Definition term="Scope">
        <code>{provider.scope}</code>
      </Definition>
    </DefinitionList>
  );
}
