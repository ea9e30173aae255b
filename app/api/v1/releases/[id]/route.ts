import { detailRoute } from "@/lib/web/api/releases";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: detailRoute });
