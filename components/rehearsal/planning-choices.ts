/** What the planning dialogs choose from. */
export type PlanningChoices = {
  services: { id: string; slug: string }[];
  environments: { id: string; slug: string }[];
  people: { id: string; name: string }[];
};
/** A service in an environment, with the words for it. */
export type PlanningPlace = { serviceId: string; service: string; environmentId: string; environment: string };
