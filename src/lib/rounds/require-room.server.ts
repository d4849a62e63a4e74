import { redirect } from '@sveltejs/kit';
import { Refusal } from '#lib/server/database.ts';
import { whichPath } from './room-paths.ts';

type Event = { params: { slug: string }; url: URL };

/** Who is in several rooms and came without the name of one is asked which; the address goes along. */
export const askWhich =
	({ params, url }: Event) =>
	(refusal: unknown): never => {
		if (!(refusal instanceof Refusal) || refusal.code !== 'WHICH') throw refusal;
		redirect(303, whichPath({ slug: params.slug }, { weiter: url.pathname + url.search }));
	};
