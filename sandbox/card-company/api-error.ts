/** The card company's API says no, in its own words (`{"error": {"type", "code", "param", "message"}}`). */
export class ApiError extends Error {
  readonly status: 400 | 401 | 404;
  readonly type: 'invalid_request_error' | 'idempotency_error';
  readonly code: string | undefined;
  readonly param: string | undefined;

  constructor(
    message: string,
    more: { status?: 400 | 401 | 404; type?: ApiError['type']; code?: string; param?: string } = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = more.status ?? 400;
    this.type = more.type ?? 'invalid_request_error';
    this.code = more.code;
    this.param = more.param;
  }
}

export function missing(what: string, id: string): ApiError {
  return new ApiError(`No such ${what}: '${id}'`, { status: 404, code: 'resource_missing', param: 'id' });
}
