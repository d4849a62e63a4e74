/**
 * The German word of an address and the English noun of its folder in `routes`. The addresses are the same in
 * all languages, since people read them aloud. One list for the whole site: `/bedarfe/neu` is `routes/needs/new`.
 */
const words: Record<string, string> = {
	abbestellen: 'unsubscribe',
	abfragen: 'surveys',
	abmelden: 'sign-out',
	abschliessen: 'closing',
	abo: 'feed',
	absagen: 'cancellation',
	abschluss: 'settlement',
	aendern: 'change',
	anlass: 'occasion',
	anmelden: 'sign-in',
	antwort: 'reply',
	anzeige: 'display',
	assistenz: 'assistance',
	barrierefreiheit: 'accessibility',
	barrieren: 'barriers',
	beantworten: 'answer',
	bedarfe: 'needs',
	beispiel: 'sample',
	benachrichtigungen: 'notifications',
	bogen: 'form',
	brief: 'letter',
	besetzungen: 'holdings',
	betroffene: 'affected',
	datenschutz: 'privacy',
	eingang: 'receipt',
	eintragen: 'entry',
	einladung: 'invitation',
	einladungen: 'invitations',
	einordnen: 'assessment',
	entwurf: 'drafts',
	ergaenzung: 'addition',
	freigabe: 'release',
	frist: 'extension',
	fristen: 'reply-clock',
	gemeldet: 'reported',
	herkunft: 'source',
	hilfe: 'help',
	impressum: 'imprint',
	kalender: 'meetings',
	karte: 'map',
	kennwort: 'password',
	kontakt: 'contact',
	konto: 'account',
	loeschen: 'discard',
	luecke: 'gap',
	neu: 'new',
	organisation: 'organisation',
	organisationen: 'organisations',
	ort: 'place',
	postausgang: 'outbox',
	postfach: 'mailbox',
	protokoll: 'record',
	pruefen: 'check',
	q: 'short',
	rueckfrage: 'question',
	sitzungen: 'sessions',
	stelle: 'post',
	stand: 'calendar-state',
	stellen: 'posts',
	thema: 'topic',
	verwaltung: 'administration',
	vorgelegt: 'handed-in',
	vorschlaege: 'proposals',
	weitergeben: 'handover',
	wiederaufnahme: 'reopening',
	wiedervorlage: 'follow-up',
	zugriffe: 'tokens',
	zurueckgeben: 'return',
	zwischenstand: 'interim'
};

const folders = new Set(Object.values(words).filter((folder) => !(folder in words)));

/** Where an address leads in `routes`. A folder's English name is no address: it leads nowhere, so that each page has one. */
export function routeOf(pathname: string): string {
	const segments = pathname.split('/');
	if (segments[1] === 'api') return pathname;
	if (segments.some((segment) => folders.has(segment))) return '/not-found';
	return segments.map((segment) => words[segment] ?? segment).join('/');
}
