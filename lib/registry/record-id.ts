import { z } from "zod";

/** Whether a text from an address can be a record's id at all; the database would refuse any other. */
export const isRecordId = (text: string): boolean => z.uuid().safeParse(text).success;
