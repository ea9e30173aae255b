import type { DoraBand, DoraKeyName } from "./dora";

/** Where definitions and levels come from, to be named wherever a band is shown. */
export const DORA_SOURCE = {
  title: "Accelerate State of DevOps Report 2023",
  publisher: "DORA, Google Cloud",
  url: "https://dora.dev/research/2023/dora-report/",
  note: "The report describes groups of teams, not limits. A band here reaches as far as the report says of its group; what is beyond medium is low. A month is 30 days.",
} as const;

export type DoraText = {
  name: string;
  /** What DORA means by it. */
  definition: string;
  /** What is counted here, and from which records. */
  measured: string;
  bands: Record<DoraBand, string>;
};

/** Each key in words: DORA's definition, how this product measures it, and what each band stands for. */
export const DORA_TEXTS: Record<DoraKeyName, DoraText> = {
  deploymentFrequency: {
    name: "Deployment frequency",
    definition: "How often changes are deployed to production.",
    measured: "Rollouts to production that succeeded, divided by the days of the period.",
    bands: {
      elite: "on demand: more than once a day",
      high: "from once a day down to once a week",
      medium: "from once a week down to once a month",
      low: "less than once a month",
    },
  },
  leadTime: {
    name: "Change lead time",
    definition: "How long a change takes from commit to production.",
    measured:
      "Median time from a candidate's registration to its successful rollout to production. The time from commit to registration is not known here and not included.",
    bands: {
      elite: "less than a day",
      high: "a day to a week",
      medium: "a week to a month",
      low: "more than a month",
    },
  },
  changeFailureRate: {
    name: "Change failure rate",
    definition: "The share of deployments that cause a failure in production which has to be mended.",
    measured:
      "Of the releases rolled out to production in the period, the share that an incident declared in it is put down to.",
    bands: { elite: "up to 5%", high: "over 5% up to 10%", medium: "over 10% up to 15%", low: "over 15%" },
  },
  recoveryTime: {
    name: "Failed deployment recovery time",
    definition: "How long it takes to recover from a deployment that failed.",
    measured:
      "Median time from the start of an incident that is put down to a release to its resolution. Open incidents have none yet.",
    bands: {
      elite: "less than an hour",
      high: "an hour to less than a day",
      medium: "a day to a week",
      low: "more than a week",
    },
  },
};
