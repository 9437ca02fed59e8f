import 'virtual:tilth-tokens.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { rememberCompany } from './door';
import { startI18n } from './i18n';
import { startTheme } from './theme';

const root = document.getElementById('root');
if (root) {
  rememberCompany();
  startTheme();
  await startI18n();
  createRoot(root).render(<App />);
}
