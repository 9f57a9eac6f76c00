import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { createAppRouter } from './app/router';
import { startI18n } from './lib/i18n';
import { createQueryClient } from './lib/query-client';

void startI18n().then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App queries={createQueryClient()} router={createAppRouter()} />
    </StrictMode>,
  ),
);
