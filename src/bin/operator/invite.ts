import type pg from 'pg';
import { isoDay, today } from '../../lib/i18n/berlin.ts';
import { Failure, UsageFailure, type Command, type Given } from './command.ts';
import { guestOptions, guestUsage, inviteTo, readGuest, tellLink } from './invitation.ts';
import { inTransaction, withDatabase } from './place.ts';

export const invite: Command = {
	summary: 'lädt jemanden auf eine Stelle ein und zeigt den Link',
	usage: `Aufruf: npm run operator -- invite --post STELLE --organisation NAME --email ADRESSE --given-name VORNAME --family-name NAME

Für den Notfall: Im Alltag lädt die Verwaltung des Planungsträgers auf den Seiten ein.

  --post STELLE           Bezeichnung der Stelle, oder ihre Nummer aus der Adresse ihrer Seite
  --organisation NAME     wozu die Stelle gehört; mit der Nummer nicht nötig
${guestUsage}
  --deputy                als Vertretung
  --until JJJJ-MM-TT      letzter Tag der Besetzung`,
	options: {
		post: { type: 'string' },
		organisation: { type: 'string' },
		...guestOptions,
		deputy: { type: 'boolean' },
		until: { type: 'string' }
	},
	async run(given) {
		const wanted = { post: given.needed('post'), organisation: given.text('organisation') };
		const capacity = given.has('deputy') ? 'deputy' : 'holder';
		const [guest, endsOn] = [readGuest(given), readUntil(given)];
		if (!isId(wanted.post)) given.needed('organisation');
		const link = await withDatabase((client) =>
			inTransaction(client, async () =>
				inviteTo(client, { postId: await find(client, wanted), capacity, endsOn }, guest)
			)
		);
		tellLink(link);
	}
};

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

function readUntil(given: Given): string | null {
	const until = given.text('until');
	if (!until) return null;
	if (isoDay(until) !== until || until < today())
		throw new UsageFailure(
			'Der letzte Tag wird als JJJJ-MM-TT angegeben und liegt nicht in der Vergangenheit.'
		);
	return until;
}

async function find(
	client: pg.Client,
	{ post, organisation }: { post: string; organisation?: string | undefined }
) {
	const { rows } = await client.query(
		`select p.id from public.posts p join public.organisations o on o.id = p.organisation_id
		where p.abolished_on is null and case when $3 then p.id::text = lower($1) else lower(p.title) = lower($1) and lower(o.name) = lower($2) end`,
		[post, organisation ?? null, isId(post)]
	);
	if (rows.length > 1)
		throw new Failure('Diese Stelle gibt es bei mehreren Planungsträgern: Bitte nennen Sie ihre Nummer.');
	if (!rows[0])
		throw new Failure(
			'Diese Stelle gibt es nicht: Bitte schreiben Sie Stelle und Organisation so, wie sie auf den Seiten stehen.'
		);
	return rows[0].id as string;
}
