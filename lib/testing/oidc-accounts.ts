import type { ProviderAccount } from "./oidc-provider";

export const PROVIDER_NAME = "Test SSO";
/** The group of Olive, which no tenant maps to a role before a test does. */
export const BOARD_GROUP = "sso-board";

/** Whom the provider of the end-to-end tests knows. Everybody's password there is any. */
export const PROVIDER_ACCOUNTS: readonly ProviderAccount[] = [
  { login: "olive", email: "olive@sso.example", emailVerified: true, name: "Olive Sun", groups: [BOARD_GROUP] },
  { login: "nils", email: "nils@sso.example", emailVerified: true, name: "Nils Nobody", groups: [] },
  { login: "umar", email: "umar@sso.example", emailVerified: false, name: "Umar Unsure", groups: [BOARD_GROUP] },
];
