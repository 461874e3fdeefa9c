import type { ChainLink } from '../../src/domain/index.ts';

/** Speaker, relays, outlet: the way the words came. */
export function Chain({ links }: { readonly links: readonly ChainLink[] }) {
  const spoken = links.some(({ role }) => role === 'speaker');
  return (
    <ol className="chain" aria-label="Who said it, through whom">
      {!spoken && <li className="is-own">in its own words</li>}
      {links.map((link) => (
        <li
          key={`${link.role}-${link.name}`}
          className={`is-${link.role}${link.anonymous ? ' is-anonymous' : ''}`}
        >
          {link.name}
        </li>
      ))}
    </ol>
  );
}
