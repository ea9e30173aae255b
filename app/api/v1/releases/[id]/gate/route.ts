import { evaluateRoute, previewRoute } from "@/lib/web/api/gate";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: previewRoute, POST: evaluateRoute });
