import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/opsz.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/map.css';
import './styles/timeline.css';
import './styles/panel.css';
import './styles/reading.css';
import './styles/views.css';
import { App } from './App.tsx';

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
