import { href } from '#lib/i18n/addresses.ts';

/** The words of the list's address and what `list_need_reports` calls them. */
const stateWords = {
	offen: 'open',
	eingegangen: 'received',
	'in-arbeit': 'in_progress',
	rueckfrage: 'clarification',
	'antwort-da': 'replied',
	beantwortet: 'answered',
	erledigt: 'settled',
	'ohne-rueckmeldung': 'silent',
	abgeschlossen: 'closed',
	'luecke-offen': 'gap'
} as const;
const dueWords = { ueberfaellig: 'overdue', 'diese-woche': 'week' } as const;
export const orderWords = { passend: 'best', neueste: 'newest', aelteste: 'oldest', frist: 'due' } as const;

/** What is chosen in the address of the list; what is not chosen is missing. */
export interface ReportFilter {
	search?: string;
	field?: string;
	state?: keyof typeof stateWords;
	municipality?: string;
	/** Last twelve digits of the organisation's id: names change, and ids are long to pass on. */
	sender?: string;
	/** A target group. */
	group?: string;
	/** Received between these days, both counted: 2026-11-30. */
	from?: string;
	to?: string;
	due?: keyof typeof dueWords;
	/** Without a word: what fits best for a search, otherwise the newest first. */
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
	sender: 'absender',
	group: 'gruppe',
	from: 'ab',
	to: 'bis',
	due: 'frist',
	order: 'reihenfolge',
	own: 'eigene',
	after: 'nach'
};

/** Reads the address. Words nobody knows (any more) are left out, so that an old link still shows a list. */
export function readFilter(
	sent: URLSearchParams,
	known: { fields: string[]; municipalities: string[]; groups: string[]; organisations: string[] }
): ReportFilter {
	const of = (key: keyof ReportFilter) => sent.get(names[key])?.trim() || undefined;
	const among = <Word extends string>(key: keyof ReportFilter, words: readonly Word[]) =>
		words.find((word) => word === of(key));
	return defined({
		search: of('search')?.slice(0, 200),
		field: among('field', known.fields),
		state: among('state', wordsOf(stateWords)),
		municipality: among('municipality', known.municipalities),
		sender: among('sender', known.organisations.map(senderOf)),
		group: among('group', known.groups),
		from: dayIn(of('from')),
		to: dayIn(of('to')),
		due: among('due', wordsOf(dueWords)),
		order: among('order', wordsOf(orderWords)),
		own: among('own', ['ja']),
		after: of('after')?.slice(0, 40)
	});
}

/** What was typed as a day and is none, or a period that ends before it begins: nothing is left out in silence. */
export function wrongPeriod(sent: URLSearchParams): { day: string } | 'order' | undefined {
	const [from, to] = [sent.get(names.from)?.trim(), sent.get(names.to)?.trim()];
	const day = [from, to].find((typed) => typed && !dayIn(typed));
	if (day) return { day };
	const [first, last] = [dayIn(from), dayIn(to)];
	return first && last && last < first ? 'order' : undefined;
}

/** The word of an organisation in the address. */
export const senderOf = (id: string) => id.slice(-12);

/** In which order the list stands. */
export const orderOf = ({ order, search }: ReportFilter) => order ?? (search ? 'passend' : 'neueste');

/** The address of the list so filtered: `/bedarfe?frist=ueberfaellig`. @param path of the same list as a file */
export function addressOf(filter: ReportFilter, path = href('/needs')): string {
	const query = new URLSearchParams();
	const usual = orderOf({ search: filter.search });
	for (const key of Object.keys(names) as (keyof ReportFilter)[]) {
		const word = filter[key];
		if (word && !(key === 'order' && word === usual)) query.set(names[key], word);
	}
	return query.size ? `${path}?${query}` : path;
}

/** Whether something is left out of the list; order and whose reports they are do not count. */
export const isFiltered = (filter: ReportFilter): boolean =>
	Object.keys(filter).some(
		(key) => !['order', 'own', 'after'].includes(key) && filter[key as keyof ReportFilter]
	);

/** The same as `list_need_reports` takes it. @param own id of the organisation that "own" means */
export function conditionsOf(filter: ReportFilter, own: string | null, organisations: string[]) {
	const { search, field, state, municipality, sender, group, from, to, due } = filter;
	const organisation = filter.own ? own : organisations.find((id) => senderOf(id) === sender);
	return defined({
		search,
		field,
		state: state && stateWords[state],
		municipality,
		organisation: organisation ?? undefined,
		group,
		from,
		to,
		due: due && dueWords[due]
	});
}

/** A day as browsers send it, or as people write it where the browser has no calendar: 30.11.2026. */
function dayIn(typed: string | undefined): string | undefined {
	const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed ?? '') ?? [];
	const written = year ? [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-') : (typed ?? '');
	if (!/^(19|20)\d\d-\d\d-\d\d$/.test(written)) return;
	const date = new Date(`${written}T00:00Z`);
	return !isNaN(date.valueOf()) && date.toISOString().startsWith(written) ? written : undefined;
}

const wordsOf = <Words extends object>(words: Words) => Object.keys(words) as (keyof Words & string)[];

const defined = <T extends object>(values: T): T =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
