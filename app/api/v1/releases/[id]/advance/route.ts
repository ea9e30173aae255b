import { advanceRoute } from "@/lib/web/api/releases";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: advanceRoute });
