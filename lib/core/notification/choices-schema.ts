import { z } from "zod";
import { NOTICE_KINDS } from "./kinds";
import { CHOICES } from "./preference";

/** Choices as a person sends them; a kind that does not exist is refused. */
export const choicesSchema = z.partialRecord(z.enum(NOTICE_KINDS), z.enum(CHOICES));
