import { simulateRoute } from "@/lib/web/api/gate";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: simulateRoute });
