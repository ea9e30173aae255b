import { writeFileSync } from "node:fs";
import { openApiDocument } from "./document";
import { markdownOf } from "./markdown";
import { referenceOf } from "./reference";

writeFileSync("docs/api.md", markdownOf(referenceOf(openApiDocument())));
