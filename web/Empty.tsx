/** The ledger has nothing in it: say what to do about it. */
export function Empty() {
  return (
    <main className="empty">
      <h2>The ledger is empty.</h2>
      <p>Drop a report on this page: text, HTML, PDF, a table of reports. Or, in a terminal:</p>
      <pre>
        <code>npx dateline add PATH…</code>
      </pre>
      <p className="soft">
        To look around first, <code>npx dateline demo</code> opens this page on example reports from
        August 2021.
      </p>
    </main>
  );
}
