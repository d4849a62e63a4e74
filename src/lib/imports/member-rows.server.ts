import { m } from '#lib/i18n/paraglide/messages.js';
import { mailbox } from '#lib/people/person.ts';
import type { ImportColumn } from '#lib/server/import/columns.ts';
import { chosen, day, inEach, type Choice } from './reading.server.ts';

/** The columns of a file of members, in the order of the template. */
export const memberColumns = [
	column('organisation', m.imports_column_organisation, ['Gemeinde', 'Beirat', 'Verband'], true),
	column('post', m.imports_column_post, ['Funktion', 'Amt', 'Position'], true),
	column('salutation', m.imports_column_salutation, []),
	column('given_name', m.imports_column_given_name, ['Rufname'], true),
	column('family_name', m.imports_column_family_name, ['Name', 'Familienname'], true),
	column('email', m.imports_column_email, ['Mail', 'E-Mail-Adresse', 'Mailadresse'], true),
	column('starts_on', m.imports_column_starts_on, ['Beginn', 'Ab', 'Erster Tag']),
	column('ends_on', m.imports_column_ends_on, ['Ende', 'Letzter Tag']),
	column('capacity', m.imports_column_capacity, ['Eigenschaft', 'Rolle'])
] as const satisfies ImportColumn[];

/** The heading of our list of members that is no part of an invitation. */
export const ourMemberWords = inEach(m.imports_column_state);

type MemberKey = (typeof memberColumns)[number]['key'];

const salutations: Choice[] = [
	{ key: 'Frau', words: ['Fr.', 'w', 'Ms', 'Mrs'] },
	{ key: 'Herr', words: ['Hr.', 'Herrn', 'm', 'Mr'] }
];
export const capacities: Choice[] = [
	{
		key: 'holder',
		words: [...inEach(m.imports_word_holder), 'Inhaberin', 'Inhaber', 'Mitglied', 'ordentlich']
	},
	{
		key: 'deputy',
		words: [
			...inEach(m.imports_word_deputy),
			'Stellvertretung',
			'Stellvertreterin',
			'Stellvertreter',
			'Vertreter',
			'Vertreterin'
		]
	}
];

/** The row that our template has under its headings. */
export const isExampleMember = ({ given_name, family_name = '' }: Partial<Record<MemberKey, string>>) =>
	given_name === 'BEISPIEL' && /^bitte löschen$/i.test(family_name);

/** What a row says; what cannot be understood stays as it stands. */
export function readMember(texts: Partial<Record<MemberKey, string>>) {
	const answers: Record<string, string> = { ...texts };
	for (const name of ['given_name', 'family_name'] as const)
		if (texts[name]) answers[name] = onOneLine(texts[name]);
	if (texts.email) answers.email = mailbox(texts.email);
	if (texts.salutation) answers.salutation = chosen(texts.salutation, salutations);
	if (/^(keine|ohne|divers|-)$/i.test(texts.salutation ?? '')) delete answers.salutation;
	if (texts.capacity) answers.capacity = chosen(texts.capacity, capacities);
	if (texts.starts_on) answers.starts_on = day(texts.starts_on);
	if (texts.ends_on) answers.ends_on = day(texts.ends_on);
	return answers;
}

/** A name broken over two lines of its cell is one name. */
const onOneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

function column<Key extends string>(key: Key, message: unknown, words: string[], isRequired = false) {
	return { key, words: [...inEach(message), ...words], isRequired };
}
