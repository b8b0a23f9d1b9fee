/** Places that English news names, told apart as questions do ("which country", "which US state", "which city"). */
export type PlaceKind = 'country' | 'state' | 'city' | 'continent';

export interface Gazetteer {
  /** The kind of a place name given as its normalised words ("new york"); undefined when it is none we know. */
  placeKind(name: string): PlaceKind | undefined;
  /** The country of a demonym ("russian" → "russia"), normalised; undefined when it is none we know. */
  countryOf(demonym: string): string | undefined;
  /** The places that stand for a country's government ("russia" → "moscow", "kremlin"), normalised; empty when unknown. */
  seatsOf(country: string): readonly string[];
  /** The country whose government a place stands for ("moscow" → "russia"), normalised. */
  governedFrom(seat: string): string | undefined;
  /** The demonyms of a country ("russia" → "russian"), normalised; empty when it is none we know. */
  demonymsOf(country: string): readonly string[];
}

const STATES = `alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho
  illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
  montana nebraska nevada new-hampshire new-jersey new-mexico new-york north-carolina north-dakota ohio oklahoma oregon
  pennsylvania rhode-island south-carolina south-dakota tennessee texas utah vermont virginia washington west-virginia
  wisconsin wyoming`;

const CONTINENTS = 'africa antarctica asia europe oceania north-america south-america australia';

const OTHER_COUNTRY_NAMES = `usa united-states america uk britain great-britain england scotland wales northern-ireland
  russia north-korea south-korea turkey czech-republic ivory-coast congo burma palestine gaza vatican uae holland
  myanmar hong-kong taiwan kosovo macedonia bosnia swaziland`;

const OTHER_CITIES = `washington beijing mumbai new-delhi delhi barcelona milan munich frankfurt geneva jerusalem tel-aviv
  kyiv kharkiv odesa mariupol st-petersburg osaka glasgow edinburgh manchester liverpool birmingham leeds cardiff
  belfast bristol marseille lyon nice hamburg cologne naples venice florence turin miami boston san-francisco
  philadelphia houston dallas seattle atlanta las-vegas san-diego orlando austin nashville memphis minneapolis
  baltimore cleveland pittsburgh charlotte portland sacramento new-orleans salt-lake-city buffalo st-louis
  milwaukee kansas-city montreal ottawa calgary guadalajara rio rabat casablanca aleppo idlib raqqa homs sochi mecca
  medina rafah wuhan shenzhen guangzhou auckland cape-town`;

/** demonym:country, for those that do not follow from the country's name by the rules below. */
const DEMONYMS = `american:usa british:uk english:england scottish:scotland welsh:wales irish:ireland french:france
  german:germany dutch:netherlands spanish:spain portuguese:portugal italian:italy greek:greece turkish:turkey
  polish:poland swedish:sweden norwegian:norway danish:denmark finnish:finland swiss:switzerland belgian:belgium
  czech:czechia hungarian:hungary romanian:romania ukrainian:ukraine russian:russia chinese:china japanese:japan
  korean:korea thai:thailand vietnamese:vietnam filipino:philippines indonesian:indonesia pakistani:pakistan
  afghan:afghanistan iraqi:iraq israeli:israel lebanese:lebanon saudi:saudi-arabia yemeni:yemen kuwaiti:kuwait
  qatari:qatar emirati:uae omani:oman egyptian:egypt moroccan:morocco sudanese:sudan mexican:mexico
  brazilian:brazil argentine:argentina peruvian:peru canadian:canada cuban:cuba haitian:haiti kenyan:kenya
  congolese:congo senegalese:senegal ghanaian:ghana burmese:myanmar nepalese:nepal bangladeshi:bangladesh
  maltese:malta taiwanese:taiwan icelandic:iceland serb:serbia croat:croatia kurdish:kurdistan uzbek:uzbekistan
  kazakh:kazakhstan palestinian:palestine`;

/** seat:country, as news names governments by where they sit. */
const SEATS = `washington:usa moscow:russia kremlin:russia beijing:china london:uk westminster:uk paris:france
  berlin:germany rome:italy madrid:spain lisbon:portugal vienna:austria warsaw:poland budapest:hungary prague:czechia
  athens:greece ankara:turkey kyiv:ukraine kiev:ukraine minsk:belarus belgrade:serbia stockholm:sweden oslo:norway
  copenhagen:denmark helsinki:finland dublin:ireland bern:switzerland tehran:iran baghdad:iraq damascus:syria beirut:lebanon
  amman:jordan riyadh:saudi-arabia doha:qatar cairo:egypt tripoli:libya tunis:tunisia rabat:morocco algiers:algeria
  khartoum:sudan kabul:afghanistan islamabad:pakistan delhi:india dhaka:bangladesh tokyo:japan seoul:south-korea
  pyongyang:north-korea taipei:taiwan hanoi:vietnam manila:philippines jakarta:indonesia canberra:australia
  ottawa:canada caracas:venezuela havana:cuba brasilia:brazil pretoria:south-africa nairobi:kenya yerevan:armenia
  baku:azerbaijan tbilisi:georgia`;

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const list = (names: string): string[] => names.split(/\s+/).filter(Boolean).map(plain);

/** Region codes A–Z × A–Z; those that Unicode's CLDR does not name are left out by `DisplayNames`. */
function* regionCodes(): Generator<string> {
  for (let a = 65; a <= 90; a++) for (let b = 65; b <= 90; b++) yield String.fromCharCode(a, b);
}

/** Each name of a table with its country, normalised. */
function countriesIn(table: string): (readonly [name: string, country: string])[] {
  return table.split(/\s+/).flatMap((pair) => {
    const [name, country] = pair.split(':');
    return name && country ? [[name, plain(country)] as const] : [];
  });
}

/** The names of each country. */
function byCountry(countries: ReadonlyMap<string, string>): Map<string, string[]> {
  return Map.groupBy(countries.keys(), (name) => countries.get(name) ?? '');
}

/**
 * Builds the gazetteer from what every Node brings along: country names from CLDR, cities from the time zone database
 * ("Asia/Damascus"), plus short lists of what those lack.
 */
export function createGazetteer(): Gazetteer {
  const kinds = new Map<string, PlaceKind>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const city = zone.split('/').at(-1);
    if (city !== undefined && zone.includes('/')) kinds.set(plain(city.replaceAll('_', ' ')), 'city');
  }
  for (const city of list(OTHER_CITIES)) kinds.set(city, 'city');
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  for (const code of regionCodes()) {
    const name = names.of(code);
    if (name !== undefined && !['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB'].includes(code))
      kinds.set(plain(name), 'country');
  }
  for (const country of list(OTHER_COUNTRY_NAMES)) kinds.set(country, 'country');
  for (const state of list(STATES)) if (state !== 'georgia') kinds.set(state, 'state');
  for (const continent of list(CONTINENTS)) if (continent !== 'australia') kinds.set(continent, 'continent');

  const demonyms = new Map<string, string>();
  for (const [name, kind] of kinds) {
    if (kind !== 'country' || name.includes(' ')) continue;
    // Libya → Libyan, Chile → Chilean, Iran → Iranian
    demonyms.set(name.endsWith('a') ? `${name}n` : name.endsWith('e') ? `${name}an` : `${name}ian`, name);
    if (name.endsWith('ia')) demonyms.set(`${name}n`, name);
  }
  for (const [demonym, country] of countriesIn(DEMONYMS)) demonyms.set(demonym, country);
  const seats = new Map(countriesIn(SEATS));
  const [demonymsBy, seatsBy] = [byCountry(demonyms), byCountry(seats)];
  return {
    seatsOf: (country) => seatsBy.get(country) ?? [],
    governedFrom: (seat) => seats.get(seat),
    demonymsOf: (country) => demonymsBy.get(country) ?? [],
    placeKind: (name) => kinds.get(name),
    countryOf: (demonym) => demonyms.get(demonym),
  };
}
