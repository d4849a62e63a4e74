import { globSync } from 'node:fs';
import { routeOf } from '../../src/lib/i18n/addresses.ts';
import type { Member } from '../journeys/people.ts';
import { roundPlaces } from './rounds.ts';
import { documentPlaces } from './documents.ts';
import type { Stage } from './stage.ts';

/** A page to look at; when `isSent`, its form is then sent as it stands and tells what is wrong. */
export interface Place {
	address: string;
	isSent?: boolean;
}

const at = (address: string): Place => ({ address });
const wrong = (address: string): Place => ({ address, isSent: true });
const anyId = '00000000-0000-4000-8000-000000000001';
const thale = '00000000-0000-4000-8000-000000000051';
/** Oberharz am Brocken, the next meeting of a body of its own. */
const meeting = '50000000-0000-4000-8000-000000000012';
const thaleHead = '20000000-0000-4000-8000-000000000111';

/** The whole site, each page for somebody it is made for. */
export function site(stage: Stage, thaleHolding: string): Record<'signed out' | Member, Place[]> {
	const draft = (id: string, part: string) => `/bedarfe/entwurf/${id}/${part}`;
	const { draftSurvey, openSurvey, closedSurvey, asking, silent } = stage;
	const preparing = `/abfragen/${draftSurvey}/vorbereitung`;
	const ledger = `/abfragen/${openSurvey}/ruecklauf`;
	const { begun, complete, waiting, asked, settled, openNeed, settledNeed, twofoldNeed, barrier } = stage;
	const survey = `/abfragen/bedarfsabfrage-${new Date().getFullYear()}/antwort`;
	const rounds = roundPlaces(stage.rounds);
	const documents = documentPlaces(stage.documents);
	const thalePosts = `/verwaltung/organisationen/${thale}/stellen`;
	return {
		'signed out': [
			at('/'),
			at('/zahlen'),
			at('/abfragen'),
			at(`/abfragen/${stage.publishedSurvey}/ergebnis`),
			wrong('/anmelden'),
			wrong('/anmelden/kennwort'),
			wrong(`/anmelden/${anyId}`),
			at('/anmelden/link/nirgends'),
			wrong('/anmelden/zweiter-faktor/nirgends'),
			at('/adresse/nirgends'),
			at('/adresse/nirgends/einspruch'),
			at(`/einladung/${stage.invitation}`),
			at(`/abbestellen/${stage.unsubscribe}`),
			at(`/assistenz/${stage.assistance}`),
			at('/assistenz/nirgends'),
			wrong(`/gast/${stage.guest}`),
			at(`/gast/${stage.guestDone}`),
			at('/gast/nirgends'),
			at('/abmelden'),
			at('/anzeige'),
			wrong('/barrierefreiheit'),
			at('/barrierefreiheit/gemeldet?nummer=HZ-BF-1&bis=2026-12-24'),
			at('/datenschutz'),
			at('/impressum'),
			at('/hilfe'),
			at('/postfach'),
			at(`/bedarfe/${settled}`),
			at(`/q/${stage.shortId}`),
			at('/gibt-es-nicht'),
			at('/nicht-gefunden'),
			...documents.guest
		],
		kern: [
			at('/start'),
			at('/bedarfe'),
			at('/bedarfe?eigene=ja'),
			at('/bedarfe/neu'),
			...['thema', 'ort', 'betroffene', 'kontakt'].map((step) => wrong(draft(begun, step))),
			...['anlass', 'vorschlaege'].map((step) => at(draft(begun, step))),
			wrong(draft(begun, 'anlagen')),
			at(draft(begun, 'pruefen')),
			at(draft(complete, 'pruefen')),
			at(draft(begun, 'loeschen')),
			at(draft(waiting, 'vorgelegt')),
			at(`/bedarfe/${asked}`),
			wrong(`/bedarfe/${asked}/antwort`),
			wrong(`/bedarfe/${asked}/ergaenzung`),
			at(`/bedarfe/${stage.entered}`),
			at(`/bedarfe/${settled}`),
			wrong(`/bedarfe/${settled}/luecke`),
			...['', '/1', '/pruefen'].map((part) => at(survey + part)),
			at(`/abfragen/${openSurvey}/antwort/4`),
			wrong(`${survey}/frist`),
			at('/organisation'),
			at('/organisation/kalender'),
			wrong('/organisation/kalender/neu'),
			wrong('/organisation/kalender/einlesen'),
			at('/organisation/kalender/stand'),
			at(`/kalender/${meeting}`),
			at(`/kalender/${meeting}/aendern`),
			at(`/kalender/${meeting}/absagen`),
			at('/konto'),
			at('/konto/benachrichtigungen'),
			at('/konto/kalender'),
			at('/konto/name'),
			wrong('/konto/zugriffe'),
			wrong('/konto/kennwort'),
			at('/konto/daten'),
			wrong('/konto/adresse'),
			at('/konto/zweiter-faktor'),
			wrong('/konto/zweiter-faktor/einrichten'),
			at('/konto/loeschen'),
			at('/konto/bestaetigen?weiter=%2Fkonto%2Fadresse')
		],
		voss: [
			at('/start'),
			at(draft(waiting, 'pruefen')),
			wrong(draft(waiting, 'zurueckgeben')),
			at(`/bedarfe/${settled}/eingang`),
			...['', '/pruefen'].map((part) => at(survey + part)),
			...['', '/1', '/eingang'].map((part) => at(`/abfragen/${closedSurvey}/antwort${part}`)),
			...rounds.voss
		],
		brandt: [
			at('/start'),
			at('/bedarfe'),
			at('/organisation'),
			at('/organisation/kalender'),
			wrong(`/abstimmungen/${stage.circularVote}`),
			at(`/abstimmungen/${stage.secretVote}`),
			...rounds.brandt
		],
		seidel: [
			at('/start'),
			at('/bedarfe/neu'),
			at(`/bedarfe/${settled}`),
			at(draft(stage.councilDraft, 'herkunft')),
			at('/abstimmungen'),
			wrong(`/abstimmungen/neu?stellungnahme=${stage.toVoteOn}`),
			...['', '/absagen'].map((part) => at(`/abstimmungen/${stage.circularVote}${part}`)),
			...['befangenheit', 'vertretung'].map((part) => wrong(`/abstimmungen/${stage.circularVote}/${part}`)),
			wrong(`/abstimmungen/${stage.sessionVote}/eintragen`),
			at(`/abstimmungen/${stage.closedVote}`),
			at(`/abstimmungen/${stage.closedVote}/eintragen`),
			...rounds.seidel
		],
		demir: [
			at('/start'),
			at('/konto/assistenz'),
			wrong('/konto/assistenz/neu'),
			wrong(`/abstimmungen/${stage.secretVote}`),
			...rounds.demir
		],
		lorenz: [at('/start'), at('/bedarfe'), at('/organisation')],
		albrecht: [
			at('/abfragen'),
			at(preparing),
			...['text', 'zeitraum', 'handlungsfelder', 'adressaten', 'datenschutz', 'stelle', 'loeschen'].map(
				(part) => at(`${preparing}/${part}`)
			),
			at(`${preparing}/fragen`),
			wrong(`${preparing}/fragen/neu`),
			at(`${preparing}/fragen/${stage.question}`),
			wrong(`${preparing}/pruefen`),
			at(`/abfragen/${openSurvey}/eroeffnet`),
			at(ledger),
			at(`${ledger}?offen=ja`),
			at(`${ledger}/handlungsfelder/1`),
			at(`/abfragen/${openSurvey}/suche?suche=pflege`),
			at(`${ledger}/handlungsfelder/4`),
			at(`${ledger}/fragen/1`),
			at(`${ledger}/erinnern?an=offene`),
			wrong(`${ledger}/adressaten`),
			at(`${ledger}/${asking}`),
			wrong(`${ledger}/${asking}/frist`),
			at(`${ledger}/${silent}`),
			at(`${ledger}/${silent}/frist`),
			wrong(`${ledger}/${silent}/gastlinks`),
			wrong(`${ledger}/${silent}/eintragen`),
			at(`${ledger}/${stage.entry}`),
			wrong(`/abfragen/${openSurvey}/verlaengern`),
			at(`/abfragen/${openSurvey}/abschliessen`),
			at(`/abfragen/${openSurvey}/nachweis`),
			wrong(`/abfragen/${closedSurvey}/veroeffentlichen`),
			at(`/abfragen/${stage.publishedSurvey}/veroeffentlichen`),
			at(`/abfragen/${closedSurvey}/abgeschlossen`),
			wrong(`/abfragen/${closedSurvey}/ergebnis/anlagen`),
			at(`/abfragen/${stage.publishedSurvey}/ergebnis/berichtigen`),
			at('/start'),
			at('/bedarfe'),
			at('/bedarfe/neu'),
			wrong('/bedarfe/neu/eintragen'),
			...['thema', 'herkunft', 'pruefen'].map((part) => at(draft(stage.transcript, part))),
			at(`/bedarfe/${stage.entered}`),
			at(`/bedarfe/${stage.entered}/eingang`),
			...['antwort', 'ergaenzung'].map((part) => wrong(`/bedarfe/${asked}/${part}`)),
			wrong(`/bedarfe/${settled}/luecke`),
			at('/bedarfe?suche=gibtesnicht'),
			at('/bedarfe/karte'),
			at('/bedarfe/zahlen'),
			wrong('/bedarfe/einlesen'),
			...stage.imports.map((id) => at(`/bedarfe/einlesen/${id}`)),
			wrong(`/bedarfe/einlesen/${stage.unmapped.ofReports}/spalten`),
			at('/kalender'),
			at(`/organisation/kalender?organisation=${thale}`),
			at('/bedarfe/pool'),
			at(`/bedarfe/pool/${openNeed}`),
			wrong(`/bedarfe/pool/${openNeed}/abschluss`),
			at(`/bedarfe/pool/${twofoldNeed}`),
			...['umbenennen', 'zusammenfuehren', 'teilen', 'beantworten'].map((part) =>
				wrong(`/bedarfe/pool/${twofoldNeed}/${part}`)
			),
			at('/bedarfe/textbausteine'),
			wrong('/bedarfe/textbausteine/neu'),
			at(`/bedarfe/textbausteine/${stage.textBlock}`),
			at(`/bedarfe/pool/${settledNeed}`),
			at(`/bedarfe/pool/${settledNeed}/wiederaufnahme`),
			at(`/bedarfe/${asked}`),
			...['einordnen', 'zwischenstand', 'beantworten'].map((task) => at(`/bedarfe/${asked}/${task}`)),
			...['rueckfrage', 'weitergeben', 'wiedervorlage', 'notiz', 'zuarbeit'].map((task) =>
				wrong(`/bedarfe/${asked}/${task}`)
			),
			at(`/bedarfe/${asked}/gelesen`),
			at(`/bedarfe/${stage.entered}/zuruecknehmen`),
			at('/postausgang'),
			...rounds.albrecht,
			...documents.albrecht
		],
		yilmaz: [
			at('/start'),
			at('/bedarfe'),
			at('/bedarfe/pool'),
			at(`/abfragen/${stage.askedTwice}/antwort/organisation`)
		],
		winkler: [
			at('/start'),
			at('/verwaltung'),
			at('/verwaltung/fristen'),
			at('/postausgang'),
			at('/verwaltung/protokoll'),
			at('/verwaltung/protokoll?art=ausfuhren&monat=2020-01'),
			wrong('/verwaltung/einlesen'),
			at(`/verwaltung/einlesen/${stage.memberImport}`),
			at(`/verwaltung/einlesen/${stage.unmapped.ofMembers}/spalten`),
			wrong('/verwaltung/organisationen/neu'),
			at(`/verwaltung/organisationen/${thale}`),
			at(`/verwaltung/organisationen/${thale}/aendern`),
			wrong(`${thalePosts}/neu`),
			at(`${thalePosts}/${thaleHead}`),
			at(`${thalePosts}/${thaleHead}/besetzungen/${thaleHolding}`),
			wrong(`${thalePosts}/${thaleHead}/einladungen/neu`),
			at('/barrieren'),
			wrong(`/barrieren/${barrier}`)
		]
	};
}

const folders = globSync('src/routes/**/+page.svelte').map(folderOfFile);

function folderOfFile(file: string): string {
	return file.replaceAll('\\', '/').replace(/^src\/routes(.*)\/\+page\.svelte$/, '$1');
}

/** Folders of pages that none of these addresses leads to. */
export function forgotten(places: Place[]): string[] {
	const visited = new Set(places.map(({ address }) => folderOf(address)));
	return folders.filter((folder) => !visited.has(folder));
}

/* What is typed there saves itself. */
const saving = ['/needs/drafts/[id]/[step]', '/surveys/[slug]/reply/[number]', '/rounds/[slug]/notes/new'];

/**
 * Whether the page at an address may send a script. All others send the same bytes to everybody and run nothing, so
 * that a journey over them is told once: with or without JavaScript, there is no second way it could go.
 */
export const maySendScript = (address: string) => saving.includes(folderOf(address) ?? '');

/** The folder of the page at an address: of those that fit, the one with the fewest variable parts. */
function folderOf(address: string): string | undefined {
	const path = routeOf(address.replace(/\?.*/, ''));
	const fits = (folder: string) =>
		new RegExp(`^${folder.replaceAll('.', '\\.').replace(/\[[^\]]+\]/g, '[^/]+')}/?$`).test(path);
	const parts = (folder: string) => folder.split('[').length;
	return folders.filter(fits).sort((a, b) => parts(a) - parts(b))[0];
}
