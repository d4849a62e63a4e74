import { href } from '#lib/i18n/addresses.ts';
import { number } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing, type Recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import { backend } from '#lib/server/backend.ts';
import { ask, asSystem, Refusal } from '#lib/server/database.ts';
import { longCall } from '#lib/server/jobs/long-call.ts';
import type { Letter } from '#lib/server/mail/letter.ts';
import { queueMail } from '#lib/server/mail/mails.ts';

type Payload = { import_id: string };

const mostTries = 3;

/**
 * The job `take_import`: takes over all rows or none, with the rights that the person has now. A refusal is noted for
 * them; after anything else the job is tried again, and then given up with a word, so that they can go on.
 */
export async function takeImport({ import_id }: Payload, { job }: { job: { attempts: number } }) {
	const personId = await ask<string | null>(asSystem().rpc('import_to_take', { p_id: import_id }));
	if (!personId) return; // done, discarded, or its person is gone
	try {
		await longCall(personId, 'select public.commit_import($1)', [import_id]);
	} catch (error) {
		const isRefused = error instanceof Refusal && error.status < 500;
		if (!isRefused && job.attempts < mostTries) throw error;
		const failure = isRefused ? error.messageKey : 'errors_unexpected';
		await ask(asSystem().rpc('import_failed', { p_id: import_id, p_failure: failure }));
	}
}

interface Taken {
	authority: App.Authority;
	organisationId: string;
	organisationName: string;
	numbers: string[];
	recipients: Recipient[];
}

/** The job `mail_import`: one receipt for each organisation, not one for each report. */
export async function mailImport({ import_id }: Payload) {
	for (const taken of await ask<Taken[]>(asSystem().rpc('mail_import', { p_id: import_id })))
		for (const to of taken.recipients)
			await queueMail(to.email, receipt(to, taken, backend().settings.publicAddress), {
				kind: 'receipt',
				occasion: `import:${import_id}:${taken.organisationId}`,
				authorityId: taken.authority.id,
				personId: to.personId
			});
}

const mostNumbers = 50;

function receipt(to: Recipient, { authority, organisationName, numbers }: Taken, address: string): Letter {
	return inLocale(to.locale, () => {
		const about = { count: number(numbers.length), organisation: organisationName };
		const shown = numbers.slice(0, mostNumbers).join(', ');
		return {
			locale: to.locale,
			subject: numbers.length === 1 ? m.imports_mail_subject_one(about) : m.imports_mail_subject(about),
			greeting: greeting(to),
			paragraphs: [
				m.imports_mail_why({ authority: authority.name, organisation: organisationName }),
				numbers.length > mostNumbers
					? m.imports_mail_numbers_more({ numbers: shown })
					: m.imports_mail_numbers({ numbers: shown }),
				m.imports_mail_next()
			],
			link: { label: m.imports_mail_link(), address: `${address}${href('/needs')}?eigene=ja` },
			closing: closing(authority)
		};
	});
}

/** The nightly job `purge_imports`: forgets files after 30 days. */
export async function purgeImports() {
	await ask(asSystem().rpc('purge_imports'));
}
