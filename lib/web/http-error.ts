/** What only HTTP knows as an error; everything else is a `DomainError`. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  constructor(
    readonly status: 404 | 405 | 413 | 415,
    readonly code: "not_found" | "method_not_allowed" | "too_large" | "unsupported_media_type",
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}
