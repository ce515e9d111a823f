import { render } from 'preact';
import { App } from './app.tsx';
import { ProfilesView } from './editor/profiles-view.tsx';
import { extensionHost } from './extension-host.ts';
import { settingsHost } from './settings-host.ts';

render(
  <App host={{ ...extensionHost(), settingsHost: settingsHost() }} width="page" profilesView={ProfilesView} />,
  document.body,
);
