/** The parts of the settings, in the order of their tabs. */
export const SETTINGS_TABS = [
  { href: "/settings/people", label: "People" },
  { href: "/settings/sign-in", label: "Sign-in" },
  { href: "/settings/matrix", label: "Approval matrix" },
  { href: "/settings/training", label: "Training" },
  { href: "/settings/services", label: "Services" },
  { href: "/settings/environments", label: "Environments" },
  { href: "/settings/metrics", label: "Metrics" },
  { href: "/settings/after-release", label: "After release" },
  { href: "/settings/incidents", label: "Incidents" },
  { href: "/settings/calendars", label: "Calendars" },
  { href: "/settings/tokens", label: "API tokens" },
  { href: "/settings/integrations", label: "Integrations" },
  { href: "/settings/notifications", label: "Notifications" },
  { href: "/settings/policy", label: "Gate policy" },
] as const;
export type SettingsPath = (typeof SETTINGS_TABS)[number]["href"];
