import type pg from 'pg';
import { href } from '../../lib/i18n/addresses.ts';
import { hashOf, newCode, newToken } from '../../lib/people/secrets.ts';
import { Failure, say, type Command } from './command.ts';
import { publicAddress } from './invitation.ts';
import { inTransaction, withDatabase } from './place.ts';

export const token: Command = {
	summary: 'zeigt einen Link, mit dem sich eine Person einmal anmeldet (wenn die Mail ausfällt)',
	usage: `Aufruf: npm run operator -- token --email ADRESSE

Zeigt einen Link zum Anmelden, der einmal und 20 Minuten lang gilt. Der Vorgang steht im Protokoll, das die
Verwaltung des Planungsträgers liest.

  --email ADRESSE         Mailadresse der Person`,
	options: { email: { type: 'string' } },
	async run(given) {
		const email = given.needed('email');
		const address = publicAddress();
		const secret = newToken();
		await withDatabase((client) => inTransaction(client, () => begin(client, email, secret)));
		say(`Der Link gilt einmal und 20 Minuten lang. Bitte geben Sie ihn nur der Person selbst:\n`);
		say(address + href('/sign-in/link/[token]', { token: secret }));
	}
};

/** A sign-in like one by mail, but for the limits: whoever runs this has the database anyway. */
async function begin(client: pg.Client, email: string, secret: string) {
	const { rows } = await client.query(
		`insert into private.sign_ins (person_id, account_hash, code_hash, link_hash)
		select id, private.account_hash(email), $2, $3 from public.people where id = private.find_person($1) returning person_id`,
		[email, hashOf(newCode() + newToken()), hashOf(secret)] // a code that nobody knows: only the link counts
	);
	if (!rows[0]) throw new Failure('Mit dieser Mailadresse ist niemand bekannt.');
	await client.query(`select private.audit(null, $1, 'operator_sign_in_link')`, [rows[0].person_id]);
}
