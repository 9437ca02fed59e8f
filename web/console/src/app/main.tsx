import 'virtual:tilth-tokens.css';
import '@tilth/ui/ui.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startI18n } from './i18n';

const root = document.getElementById('root');
if (root) {
  await startI18n();
  createRoot(root).render(<App />);
}
