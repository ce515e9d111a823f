/** The status with its name where there is one: "200 OK". HTTP/2 sends no names, so they stand here. */
export function statusWords(status: number): string {
  const name = Object.hasOwn(statusNames, status) ? statusNames[status] : undefined;
  return name ? `${status} ${name}` : String(status);
}

const statusNames: Record<number, string> = {
  200: 'OK',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
