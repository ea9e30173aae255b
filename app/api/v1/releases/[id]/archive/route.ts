import { archiveRoute } from "@/lib/web/api/archives";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: archiveRoute });
