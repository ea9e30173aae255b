import { searchRoute } from "@/lib/web/api/search";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: searchRoute });
