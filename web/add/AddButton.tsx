import { useRef, useState, type FormEvent } from 'react';
import { useAdd } from './DropZone.tsx';

const field = (data: FormData, name: string) => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** The same as dropping a file, for keyboards and phones. */
export function AddButton() {
  const dialog = useRef<HTMLDialogElement>(null);
  const add = useAdd();
  const [missing, setMissing] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const given = { outlet: field(data, 'outlet'), published: field(data, 'published') };
    const text = [field(data, 'title'), field(data, 'text')].filter(Boolean).join('\n\n');
    const chosen = data
      .getAll('files')
      .filter((item): item is File => item instanceof File && item.size > 0);
    const files = text
      ? [new File([text], 'typed.txt', { type: 'text/plain' }), ...chosen]
      : chosen;
    setMissing(files.length === 0);
    if (files.length === 0) return;
    dialog.current?.close();
    const form = event.currentTarget;
    // What was typed stays until the ledger has it.
    void add(files, given).then((all) => all && form.reset());
  };
  return (
    <>
      <button type="button" className="add" onClick={() => dialog.current?.showModal()}>
        Add<span className="on-wide"> a report</span>
      </button>
      <dialog ref={dialog} aria-labelledby="add-title">
        <form onSubmit={onSubmit}>
          <h2 id="add-title">Add a report</h2>
          <label>
            Text
            <textarea name="text" rows={7} placeholder="Paste the article" />
          </label>
          <label>
            or files: text, Markdown, HTML, PDF, saved pages and messages, tables (CSV), JSON Lines
            <input
              type="file"
              name="files"
              multiple
              accept=".txt,.md,.html,.htm,.json,.jsonl,.csv,.tsv,.pdf,.mhtml,.mht,.eml"
            />
          </label>
          <div className="row">
            <label>
              Title
              <input name="title" />
            </label>
            <label>
              Outlet
              <input name="outlet" />
            </label>
            <label>
              Published
              <input name="published" type="date" />
            </label>
          </div>
          <p className="soft">
            What the item itself says about these is kept; yours fills in what it does not say.
          </p>
          {missing && (
            <p role="alert" className="failure">
              Nothing to add: paste a text or choose a file.
            </p>
          )}
          <div className="row is-end">
            <button type="button" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
            <button type="submit" className="is-main">
              Read and add
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
