import { go, useAddress } from '../state/address.ts';

/** Turns a source, an outlet or a side off and on; the picture is what it is without it. */
export function Switch({ source, name }: { readonly source: string; readonly name: string }) {
  const { without } = useAddress();
  const off = without.includes(source);
  return (
    <input
      type="checkbox"
      role="switch"
      aria-label={`Use ${name}`}
      checked={!off}
      onChange={() =>
        go({ without: off ? without.filter((other) => other !== source) : [...without, source] })
      }
    />
  );
}
