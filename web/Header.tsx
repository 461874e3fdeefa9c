import type { Meta } from '../src/server/wire.ts';
import { AddButton } from './add/AddButton.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';
import { go, useAddress, VIEWS } from './state/address.ts';
import type { Theme } from './state/theme.ts';

const TITLES = {
  map: 'Map',
  places: 'Places',
  changes: 'Changes',
  sources: 'Sources',
  trends: 'Trends',
} as const;

interface Props {
  readonly meta: Meta | undefined;
  readonly theme: Theme;
  readonly onTheme: () => void;
}

function CountryChoice({ meta }: { readonly meta: Meta }) {
  const { country } = useAddress();
  if (meta.countries.length === 0) return null;
  return (
    <select
      className="country"
      aria-label="Country"
      value={country ?? meta.countries[0]?.code}
      onChange={(event) =>
        go({
          country: event.target.value,
          at: null,
          known: null,
          place: null,
          report: null,
          claim: null,
          area: null,
        })
      }
    >
      {meta.countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

export function Header({ meta, theme, onTheme }: Props) {
  const { view } = useAddress();
  return (
    <header className="header">
      <h1>
        <a href="#">Dateline</a>
      </h1>
      {meta && <CountryChoice meta={meta} />}
      <nav aria-label="Views">
        {VIEWS.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={name === view ? 'page' : undefined}
            onClick={() => go({ view: name })}
          >
            {TITLES[name]}
          </button>
        ))}
      </nav>
      {meta && <PlaceSearch />}
      <AddButton />
      <button
        type="button"
        className="round"
        onClick={onTheme}
        aria-label={theme === 'dark' ? 'Light colours' : 'Dark colours'}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="5.5" className="ring" />
          <path d="M8,2.5a5.5,5.5,0,0,1,0,11Z" />
        </svg>
      </button>
    </header>
  );
}
