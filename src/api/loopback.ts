// Which host names are this machine's own.

/** `localhost`, `*.localhost`, 127.0.0.0/8 and ::1; `stream-localhost` is what AWS SDKs make of localhost for live tail. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return /^(([a-z0-9-]+\.)*localhost|stream(ing)?-(localhost|127\.0\.0\.1)|127(\.\d{1,3}){3}|::1)$/.test(
    name,
  );
}
