import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';
import { openServer } from './support.ts';

const folder = temporaryFolder();

test('others have their turn while a file of many reports is read, and the record is not read again', async () => {
  let [clock, readAgain] = [Date.parse('2021-08-09T08:00:00Z'), 0];
  const server = await openServer(join(folder, 'ledger'), {
    empty: true,
    // Long enough between any two questions to look for what is new.
    now: () => new Date((clock += 10_000)),
    progress: () => (readAgain += 1),
  });
  await server.get('/api/meta');
  const lines = Array.from({ length: 12 }, (_, i) => {
    const text = `Rebels captured the town of Kunduz on Sunday, an official said. Dispatch ${i}.`;
    return JSON.stringify({ text, outlet: 'Valley Post' });
  });
  let [turns, isDone] = [0, false];
  const asked: Promise<unknown>[] = [];
  const count = () => {
    turns += 1;
    asked.push(server.get('/api/meta'));
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const path = '/api/reports?name=many.jsonl&published=2021-08-09';
  const answer = await server.app.request(path, { method: 'POST', body: lines.join('\n') });
  isDone = true;
  expect(answer.status).toBe(201);
  expect(turns).toBeGreaterThan(lines.length);
  await Promise.all(asked);
  expect(readAgain).toBe(0);
  await server.close();
});
