import {
  Bell,
  CircleUser,
  Flag,
  GitMerge,
  Hand,
  Link2,
  ListTodo,
  type LucideIcon,
  Megaphone,
  Notebook,
  PencilLine,
  Rocket,
  Server,
  Signal,
  Waypoints,
} from "lucide-react";
import type { EntryKind } from "@/lib/core/incident/model";

type EntryWord = { label: string; icon: LucideIcon };

export const ENTRY_WORDS: Record<EntryKind, EntryWord> = {
  alert: { label: "Alert", icon: Bell },
  note: { label: "Note", icon: PencilLine },
  update: { label: "Update", icon: Megaphone },
  acknowledgement: { label: "Acknowledgement", icon: Hand },
  state: { label: "State", icon: Waypoints },
  role: { label: "Role", icon: CircleUser },
  severity: { label: "Severity", icon: Signal },
  impact: { label: "Description", icon: Flag },
  services: { label: "Services", icon: Server },
  release: { label: "Release", icon: Rocket },
  link: { label: "Link", icon: Link2 },
  merge: { label: "Merge", icon: GitMerge },
  postmortem: { label: "Postmortem", icon: Notebook },
  "action-item": { label: "Action item", icon: ListTodo },
  pin: { label: "Pin", icon: Flag },
  correction: { label: "Correction", icon: PencilLine },
};
