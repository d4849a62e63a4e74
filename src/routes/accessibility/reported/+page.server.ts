import { error } from '@sveltejs/kit';
import { z } from 'zod';
import type { PageServerLoad } from './$types';

const receipt = z.object({ nummer: z.string().regex(/^[A-Z]{1,4}-BF-\d{1,9}$/), bis: z.iso.date() });

export const load: PageServerLoad = ({ url }) => {
	const parsed = receipt.safeParse(Object.fromEntries(url.searchParams));
	if (!parsed.success) error(404);
	return { number: parsed.data.nummer, dueOn: parsed.data.bis };
};
