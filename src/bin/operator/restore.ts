import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { openEmbedded } from '../../lib/server/embedded/embedded.ts';
import { knownVersions, migrate } from '../../lib/server/embedded/migrate.ts';
import { open, verify, type Archive } from './archive.ts';
import { Failure, say, UsageFailure, type Command } from './command.ts';
import { load } from './load.ts';
import { connected, fromHere, place } from './place.ts';
import { audit } from './audit.ts';
import { restoreFiles } from './restore-files.ts';

export const restore: Command = {
	summary: 'spielt eine Sicherung in eine leere Datenbank ein und prüft sie',
	usage: `Aufruf: npm run operator -- restore DATEI --into ZIEL

Prüft das Archiv, legt die Tabellen im Stand der Sicherung an, lädt die Zeilen und vergleicht danach jede Tabelle
mit ihrer Prüfsumme. Das Ziel muss leer sein: Eine bestehende Datenbank wird nie überschrieben.

  --into ZIEL             ein neuer Datenordner, oder die Verbindung zu einer leeren Datenbank (postgresql://…);
                          die Dateien kommen dann in den Ordner files von DATA_DIR`,
	options: { into: { type: 'string' } },
	async run(given) {
		const file = fromHere(given.only('die Datei der Sicherung'));
		const into = given.needed('into');
		const archive = await open(file);
		try {
			refuseLater(archive);
			await verify(archive);
			await (/^postgres(ql)?:\/\//.test(into)
				? intoDatabase(into, archive)
				: intoFolder(fromHere(into), archive));
		} finally {
			archive.close();
		}
		const rows = archive.manifest.tables.reduce((sum, table) => sum + table.rows, 0);
		say(
			`Eingespielt und geprüft: ${archive.manifest.tables.length} Tabellen mit ${rows} Zeilen, ${archive.manifest.jobs.rows} Aufträge, ${archive.manifest.files.length} Dateien. Stand vom ${archive.manifest.madeAt}.
Alle Anmeldungen, Zugriffe von Programmen und Kalender-Abos sind beendet: Was nach der Sicherung beendet wurde, wäre sonst wieder offen.`
		);
	}
};

/** Older is well: its rows go into the tables of its day, which are then brought to the newest state. */
function refuseLater({ manifest }: Archive) {
	const known = new Set(knownVersions());
	const later = manifest.versions.filter((version) => !known.has(version));
	if (later.length)
		throw new Failure(
			`Die Sicherung ist ${later.length} Änderungen neuer als dieses Programm: Bitte nehmen Sie die Fassung, die sie gemacht hat, oder eine neuere.`
		);
}

async function intoFolder(folder: string, archive: Archive) {
	if (existsSync(folder) && readdirSync(folder).length)
		throw new Failure(`Der Ordner ${folder} ist nicht leer: Bitte nennen Sie einen neuen.`);
	try {
		const server = await openEmbedded(folder);
		await fill(server.url, archive).finally(server.close);
		await restoreFiles(archive, join(folder, 'files'));
	} catch (error) {
		for (const name of existsSync(folder) ? readdirSync(folder) : [])
			rmSync(join(folder, name), { recursive: true, force: true }); // a half one must not be taken for whole
		throw error;
	}
}

async function intoDatabase(url: string, archive: Archive) {
	if (!URL.canParse(url)) throw new UsageFailure('Die Verbindung hinter --into ist nicht gültig.');
	const files = join(place().dataFolder, 'files');
	if (archive.manifest.files.length && existsSync(files) && readdirSync(files).length)
		throw new Failure(`Der Ordner ${files} ist nicht leer: Bitte nennen Sie mit DATA_DIR einen neuen.`);
	await connected(url, requireEmpty);
	await fill(url, archive);
	await restoreFiles(archive, files);
}

async function requireEmpty(client: pg.Client) {
	const { rows } = await client.query(
		`select from pg_class c where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace::regnamespace::text in ('public', 'private', 'supabase_migrations', 'graphile_worker')
		and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e') limit 1`
	);
	if (rows.length)
		throw new Failure('Die Datenbank ist nicht leer: Bitte legen Sie für die Sicherung eine neue an.');
}

/** The tables as they were have no rules: nothing of today's is asked about the rows of then. */
async function fill(url: string, archive: Archive) {
	await migrate(url, { only: archive.manifest.versions });
	await connected(url, (client) => load(client, archive));
	await migrate(url);
	await connected(url, async (client) => {
		await client.query('select private.end_ways_in()');
		await audit(client, 'operator_restore', { madeAt: archive.manifest.madeAt });
		await client.query('analyze');
	});
}
