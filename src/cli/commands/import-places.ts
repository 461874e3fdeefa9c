import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { pack } from '../../gazetteer/index.ts';
import { fitImport } from '../../gazetteer/import.ts';
import { readGeoJson } from '../../gazetteer/import-geojson.ts';
import { type ImportedPlace, isGeoNames, readGeoNames } from '../../gazetteer/import-geonames.ts';
import { loadGazetteer } from '../../node/gazetteer.ts';
import { packageRoot } from '../../node/package-root.ts';
import { saveUserPlaces } from '../../node/user-places.ts';
import { type Context, examples, placesFolder, type Register } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import { plural } from '../style.ts';

interface ImportOptions {
  readonly source?: string;
  readonly country?: string;
}

async function readPlaces(
  path: string,
  options: ImportOptions,
  context: Context,
): Promise<readonly ImportedPlace[]> {
  let text: string;
  try {
    text = await readFile(resolve(context.io.cwd, path), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      'noInput',
      `${path}: ${reason}`,
      'Expected a GeoNames dump or a GeoJSON file.',
      { cause: error },
    );
  }
  if (isGeoNames(text)) return readGeoNames(text);
  const { actors } = await context.resources();
  const codes = new Map(actors.states.map(({ iso3, iso2 }) => [iso3, iso2]));
  try {
    return readGeoJson(text, {
      ...options,
      ...(options.country === undefined ? {} : { country: options.country.toUpperCase() }),
      alpha2: (alpha3) => codes.get(alpha3.toUpperCase()),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      'data',
      `${path}: ${reason}`,
      'Expected a GeoNames dump (19 columns), or GeoJSON of OCHA COD-AB or geoBoundaries.',
      { cause: error },
    );
  }
}

async function importPlaces(
  path: string,
  options: ImportOptions,
  context: Context,
): Promise<number> {
  const { io } = context;
  const places = await readPlaces(path, options, context);
  if (places.length === 0) {
    throw new Failure(
      'data',
      `${path}: saw no places`,
      'Expected names with coordinates; give --country XX when the file names none.',
    );
  }
  // Fitted to what is shipped, not to earlier imports: a file imported again gives the same places.
  const { records, matched, added } = fitImport(places, await loadGazetteer(packageRoot()));
  const name = basename(path, extname(path)).replace(/[^\w.-]+/g, '-');
  const bytes = pack(records, {
    source: options.source ?? name,
    version: io.now().toISOString().slice(0, 10),
  });
  const saved = await saveUserPlaces(placesFolder(io), name, bytes);
  io.out(
    `${plural(places.length, 'place')}: ${matched} known already, their spellings added; ${added} new\n`,
  );
  io.err(
    `Kept in ${saved}; delete it to undo.\n` +
      'Reports already in a ledger keep their places: add them to a new one (--ledger DIR) to read them with these.\n',
  );
  return EXIT.ok.code;
}

export const registerImportPlaces: Register = (program, context) => {
  program
    .command('import-places')
    .summary('add places to the gazetteer')
    .description(
      'Adds the places of a GeoNames dump, or of GeoJSON by OCHA (COD-AB, with p-codes) or geoBoundaries. ' +
        'A place that is known keeps its id and gains spellings; a new one finds its province. Kept in .dateline/places here, or $DATELINE_PLACES.',
    )
    .argument('<file>', 'a .txt of GeoNames, or a .geojson file')
    .option('--source <name>', 'first part of the ids of new places (default: by the file)')
    .option('--country <code>', 'ISO 3166-1 alpha-2, when the file does not say')
    .addHelpText(
      'after',
      examples('dateline import-places AF.txt', 'dateline import-places afg_admbnda_adm2.geojson'),
    )
    .action((path: string, options: ImportOptions) =>
      context.run(() => importPlaces(path, options, context)),
    );
};
