import { SAFE_HEADERS } from "../problem";
import { openApiDocument } from "./document";

/** The document itself, open to everybody. */
export async function openApiRoute(): Promise<Response> {
  return Response.json(openApiDocument(), { headers: SAFE_HEADERS });
}
