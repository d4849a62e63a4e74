import { error } from '@sveltejs/kit';
import { backend } from '#lib/server/backend.ts';
import { listKeptMails } from '#lib/server/mail/mails.ts';

/** Mails of the sample, readable by whoever sits at this machine. Outside the sample there is no such page. */
export async function load() {
	if (!backend().settings.sample) error(404);
	return { mails: (await listKeptMails()).map((mail) => ({ ...mail, parts: partsOf(mail.text ?? '') })) };
}

/** Text and addresses in turn, so that a link in a mail can be followed. */
function partsOf(text: string): { text: string; isLink: boolean }[] {
	return text.split(/(https?:\/\/\S+)/).map((part, index) => ({ text: part, isLink: index % 2 === 1 }));
}
