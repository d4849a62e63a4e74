import type { RouteId, RouteParams } from '$app/types';

/**
 * The German word of an address and the English noun of its folder in `routes`. The addresses are the same in
 * all languages, since people read them aloud. One list for the whole site: `/bedarfe/neu` is `routes/needs/new`.
 */
export const words: Record<string, string> = {
	abbestellen: 'unsubscribe',
	abfragen: 'surveys',
	abgeschlossen: 'closed',
	abmelden: 'sign-out',
	abschliessen: 'closing',
	abo: 'feed',
	absagen: 'cancellation',
	abstimmungen: 'votes',
	abschluss: 'settlement',
	adressaten: 'addressees',
	adresse: 'address',
	aendern: 'change',
	anlass: 'occasion',
	anlagen: 'attachments',
	anmelden: 'sign-in',
	antwort: 'reply',
	anzeige: 'display',
	assistenz: 'assistance',
	barrierefreiheit: 'accessibility',
	barrieren: 'barriers',
	beantworten: 'answer',
	bedarfe: 'needs',
	befangenheit: 'conflict',
	beispiel: 'sample',
	beteiligung: 'rounds',
	raum: 'room',
	abschnitte: 'sections',
	anmerkungen: 'notes',
	stellungnahmen: 'statements',
	punkte: 'points',
	zuordnen: 'placing',
	beschluss: 'decision',
	unterschrift: 'signature',
	einreichen: 'submission',
	sondervotum: 'dissent',
	einleitung: 'intro',
	'keine-einwaende': 'no-objections',
	bilder: 'pictures',
	daneben: 'beside',
	dokument: 'document',
	dokumente: 'documents',
	'einfache-sprache': 'plain',
	festschreiben: 'freezing',
	gliederung: 'structure',
	angaben: 'about',
	unterschiede: 'difference',
	pflichten: 'duties',
	benachrichtigungen: 'notifications',
	berichtigen: 'correction',
	bestaetigen: 'proof',
	bogen: 'form',
	brief: 'letter',
	besetzungen: 'holdings',
	betroffene: 'affected',
	daten: 'data',
	datenschutz: 'privacy',
	eingang: 'receipt',
	einladung: 'invitation',
	einladungen: 'invitations',
	einlesen: 'import',
	eintragen: 'entry',
	einrichten: 'setup',
	einordnen: 'assessment',
	einspruch: 'objection',
	entwurf: 'drafts',
	ergaenzung: 'addition',
	erinnern: 'reminder',
	ergebnis: 'result',
	eroeffnet: 'opened',
	fassung: 'draft',
	fragen: 'questions',
	freigabe: 'release',
	frist: 'extension',
	fristen: 'reply-clock',
	gast: 'guest',
	gelesen: 'seen',
	gastlinks: 'guest-links',
	gemeldet: 'reported',
	herkunft: 'source',
	handlungsfelder: 'fields',
	herunterladen: 'download',
	hilfe: 'help',
	impressum: 'imprint',
	kalender: 'meetings',
	karte: 'map',
	kennwort: 'password',
	kontakt: 'contact',
	konto: 'account',
	liste: 'list',
	loeschen: 'discard',
	luecke: 'gap',
	nachweis: 'record',
	'naechste-fassung': 'next',
	'nicht-gefunden': 'not-found',
	mitglieder: 'members',
	neu: 'new',
	neues: 'news',
	notiz: 'note',
	organisation: 'organisation',
	organisationen: 'organisations',
	ort: 'place',
	postausgang: 'outbox',
	postfach: 'mailbox',
	protokoll: 'audit',
	pruefen: 'check',
	q: 'short',
	rueckfrage: 'question',
	ruecklauf: 'response',
	sitzungen: 'sessions',
	spalten: 'columns',
	stelle: 'post',
	stand: 'calendar-state',
	stellen: 'posts',
	suche: 'search',
	text: 'text',
	teilen: 'split',
	textbausteine: 'text-blocks',
	thema: 'topic',
	umbenennen: 'renaming',
	verlaengern: 'prolongation',
	veroeffentlichen: 'publication',
	verwaltung: 'administration',
	vertretung: 'substitute',
	vorbereitung: 'preparation',
	vorgelegt: 'handed-in',
	verlauf: 'chronicle',
	vorlage: 'template',
	vorschlaege: 'proposals',
	weitergeben: 'handover',
	wiederaufnahme: 'reopening',
	wiedervorlage: 'follow-up',
	zeitraum: 'window',
	zahlen: 'figures',
	zuarbeit: 'contribution',
	zugriffe: 'tokens',
	zusammenfuehren: 'merger',
	zurueckgeben: 'return',
	zuruecknehmen: 'taking-back',
	'zweiter-faktor': 'second-factor',
	zwischenstand: 'interim'
};

const folders = new Set(Object.values(words).filter((folder) => !(folder in words)));
const germanWords = new Map(Object.entries(words).map(([german, folder]) => [folder, german]));

/** Where an address leads in `routes`. A folder's English name is no address: it leads nowhere, so that each page has one. */
export function routeOf(pathname: string): string {
	const segments = pathname.split('/');
	if (segments[1] === 'api') return pathname;
	const isName = (place: number) =>
		place === 2 && named.has(segments[1] ?? '') && !beside.has(`${segments[1]}/${segments[2]}`);
	if (segments.some((segment, place) => !isName(place) && folders.has(withoutEnding(segment))))
		return '/not-found';
	return segments.map((segment, place) => (isName(place) ? segment : translated(segment))).join('/');
}

/**
 * The address of a page: `href('/needs/[number]/answer', { number })` is `/bedarfe/HZ-2026-142/beantworten`. A parameter
 * may be such a word itself (the step of a draft, the kind of a call); the short name of a call never is.
 */
export function href<Id extends RouteId>(route: Id, ...[params]: Params<Id>): string {
	let pattern = patterns.get(route);
	if (!pattern) patterns.set(route, (pattern = route.split('/').map(inGerman).join('/')));
	return pattern.replace(/\[(\w+)[^\]]*\]/g, (_, name: string) => {
		const value = (params as Record<string, string>)[name]!;
		return name === 'slug' ? value : inGerman(value);
	});
}

type Params<Id extends RouteId> =
	RouteParams<Id> extends Record<string, never> ? [params?: undefined] : [params: RouteParams<Id>];
const patterns = new Map<string, string>();

/** Below these stands the short name that a planner chose, which may be any word: `/abfragen/karte`. But for the pages beside them. */
const named = new Set(['abfragen', 'beteiligung', 'dokumente']);
const beside = new Set(['dokumente/neu', 'dokumente/bilder', 'dokumente/neues.atom']);

/** A page as a file keeps its ending: `liste.csv`, `nachweis.pdf`. */
const withoutEnding = (segment: string) =>
	segment.replace(/\.(csv|xlsx|docx|pdf|md|atom|ics|\[format=format\]|\[paper=paper\])$/, '');

function translated(segment: string): string {
	const word = withoutEnding(segment);
	return (words[word] ?? word) + segment.slice(word.length);
}

function inGerman(segment: string): string {
	const folder = withoutEnding(segment);
	return (germanWords.get(folder) ?? folder) + segment.slice(folder.length);
}
