import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing } from './acting.ts';
import { cast, enter, harz } from './cast.ts';
import { sql } from './harness.ts';
import { json, report } from './stage.ts';

/*
 * Finding as people search. The pairs are words of this field and of others; none of them is known to the rules: they
 * know endings, umlauts, the signs of gender and some 1,100 simple words (search/rules.sql).
 */

const table = (text: string) =>
	text.split(',').map((pair) => pair.trim().split('=') as [looked: string, written: string]);

/** Each finds the other. */
const pairs = table(`
	Müller=Mueller, Straße=Strasse, Arzt=Ärzte, Arzt=Ärztinnen, Arzt=ÄrztInnen, Arzt=Ärzt:innen,
	Arzt=Ärzt*innen, Arzt=Ärzt_innen, Arzt=Hausarzt, Ärztin=Hausärztin, Bus=Busse, Bus=Rufbus, Bus=Ruf-Bus,
	Rufbus=Ruf-Bus, Rufbusse=Bus, Kita=Kitas, Kita=Kita-Platz, Kita=Kitaplätze, Senior=Seniorin,
	Senior=Seniorenbeirat, Seniorinnen=Seniorenbeirat, Tagespflege=Tagespflegeeinrichtung,
	Tagespflege=Tagespflegeplätze, Hausärzte=Hausarztpraxis, Hausärztin=Hausarztpraxis, Pflege=Pflegeheim,
	Pflege=Kurzzeitpflege, Pflege=Pflegedienste, Pflegekraft=Pflegekräfte, Barrierefreiheit=barrierefrei,
	Barrierefreiheit=barrierefreie, Jugendtreff=Jugendtreffs, Jugendtreff=Jugend-Treff, Treff=Jugendtreff,
	Jugend=Jugendtreff, Mehrgenerationenhaus=Mehrgenerationenhäuser, Haus=Mehrgenerationenhaus,
	Eingliederungshilfe=Hilfe, Eingliederung=Eingliederungshilfe, Sprechtag=Sprechtage,
	Sprechtag=Beratungssprechtag, Beratung=Schuldnerberatung, Beratung=Beratungsstelle,
	Schuldner=Schuldnerberatung, Hebamme=Hebammen, Hebamme=Hebammenpraxis, Praxis=Praxen,
	Praxis=Hausarztpraxen, Zentrum=Zentren, Zentrum=Jugendzentrum, Wohnung=Sozialwohnungen,
	Wohnung=Wohnungsnot, Wohnraum=Wohnraummangel, Schule=Förderschule, Schule=Schulen, Schule=Grundschulen,
	Kindergarten=Kindergärten, Kind=Kinderarzt, Kinderarzt=Kinderärztin, Fahrdienst=Fahrdienste,
	Fahrdienst=Seniorenfahrdienst, Spielplatz=Kinderspielplatz, Spielplatz=Spielplätze,
	Bürger=Bürger:innen, Bürger=Bürgerbüro, Bürgerbus=Bus, Ehrenamt=Ehrenamtskarte, Ehrenamt=Ehrenämter,
	Inklusion=Inklusionsbeirat, Demenz=Demenzberatung, Selbsthilfe=Selbsthilfegruppe,
	Gruppe=Selbsthilfegruppen, Rollstuhl=Rollstühle, Rollstuhl=Rollstuhlrampe, Rampe=Rampen,
	Haltestelle=Bushaltestelle, Haltestellen=Haltestelle, Nahverkehr=Nahverkehrsplan,
	Sprachkurs=Sprachkurse, Logopädie=Logopädiepraxis, Flüchtling=Flüchtlingsunterkunft,
	Unterkunft=Flüchtlingsunterkünfte, Rat=Gemeinderat, Rat=Räte, Teilhabe=Teilhabeplan,
	Familie=Familienzentrum, Familienzentrum=Familienzentren, Streetwork=Streetworker,
	Nachbarschaft=Nachbarschaftshilfe, Stadt=Stadtteil, Stadtteil=Stadtteilbüro, Facharzt=Fachärzte,
	Facharzttermin=Termin, Mittagstisch=Mittagstische, Quartier=Quartiersmanagement,
	Toilette=Behindertentoilette, Gebärdensprache=Gebärdensprachdolmetscher, Dolmetscher=Dolmetscherin,
	Betreuung=Ganztagsbetreuung, Ferienbetreuung=Betreuung, Taxi=Taxis, Taxi=Sammeltaxis,
	Schwimmbad=Schwimmbäder, Bad=Schwimmbad, Rad=Fahrrad, Wohngeld=Wohngeldstelle,
	Alleinerziehende=Alleinerziehenden, Therapeut=Therapeutinnen, Psychotherapie=Psychotherapieplatz,
	Psychotherapeut=Psychotherapeut:innen, Café=Cafe, Cafés=Begegnungscafé, Begegnung=Begegnungsstätte,
	Notruf=Hausnotruf, Anlaufstelle=Anlaufstellen, Krankenhaus=Krankenhäuser, Apotheke=Apotheken,
	Apotheke=Landapotheke, Mobilität=Mobilitätshilfe, Wohnen=Wohnheim, Internet=Internetanschluss,
	Breitband=Breitbandausbau, Pflegestützpunkt=Pflegestützpunkte, Stützpunkt=Pflegestützpunkt,
	Hospiz=Hospizdienst, Tafel=Lebensmitteltafel, Frauenhaus=Frauenhäuser, Frau=Frauenhaus,
	Schulsozialarbeit=Sozialarbeit, Migration=Migrationsberatung, E-Mail=E-Mails, U-Bahn=U-Bahn-Station
`);

/** Alike to the eye only: neither is found by the other. */
const falseFriends = table(`
	Bus=Busch, Bus=Buße, Bus=Bußgeld, Bus=Globus, Bus=robust, Bus=Missbrauch, Bus=Büsche, Rat=Heirat,
	Rat=Apparat, Rat=Vorrat, Rat=Verrat, Rat=Ratte, Rat=Beratung, Rat=Fahrrad, Rad=Rat, Rad=Radio,
	Rad=Grad, Ort=Sport, Ort=Wort, Ort=Antwort, Ort=Transport, Ort=Torte, Sport=Transport, Amt=Gesamt,
	Amt=Samt, Amt=gesamte, Heim=geheim, Alter=Verwalter, Alter=Verwaltung, Alter=Alternative, Tag=Vertrag,
	Tag=Antrag, Tag=Montage, Kind=Kinderei, Arm=Alarm, Arm=Armatur, Not=Notar, Not=Notiz, Not=Knoten,
	Park=Parkinson, Park=Parkett, Pass=passiv, Kur=Kurier, Kur=Kurs, Bau=Bauch, Weg=wegen, Zug=Bezug,
	Kreis=Reis, Reis=Kreis, Wein=Schwein, Bad=Badminton, Rente=Konkurrenten, Hort=Hortensie,
	Verein=Vereinbarkeit, Schule=Schulden, Schule=Schulter, Wald=Verwaltung, Halle=Schalle,
	Leitung=Begleitung, Richtung=Einrichtung, Haltung=Gestaltung, Hilfe=behilflich, Kita=Kittel,
	Art=Garten, Art=Arzt, Bahn=anbahnen, Eis=Kreis, Eis=Beweis, Zeit=Zeitung, Stadt=Stadion, Pflege=Flegel,
	Treff=betreffen, Rampe=Krampf, Ampel=Trampel, Haus=hausieren, Alt=Gestalt, Alt=Anstalt, Alt=Asphalt,
	Halt=Anhalt, Auto=Autor, Laden=einladen, Fest=befestigen, Hand=Handel, Bild=Bildung, Tor=Motor,
	Tor=Autor, Lehrer=Leere
`);

async function finds(looked: string, written: string): Promise<boolean> {
	const [row] = await sql<{ found: boolean }>(
		'select private.words_of($1) @@ s.finds as found from private.search_for($2) s',
		[written, looked]
	);
	return row?.found ?? false;
}

describe('words', () => {
	test('there are more than sixty pairs', () => expect(pairs.length).toBeGreaterThan(60));

	test.each(pairs)('%s and %s find each other', async (one, other) => {
		expect([await finds(one, other), await finds(other, one)]).toEqual([true, true]);
	});

	test.each(falseFriends)('%s does not find %s', async (looked, written) => {
		expect(await finds(looked, written)).toBe(false);
	});

	test('no pair is found because everything is', async () => {
		expect(await finds('Tagespflege', 'Rufbus')).toBe(false);
	});

	test.each(['Müller', 'Ärztin', 'Café'])(
		'%s is found in whichever way its letters are coded',
		async (word) => {
			expect(await finds(word.normalize('NFC'), word.normalize('NFD'))).toBe(true);
			expect(await finds(word.normalize('NFD'), word.normalize('NFC'))).toBe(true);
		}
	);

	test('all words must be there, in whichever order; words without meaning do not count', async () => {
		expect(await finds('Bus am Abend', 'Abends fährt kein Rufbus')).toBe(true);
		expect(await finds('Bus am Abend', 'Der Rufbus fährt mittags')).toBe(false);
	});

	test('a number finds that number, not what shares a year with it', async () => {
		expect(await finds('HZ-2026-9', 'Siehe HZ-2026-9')).toBe(true);
		expect(await finds('HZ-2026-9', 'Seit 2026 am 9. Mai')).toBe(false);
	});

	test('a word divided by a soft hyphen is one word', async () => {
		expect(await finds('Tagespflege', 'Tages\u00adpflege')).toBe(true);
	});

	test('a part of a longer word stands alone: a Rufbus is found by Bus, not every Bus by Rufbus', async () => {
		expect(await finds('Rufbus', 'Linienbus')).toBe(false);
	});
});

describe('reports', () => {
	beforeAll(async () => {
		await enter();
		for (const title of [
			'Busverbindung am Abend',
			'Ein Rufbus für den Ort',
			'Zwei Busse am Tag',
			'Der Bus fährt nicht',
			'Im Busch liegt Müll',
			'Bußgeld für Falschparker',
			'Fahrrad fehlt',
			'Beratung fehlt',
			'Der Gemeinderat tagt zu spät',
			'Der Rat hört nicht zu'
		])
			await report({ title, visibility: 'district', description: 'Hier fehlt etwas Wichtiges.' });
	});

	const titles = async (search: string, actor: string = cast.planner, filter: object = {}) => {
		const rows = await doing(
			actor,
			`select title from public.list_need_reports('${harz}', ${json({ search, ...filter })}, 'best') where locality = 'Hasselfelde'`
		);
		return rows.map(({ title }) => title);
	};

	test('the word itself comes first, then its forms, then what is a kind of it, then what has to do with it', async () => {
		expect(await titles('Bus')).toEqual([
			'Der Bus fährt nicht',
			'Zwei Busse am Tag',
			'Ein Rufbus für den Ort',
			'Busverbindung am Abend'
		]);
		expect((await titles('Busse'))[0]).toBe('Zwei Busse am Tag');
	});

	test('what only looks alike is not among them', async () => {
		expect(await titles('Rat')).toEqual(['Der Rat hört nicht zu', 'Der Gemeinderat tagt zu spät']);
		expect(await titles('Rad')).toEqual(['Fahrrad fehlt']);
	});

	test('a word mistyped is found when nothing else is', async () => {
		expect(await titles('Gemeinderatt')).toContain('Der Gemeinderat tagt zu spät');
	});

	test('pages of the best go on where they ended', async () => {
		const numbers = (await doing(
			cast.planner,
			`select number from public.list_need_reports('${harz}', '{"search": "Bus"}', 'best')`
		)) as { number: string }[];
		const rest = await doing(
			cast.planner,
			`select number from public.list_need_reports('${harz}', '{"search": "Bus"}', 'best', '${numbers[1]!.number}')`
		);
		expect(rest).toEqual(numbers.slice(2));
	});

	describe('what is said about a report', () => {
		let number: string;
		beforeAll(async () => {
			number = await report({ title: 'Treffen für alle', visibility: 'participants' });
			await doing(
				cast.planner,
				`select public.write_need_report_message('${number}', 'question', 'Gibt es dort eine Kegelbahn?')`
			);
			await doing(
				cast.planner,
				`select public.answer_need_report('${number}', 'accepted', 'Das Schützenhaus wird geöffnet.')`
			);
		});
		const finding = async (search: string, actor: string) => (await titles(search, actor)).length;

		test('the thread is found by its two sides only', async () => {
			expect(await finding('Kegelbahn', cast.neighbour)).toBe(0);
			expect(await finding('Kegelbahn', cast.councilMember)).toBe(0);
			expect(await finding('Kegelbahn', cast.planner)).toBe(1);
			expect(await finding('Kegelbahn', cast.clerk)).toBe(1);
		});

		test('the answer is found by whoever sees the report', async () => {
			expect(await finding('Schützenhäuser', cast.neighbour)).toBe(1);
			expect(await finding('Treffen Schützenhaus', cast.neighbour)).toBe(1);
		});

		test('words of both are found together by a side', async () => {
			expect(await finding('Kegelbahn Schützenhaus Treffen', cast.planner)).toBe(1);
		});

		test('reports for the district only stay hidden from others', async () => {
			expect(await finding('Rufbus', cast.neighbour)).toBe(0);
		});

		test('what waits to be written down is written down by the job, as the triggers would have', async () => {
			const index = () =>
				sql(
					`select subject_kind, is_shared, tsvector_to_array(words) as words from private.word_index order by subject_kind, subject_id, is_shared`
				);
			const before = await index();
			await sql('delete from private.word_index');
			expect(await finding('Kegelbahn', cast.planner)).toBe(0);
			while (
				await asking<number>(null, `select 0`)
					.then(() => sql<{ n: number }>('select public.index_words(7) as n'))
					.then(([row]) => row!.n)
			);
			expect(await index()).toEqual(before);
		});

		test('words go with their report', async () => {
			const [left] = await sql(
				`with gone as (select id from public.need_reports where number = $1) select count(*)::int as n from private.word_index i join gone on gone.id = i.subject_id`,
				[number]
			);
			expect(left).toEqual({ n: 2 });
		});
	});

	test('filters: sender, target group, period', async () => {
		const list = (filter: object) =>
			doing(cast.planner, `select number from public.list_need_reports('${harz}', ${json(filter)})`);
		const [all, ours] = [
			await list({}),
			await list({ organisation: '00000000-0000-4000-8000-000000000048' })
		];
		expect(ours.length).toBeGreaterThan(10);
		expect(all.length).toBeGreaterThan(ours.length);
		expect((await list({ group: 'older_people' })).length).toBeGreaterThan(10);
		expect(await list({ group: 'nobody' })).toEqual([]);
		const [days] = await sql<{ today: string; tomorrow: string }>(
			'select private.today()::text as today, (private.today() + 1)::text as tomorrow'
		);
		expect((await list({ from: days!.today, to: days!.today })).length).toBeGreaterThan(10);
		expect(await list({ from: days!.tomorrow })).toEqual([]);
		const exported = await doing(
			cast.planner,
			`select number from public.export_need_reports('${harz}', ${json({ from: days!.today, search: 'Bus' })})`
		);
		expect(exported).toHaveLength(4);
	});

	test('a filter nobody knows is refused', async () => {
		await expect(
			doing(cast.planner, `select public.list_need_reports('${harz}', '{"colour": "red"}')`)
		).rejects.toThrow('INVAL');
	});
});
