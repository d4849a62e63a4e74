import type pg from 'pg';
import { migrate } from '../../lib/server/embedded/migrate.ts';
import { Failure, say, UsageFailure, type Command, type Given } from './command.ts';
import { guestOptions, guestUsage, inviteTo, readGuest, tellLink } from './invitation.ts';
import { inTransaction, place, withDatabase } from './place.ts';

export const administrator: Command = {
	summary: 'lädt die erste Verwalterin oder den ersten Verwalter eines Planungsträgers ein',
	usage: `Aufruf: npm run operator -- administrator --authority SCHLÜSSEL --email ADRESSE --given-name VORNAME --family-name NAME

Lädt jemanden auf die Stelle ein, die den Planungsträger verwaltet, und zeigt den Link. Alle weiteren
Einladungen gehen danach über die Seiten.

  --authority SCHLÜSSEL   kurzer Name des Planungsträgers, zum Beispiel harz
${guestUsage}
  --another               lädt jemanden dazu ein, obwohl die Stelle schon besetzt ist
  --create                legt den Planungsträger an, wenn es ihn noch nicht gibt, mit
    --name NAME             vollem Namen, zum Beispiel "Landkreis Harz"
    --prefix KÜRZEL         ein bis vier Großbuchstaben, mit denen jede Nummer beginnt, zum Beispiel HZ
    --district SCHLÜSSEL    fünfstelligem Kreisschlüssel, zum Beispiel 15085`,
	options: {
		authority: { type: 'string' },
		...guestOptions,
		another: { type: 'boolean' },
		create: { type: 'boolean' },
		name: { type: 'string' },
		prefix: { type: 'string' },
		district: { type: 'string' }
	},
	async run(given) {
		const key = given.needed('authority');
		const guest = readGuest(given);
		const fresh = given.has('create') ? readAuthority(key, given) : undefined;
		const link = await withDatabase(
			async (client, url) => {
				if (place().storage.mode !== 'supabase') await migrate(url);
				return inTransaction(client, async () => {
					const authorityId = (await find(client, key)) ?? (await create(client, key, fresh));
					const post = await administratorsPost(client, authorityId);
					if (post.isTaken && !given.has('another'))
						throw new Failure(
							`${key} hat schon eine Verwaltung oder eine offene Einladung dazu: Mit --another laden Sie jemanden dazu ein.`
						);
					return inviteTo(client, { postId: post.id, capacity: post.isTaken ? 'deputy' : 'holder' }, guest);
				});
			},
			{ mayMake: true, isCurrent: place().storage.mode === 'supabase' }
		);
		tellLink(link);
	}
};

type Fresh = { name: string; prefix: string; district: string };

function readAuthority(key: string, given: Given): Fresh {
	const fresh = {
		name: given.needed('name'),
		prefix: given.needed('prefix'),
		district: given.needed('district')
	};
	if (!/^[a-z][a-z0-9-]{1,40}$/.test(key))
		throw new UsageFailure('Der Schlüssel besteht aus kleinen Buchstaben, Ziffern und Bindestrichen.');
	if (!/^[A-Z]{1,4}$/.test(fresh.prefix))
		throw new UsageFailure('Das Kürzel besteht aus ein bis vier Großbuchstaben.');
	if (!/^[0-9]{5}$/.test(fresh.district)) throw new UsageFailure('Der Kreisschlüssel hat fünf Ziffern.');
	return fresh;
}

async function find(client: pg.Client, key: string): Promise<string | undefined> {
	const { rows } = await client.query('select id from public.authorities where key = $1 for update', [key]);
	return rows[0]?.id;
}

async function create(client: pg.Client, key: string, fresh: Fresh | undefined): Promise<string> {
	if (!fresh)
		throw new Failure(
			`Den Planungsträger ${key} gibt es nicht: Mit --create, --name, --prefix und --district legen Sie ihn an.`
		);
	const taken = await client.query('select key from public.authorities where prefix = $1', [fresh.prefix]);
	if (taken.rows.length)
		throw new Failure(
			`Das Kürzel ${fresh.prefix} führt schon ${taken.rows[0].key}: Bitte wählen Sie ein anderes.`
		);
	const { rows } = await client.query(
		'insert into public.authorities (key, name, prefix, district_key) values ($1, $2, $3, $4) returning id',
		[key, fresh.name, fresh.prefix, fresh.district]
	);
	say(`Planungsträger ${fresh.name} angelegt.`);
	return rows[0].id;
}

/** Made where it is missing, with the organisation it belongs to. Taken: somebody holds it or is invited to it. */
async function administratorsPost(
	client: pg.Client,
	authorityId: string
): Promise<{ id: string; isTaken: boolean }> {
	const { rows } = await client.query(
		`select p.id, exists (select from public.holdings h where h.post_id = p.id and private.is_current(h))
			or exists (select from public.invitations i where i.post_id = p.id and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()) as "isTaken"
		from public.posts p where p.authority_id = $1 and p.kind = 'administrator' and p.abolished_on is null order by 2 desc, p.created_at limit 1`,
		[authorityId]
	);
	if (rows[0]) return rows[0];
	const made = await client.query(
		`with found as (select id from public.organisations where authority_id = $1 and kind = 'authority' order by created_at limit 1),
		made as (insert into public.organisations (authority_id, kind, name) select id, 'authority', name from public.authorities
			where id = $1 and not exists (select from found) returning id)
		select id from found union all select id from made`,
		[authorityId]
	);
	const post = await client.query(
		`insert into public.posts (organisation_id, kind, title) values ($1, 'administrator', 'Verwaltung der Plattform') returning id`,
		[made.rows[0].id]
	);
	return { id: post.rows[0].id, isTaken: false };
}
