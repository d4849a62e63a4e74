import { inLocale } from '#lib/i18n/handle.ts';
import { backend } from '#lib/server/backend.ts';
import { ask, asSystem } from '#lib/server/database.ts';
import { queueMail } from '#lib/server/mail/mails.ts';
import { dormantLetter } from './account-letters.server.ts';
import type { Addressee } from './letters.server.ts';

type Dormant = Addressee & { deletedOn: string; authority: App.Authority };

/**
 * The nightly job `retire_accounts`: tells people whose account nobody used for nearly two years, and deletes the accounts
 * of those who were told in time and did not come. How long each takes is said in SQL (`private.dormancy`).
 */
export async function retireAccounts() {
	const address = backend().settings.publicAddress;
	for (const { authority, deletedOn, ...person } of await dormant()) {
		const letter = () => dormantLetter(person, deletedOn, { authority, address });
		await queueMail(person.email, inLocale(person.locale, letter), {
			kind: 'dormant',
			occasion: `dormant ${person.id} ${deletedOn}`,
			authorityId: authority.id,
			personId: person.id
		});
		await ask(asSystem().rpc('dormancy_noticed', { p_person: person.id }));
	}
	await ask(asSystem().rpc('delete_dormant_accounts'));
	await ask(asSystem().rpc('purge_challenges'));
}

const dormant = () => ask<Dormant[]>(asSystem().rpc('dormant_accounts'));
