import { render } from 'preact';
import { App } from './app.tsx';
import { extensionHost } from './extension-host.ts';

render(<App host={extensionHost()} width="panel" />, document.body);
