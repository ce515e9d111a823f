import type { RecordingProxy } from './recording-proxy.ts';

/** Everything goes through the proxy, what is for this machine too; what could go around it has no names to go by. */
export function chromiumArgs({ port }: Pick<RecordingProxy, 'port'>): string[] {
  return [
    `--proxy-server=http://127.0.0.1:${port}`,
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
  ];
}

export function firefoxPrefs({ port }: Pick<RecordingProxy, 'port'>): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}
