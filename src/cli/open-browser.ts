import { spawn } from 'node:child_process';

/** Asks the desktop to show an address; a machine without one just does not. */
export function openBrowser(url: string): void {
  const [command, ...options]: readonly [string, ...string[]] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command, options, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
