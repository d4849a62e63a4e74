import { globSync } from 'node:fs';
import { routeOf } from '../../src/lib/i18n/addresses.ts';
import type { Member } from '../journeys/people.ts';
import type { Stage } from './stage.ts';

/** A page to look at; when `isSent`, its form is sent as it stands and tells what is wrong. */
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
	const { begun, complete, waiting, asked, settled, openNeed, settledNeed, barrier } = stage;
	const survey = `/abfragen/bedarfsabfrage-${new Date().getFullYear()}/antwort`;
	const thalePosts = `/verwaltung/organisationen/${thale}/stellen`;
	return {
		'signed out': [
			at('/'),
			at('/zahlen'),
			at('/anmelden'),
			wrong('/anmelden'),
			at('/anmelden/kennwort'),
			wrong('/anmelden/kennwort'),
			at(`/anmelden/${anyId}`),
			wrong(`/anmelden/${anyId}`),
			at('/anmelden/link/nirgends'),
			at('/anmelden/zweiter-faktor/nirgends'),
			wrong('/anmelden/zweiter-faktor/nirgends'),
			at('/adresse/nirgends'),
			at('/adresse/nirgends/einspruch'),
			at(`/einladung/${stage.invitation}`),
			at(`/abbestellen/${stage.unsubscribe}`),
			at(`/assistenz/${stage.assistance}`),
			at('/assistenz/nirgends'),
			at('/abmelden'),
			at('/anzeige'),
			at('/barrierefreiheit'),
			wrong('/barrierefreiheit'),
			at('/barrierefreiheit/gemeldet?nummer=HZ-BF-1&bis=2026-12-24'),
			at('/datenschutz'),
			at('/impressum'),
			at('/hilfe'),
			at('/postfach'),
			at(`/bedarfe/${settled}`),
			at(`/q/${stage.shortId}`),
			at('/gibt-es-nicht')
		],
		kern: [
			at('/start'),
			at('/bedarfe'),
			at('/bedarfe?eigene=ja'),
			at('/bedarfe/neu'),
			...['thema', 'ort', 'anlass', 'betroffene', 'vorschlaege', 'kontakt'].map((step) =>
				at(draft(begun, step))
			),
			...['thema', 'ort', 'betroffene', 'kontakt'].map((step) => wrong(draft(begun, step))),
			at(draft(begun, 'anlagen')),
			wrong(draft(begun, 'anlagen')),
			at(draft(begun, 'pruefen')),
			at(draft(complete, 'pruefen')),
			at(draft(begun, 'loeschen')),
			at(draft(waiting, 'vorgelegt')),
			at(`/bedarfe/${asked}`),
			at(`/bedarfe/${asked}/antwort`),
			wrong(`/bedarfe/${asked}/antwort`),
			at(`/bedarfe/${asked}/ergaenzung`),
			wrong(`/bedarfe/${asked}/ergaenzung`),
			at(`/bedarfe/${stage.entered}`),
			at(`/bedarfe/${settled}`),
			at(`/bedarfe/${settled}/luecke`),
			wrong(`/bedarfe/${settled}/luecke`),
			...['', '/1', '/pruefen', '/frist'].map((part) => at(survey + part)),
			wrong(`${survey}/frist`),
			at('/organisation'),
			at('/organisation/kalender'),
			at('/organisation/kalender/neu'),
			wrong('/organisation/kalender/neu'),
			at('/organisation/kalender/einlesen'),
			wrong('/organisation/kalender/einlesen'),
			at('/organisation/kalender/stand'),
			at(`/kalender/${meeting}`),
			at(`/kalender/${meeting}/aendern`),
			at(`/kalender/${meeting}/absagen`),
			at('/konto'),
			at('/konto/benachrichtigungen'),
			at('/konto/kalender'),
			at('/konto/name'),
			at('/konto/zugriffe'),
			wrong('/konto/zugriffe'),
			at('/konto/kennwort'),
			wrong('/konto/kennwort'),
			at('/konto/daten'),
			at('/konto/adresse'),
			wrong('/konto/adresse'),
			at('/konto/zweiter-faktor'),
			at('/konto/zweiter-faktor/einrichten'),
			wrong('/konto/zweiter-faktor/einrichten'),
			at('/konto/loeschen')
		],
		voss: [
			at('/start'),
			at(draft(waiting, 'pruefen')),
			at(draft(waiting, 'zurueckgeben')),
			wrong(draft(waiting, 'zurueckgeben')),
			at(`/bedarfe/${settled}/eingang`),
			...['', '/pruefen'].map((part) => at(survey + part)),
			...['', '/1', '/eingang'].map((part) => at(`/abfragen/${closedSurvey}/antwort${part}`))
		],
		brandt: [at('/start'), at('/bedarfe'), at('/organisation'), at('/organisation/kalender')],
		seidel: [
			at('/start'),
			at('/bedarfe/neu'),
			at(`/bedarfe/${settled}`),
			at(draft(stage.councilDraft, 'herkunft'))
		],
		demir: [at('/start'), at('/konto/assistenz'), at('/konto/assistenz/neu'), wrong('/konto/assistenz/neu')],
		lorenz: [at('/start'), at('/bedarfe'), at('/organisation')],
		albrecht: [
			at('/abfragen'),
			at(preparing),
			...[
				'text',
				'zeitraum',
				'handlungsfelder',
				'adressaten',
				'datenschutz',
				'stelle',
				'pruefen',
				'loeschen'
			].map((part) => at(`${preparing}/${part}`)),
			wrong(`${preparing}/pruefen`),
			at(`/abfragen/${openSurvey}/eroeffnet`),
			at(ledger),
			at(`${ledger}?offen=ja`),
			at(`${ledger}/erinnern?an=offene`),
			at(`${ledger}/adressaten`),
			wrong(`${ledger}/adressaten`),
			at(`${ledger}/${asking}`),
			at(`${ledger}/${asking}/frist`),
			wrong(`${ledger}/${asking}/frist`),
			at(`${ledger}/${silent}/frist`),
			at(`${ledger}/${silent}/eintragen`),
			wrong(`${ledger}/${silent}/eintragen`),
			at(`/abfragen/${openSurvey}/verlaengern`),
			wrong(`/abfragen/${openSurvey}/verlaengern`),
			at(`/abfragen/${openSurvey}/abschliessen`),
			at(`/abfragen/${openSurvey}/nachweis`),
			at(`/abfragen/${closedSurvey}/veroeffentlichen`),
			at('/start'),
			at('/bedarfe'),
			at('/bedarfe/neu'),
			at('/bedarfe/neu/eintragen'),
			wrong('/bedarfe/neu/eintragen'),
			...['thema', 'herkunft', 'pruefen'].map((part) => at(draft(stage.transcript, part))),
			at(`/bedarfe/${stage.entered}`),
			at(`/bedarfe/${stage.entered}/eingang`),
			...['antwort', 'ergaenzung'].flatMap((part) => [
				at(`/bedarfe/${asked}/${part}`),
				wrong(`/bedarfe/${asked}/${part}`)
			]),
			at(`/bedarfe/${settled}/luecke`),
			wrong(`/bedarfe/${settled}/luecke`),
			at('/bedarfe?suche=gibtesnicht'),
			at('/bedarfe/karte'),
			at('/bedarfe/zahlen'),
			at('/bedarfe/einlesen'),
			wrong('/bedarfe/einlesen'),
			...stage.imports.map((id) => at(`/bedarfe/einlesen/${id}`)),
			at('/kalender'),
			at(`/organisation/kalender?organisation=${thale}`),
			at('/bedarfe/pool'),
			at(`/bedarfe/pool/${openNeed}`),
			at(`/bedarfe/pool/${openNeed}/abschluss`),
			wrong(`/bedarfe/pool/${openNeed}/abschluss`),
			at(`/bedarfe/pool/${settledNeed}`),
			at(`/bedarfe/pool/${settledNeed}/wiederaufnahme`),
			at(`/bedarfe/${asked}`),
			...['einordnen', 'rueckfrage', 'zwischenstand', 'weitergeben', 'beantworten', 'wiedervorlage'].map(
				(task) => at(`/bedarfe/${asked}/${task}`)
			),
			wrong(`/bedarfe/${asked}/rueckfrage`),
			wrong(`/bedarfe/${asked}/weitergeben`),
			wrong(`/bedarfe/${asked}/wiedervorlage`),
			at('/postausgang')
		],
		yilmaz: [at('/start'), at('/bedarfe'), at('/bedarfe/pool')],
		winkler: [
			at('/start'),
			at('/verwaltung'),
			at('/verwaltung/fristen'),
			at('/postausgang'),
			at('/verwaltung/protokoll'),
			at('/verwaltung/protokoll?art=ausfuhren&monat=2020-01'),
			at('/verwaltung/einlesen'),
			wrong('/verwaltung/einlesen'),
			at(`/verwaltung/einlesen/${stage.memberImport}`),
			at('/verwaltung/organisationen/neu'),
			wrong('/verwaltung/organisationen/neu'),
			at(`/verwaltung/organisationen/${thale}`),
			at(`/verwaltung/organisationen/${thale}/aendern`),
			at(`${thalePosts}/neu`),
			wrong(`${thalePosts}/neu`),
			at(`${thalePosts}/${thaleHead}`),
			at(`${thalePosts}/${thaleHead}/besetzungen/${thaleHolding}`),
			at(`${thalePosts}/${thaleHead}/einladungen/neu`),
			wrong(`${thalePosts}/${thaleHead}/einladungen/neu`),
			at('/barrieren'),
			at(`/barrieren/${barrier}`),
			wrong(`/barrieren/${barrier}`)
		]
	};
}

/** Folders of pages that none of these addresses leads to. */
export function forgotten(places: Place[]): string[] {
	const visited = places.map(({ address }) => routeOf(address.replace(/\?.*/, '')));
	const routes = globSync('src/routes/**/+page.svelte').map((file) =>
		file.replaceAll('\\', '/').replace(/^src\/routes(.*)\/\+page\.svelte$/, '$1')
	);
	const isVisited = (route: string) => {
		const pattern = new RegExp(`^${route.replaceAll('.', '\\.').replace(/\[[^\]]+\]/g, '[^/]+')}/?$`);
		const isFixed = (path: string) => !route.includes('[') || !routes.includes(path);
		return visited.some((path) => pattern.test(path) && isFixed(path));
	};
	return routes.filter((route) => !isVisited(route));
}
