import { postmortemRoute, putPostmortemRoute } from "@/lib/web/api/postmortems";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: postmortemRoute, PUT: putPostmortemRoute });
