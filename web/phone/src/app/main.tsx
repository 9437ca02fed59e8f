import 'virtual:tilth-tokens.css';
import './base.css';
import './skin.css';
import './table.css';
import './device.css';
import './screen.css';
import './talk.css';
import './parts.css';
import './drawer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { listen } from './live';
import { TableTop } from './TableTop';
import { startText } from './text';

startText();
listen();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <TableTop />
    </StrictMode>,
  );
}
