import type { z } from 'zod';
import type { GuestSays } from '#lib/calls/kind.ts';
import type { Values } from '#lib/ui/device-copies.ts';
import type { callKindDocument } from './call-kind-document.ts';
import { problemsIn, saidIn } from './entry-form.ts';

export type Asked = z.infer<typeof callKindDocument.asked>;

/** What a guest says of a survey, by field, held to the same as what is entered from paper. */
export function guestSays(values: Values, { fields, form }: Asked): GuestSays {
	const said = saidIn(values, fields, form);
	return {
		given: Object.fromEntries(said.map(({ field, ...words }) => [field, words])),
		problems: problemsIn(said, fields, form, { nothing: 'guest_link_error_fields', isComplete: true })
	};
}
