import type { ContentField, PostmortemDocument } from "./model";

/** How a field stands in `incident.md`. */
export type FieldForm = "line" | "text" | "instant" | "severity" | "list" | "timeline" | "follow-ups";
type TemplateField = { name: string; field: Exclude<keyof PostmortemDocument, "incident">; form: FieldForm };

/** Fields of `incident.md` in their order: those of the playbook's template first, by its names, then what it leaves out. */
export const TEMPLATE_FIELDS: readonly TemplateField[] = [
  { name: "Declared", field: "declared", form: "instant" },
  { name: "Commander", field: "commander", form: "line" },
  { name: "Impact", field: "impact", form: "text" },
  { name: "Related Artifacts", field: "relatedArtifacts", form: "list" },
  { name: "Timeline", field: "timeline", form: "timeline" },
  { name: "Root Cause", field: "rootCause", form: "list" },
  { name: "Mitigations Applied", field: "mitigations", form: "list" },
  { name: "Follow-up Actions", field: "followUps", form: "follow-ups" },
  { name: "Went Well", field: "wentWell", form: "list" },
  { name: "Went Badly", field: "wentBadly", form: "list" },
  { name: "Got Lucky", field: "gotLucky", form: "list" },
  { name: "Title", field: "title", form: "line" },
  { name: "Service", field: "service", form: "line" },
  { name: "Severity", field: "severity", form: "severity" },
  { name: "Started", field: "started", form: "instant" },
  { name: "Detected", field: "detected", form: "instant" },
  { name: "Acknowledged", field: "acknowledged", form: "instant" },
  { name: "Mitigated", field: "mitigated", form: "instant" },
  { name: "Resolved", field: "resolved", form: "instant" },
];

/** What stands for an empty field in the playbook's template. */
export const PLACEHOLDERS = ["<ID>", "<timestamp>", "<name>", "<summary>", "<scorecards / manifests>"] as const;

const NAMES = new Map<string, string>(TEMPLATE_FIELDS.map(({ name, field }) => [field, name]));

/** Name of a field as people read it, such as "Root Cause". */
export const fieldName = (field: ContentField): string => NAMES.get(field) ?? field;
