import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { Results } from './Results.tsx';
import { send, type Sent, type Supplement } from './send.ts';

/** True when the ledger has all of it. */
type Add = (files: readonly File[], given?: Supplement) => Promise<boolean>;

const AddContext = createContext<Add>(() => Promise.resolve(false));
export const useAdd = () => useContext(AddContext);

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped anywhere on the page and shows what became of them. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState(0);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const add = useCallback<Add>(async (files, given) => {
    setSent([]);
    let all = true;
    for (const [index, file] of files.entries()) {
      setReading(files.length - index);
      const results = await send(file, given);
      setSent((before) => [...before, ...results]);
      all = all && results.every(({ ok }) => ok);
    }
    setReading(0);
    return all;
  }, []);

  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void add([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [add]);

  return (
    <AddContext.Provider value={add}>
      {children}
      {over && <div className="drop">Drop to read it into the ledger</div>}
      {reading > 0 && (
        <div className="results" role="status">
          Reading {reading === 1 ? 'the report' : `${reading} reports`} …
        </div>
      )}
      {reading === 0 && sent.length > 0 && <Results sent={sent} onClose={() => setSent([])} />}
    </AddContext.Provider>
  );
}
