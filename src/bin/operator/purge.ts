import type pg from 'pg';
import { say, type Command } from './command.ts';
import { inTransaction, withDatabase } from './place.ts';
import { audit } from './audit.ts';
import { table } from './table.ts';

export const purge: Command = {
	summary: 'löscht, was lange genug aufbewahrt wurde (geschieht auch jede Nacht von selbst)',
	usage: `Aufruf: npm run operator -- purge [--dry-run]

Tut dasselbe wie die nächtliche Aufgabe und zeigt, wie viel es war. Verfahrensakten werden nie gelöscht, sondern
mit ihren Nummern zur Abgabe an das Archiv genannt.

  --dry-run               zählt nur, ändert nichts`,
	options: { 'dry-run': { type: 'boolean' } },
	async run(given) {
		const isDry = given.has('dry-run');
		await withDatabase(async (client) => {
			const lines = await inTransaction(client, () => carryOut(client, isDry));
			say(isDry ? 'Probelauf: Es wird nichts geändert.\n' : 'Aufbewahrung:\n');
			const words = lines.map(({ label, rows, keeps, source }) => [label, rows, keeps, source]);
			say(table(['Was', 'Anzahl', 'Frist', 'Grundlage'], words));
			const { rows } = await client.query<{ number: string }>('select private.archive_offers() as number');
			if (rows.length)
				say(`\nZur Abgabe an das Archiv anbieten:\n${rows.map(({ number }) => `  ${number}`).join('\n')}`);
		});
	}
};

type Line = { key: string; label: string; rows: string; keeps: string; source: string; consequence: string };

async function carryOut(client: pg.Client, isDry: boolean): Promise<Line[]> {
	const { rows } = await client.query<Line>(
		`select key, label, rows::text, consequence, source, case
			when extract(year from keeps) >= 10 then extract(year from keeps) || ' Jahre'
			when keeps = interval '1 day' then '1 Tag'
			when extract(day from keeps) > 0 then extract(day from keeps) || ' Tage'
			else extract(year from keeps) * 12 + extract(month from keeps) || ' Monate' end as keeps
		from private.purge($1)`,
		[isDry]
	);
	const done = rows.filter(({ consequence, rows }) => consequence !== 'offer' && rows !== '0');
	if (!isDry && done.length)
		await audit(
			client,
			'operator_purge',
			Object.fromEntries(done.map(({ key, rows }) => [key, Number(rows)]))
		);
	return rows;
}
