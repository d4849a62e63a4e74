import { href } from '#lib/i18n/addresses.ts';

/** The words of the list's address and what `list_need_reports` calls them. */
export const stateWords = {
	offen: 'open',
	eingegangen: 'received',
	'in-arbeit': 'in_progress',
	rueckfrage: 'clarification',
	beantwortet: 'answered',
	erledigt: 'settled',
	'ohne-rueckmeldung': 'silent',
	abgeschlossen: 'closed',
	'luecke-offen': 'gap'
} as const;
export const dueWords = { ueberfaellig: 'overdue', 'diese-woche': 'week' } as const;
export const orderWords = { neueste: 'newest', aelteste: 'oldest', frist: 'due' } as const;

/** What is chosen in the address of the list; what is not chosen is missing. */
export interface ReportFilter {
	search?: string;
	field?: string;
	state?: keyof typeof stateWords;
	municipality?: string;
	due?: keyof typeof dueWords;
	order?: keyof typeof orderWords;
	/** Only what the reader's own organisation reported. */
	own?: 'ja';
	/** Number of the last report shown: the list goes on after it. */
	after?: string;
}

const names: Record<keyof ReportFilter, string> = {
	search: 'suche',
	field: 'feld',
	state: 'stand',
	municipality: 'ort',
	due: 'frist',
	order: 'reihenfolge',
	own: 'eigene',
	after: 'nach'
};

/** Reads the address. Words nobody knows (any more) are left out, so that an old link still shows a list. */
export function readFilter(
	sent: URLSearchParams,
	known: { fields: string[]; municipalities: string[] }
): ReportFilter {
	const of = (key: keyof ReportFilter) => sent.get(names[key])?.trim() || undefined;
	const among = <Word extends string>(key: keyof ReportFilter, words: readonly Word[]) =>
		words.find((word) => word === of(key));
	return defined({
		search: of('search')?.slice(0, 200),
		field: among('field', known.fields),
		state: among('state', wordsOf(stateWords)),
		municipality: among('municipality', known.municipalities),
		due: among('due', wordsOf(dueWords)),
		order: among('order', wordsOf(orderWords)),
		own: among('own', ['ja']),
		after: of('after')?.slice(0, 40)
	});
}

/** The address of the list so filtered: `/bedarfe?frist=ueberfaellig`. @param path of the same list as a file */
export function addressOf(filter: ReportFilter, path = href('/needs')): string {
	const query = new URLSearchParams();
	for (const key of Object.keys(names) as (keyof ReportFilter)[]) {
		const word = filter[key];
		if (word && !(key === 'order' && word === 'neueste')) query.set(names[key], word);
	}
	return query.size ? `${path}?${query}` : path;
}

/** Whether something is left out of the list; order and whose reports they are do not count. */
export const isFiltered = ({ search, field, state, municipality, due }: ReportFilter): boolean =>
	[search, field, state, municipality, due].some(Boolean);

const wordsOf = <Words extends object>(words: Words) => Object.keys(words) as (keyof Words & string)[];

const defined = <T extends object>(values: T): T =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
