import { useEffect, useState } from 'react';

export type Theme = 'light' | 'dark';

const KEY = 'dateline.theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

function stored(): Theme | null {
  const value = window.localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : null;
}

/** The system's theme until the reader chooses one. */
export function useTheme(): readonly [Theme, () => void] {
  const [chosen, choose] = useState(stored);
  const [system, setSystem] = useState<Theme>(dark.matches ? 'dark' : 'light');
  useEffect(() => {
    const follow = () => setSystem(dark.matches ? 'dark' : 'light');
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, []);
  const theme = chosen ?? system;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    window.localStorage.setItem(KEY, next);
    choose(next);
  };
  return [theme, toggle];
}
