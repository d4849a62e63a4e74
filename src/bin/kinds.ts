import { format, resolveConfig } from 'prettier';
import pg from 'pg';

/**
 * The kinds of notices and mails as types, from the tables that list them: the compiler asks for a letter and a name of each.
 * @param url of a migrated PostgreSQL
 */
export async function generateKinds(url: string): Promise<string> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		const { rows: nouns } = await client.query<{ noun: string; kinds: string[] }>(
			'select noun, array_agg(kind order by kind) as kinds from private.notice_kinds group by noun order by noun'
		);
		const { rows: mails } = await client.query<{ kind: string; direct: boolean }>(
			'select kind, direct_because is not null as direct from private.mail_kinds order by kind'
		);
		const direct = mails.filter(({ direct }) => direct);
		const text = `// Written by \`npm run types\` from private.notice_kinds and private.mail_kinds.
		declare namespace App {
			/** Kinds of notices by the noun that writes their letters. */
			interface NoticeKinds {
				${nouns.map(({ noun, kinds }) => `${noun}: ${union(kinds)};`).join('\n')}
			}
			type MailKind = ${union(mails.map(({ kind }) => kind))};
			/** Those that start as no notice; the table says why. */
			type DirectMailKind = ${union(direct.map(({ kind }) => kind))};
		}`;
		return await format(text, { ...(await resolveConfig('src/app.d.ts')), parser: 'typescript' });
	} finally {
		await client.end();
	}
}

const union = (kinds: string[]) => kinds.map((kind) => `'${kind}'`).join(' | ');
