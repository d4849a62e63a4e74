import { Failure, say, type Command } from './command.ts';
import { backupAge, databaseFindings, freeSpace, type Finding } from './findings.ts';
import { fromHere, place, withDatabase } from './place.ts';
import { StartFailure } from '../../lib/server/start-failure.ts';
import { table } from './table.ts';

export const check: Command = {
	summary: 'prüft Datenbank, Aufträge, Mails, Stellen, Platz und Sicherung',
	usage: `Aufruf: npm run operator -- check [--backups ORDNER]

Zeigt eine Tabelle. Endet mit 1, wenn etwas nicht stimmt; ein Hinweis allein ist kein Fehler.

  --backups ORDNER        prüft auch, ob die neueste Sicherung dort höchstens zwei Tage alt ist`,
	options: { backups: { type: 'string' } },
	async run(given) {
		const backups = given.text('backups');
		const findings = [...(await ofDatabase()), await freeSpace(place().dataFolder)];
		if (backups) findings.push(await backupAge(fromHere(backups)));
		say(
			table(
				['Prüfung', 'Ergebnis', 'Befund'],
				findings.map(({ what, state, text }) => [what, words[state], text])
			)
		);
		return findings.some(({ state }) => state === 'wrong') ? 1 : 0;
	}
};

const words = { fine: 'in Ordnung', hint: 'Hinweis', wrong: 'FEHLER' };

/** A database that does not answer is a finding too. */
async function ofDatabase(): Promise<Finding[]> {
	try {
		return await withDatabase(databaseFindings, { isCurrent: false });
	} catch (error) {
		if (!(error instanceof Failure || error instanceof StartFailure)) throw error;
		return [{ what: 'Datenbank', state: 'wrong', text: error.message }];
	}
}
