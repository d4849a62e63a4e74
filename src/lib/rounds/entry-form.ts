import { z } from 'zod';
import { anyDay } from '#lib/calls/day-and-time.ts';
import { channels } from '#lib/channels/source.ts';
import { isoDay, today } from '#lib/i18n/berlin.ts';
import type { Values } from '#lib/ui/device-copies.ts';
import { formId } from '#lib/ui/form-id.ts';
import { pointKind, type PointKind } from './call-kind-document.ts';

/** A statement that came otherwise than online: on which way, from whom, when, and what it says before its points. */
export const entryForm = z.object({
	form_id: formId,
	kind: z.enum(['joint', 'no_objections'], 'rounds_error_entry_kind'),
	channel: z.enum(channels, 'calls_error_channel'),
	given_by: z.string().trim().min(1, 'calls_error_given_by').max(160, 'calls_error_long'),
	received_on: anyDay.refine((day) => !isoDay(day) || day <= today(), 'errors_received_in_the_future'),
	intro: z.string().max(20_000, 'rounds_error_long')
});

/** Names the inputs of a point on the form, counted from 1. */
export const inputsOf = (place: number) => ({
	section: `section-${place}`,
	kind: `kind-${place}`,
	body: `body-${place}`
});

/** How many points the form has room for. */
export const roomIn = (values: Values) => Math.min(Math.max(Number(values.points) || 3, 1), 100);

export interface EnteredPoint {
	place: number;
	section: string | null;
	kind: PointKind;
	body: string;
}

/** The points on the form that say something. */
export const pointsIn = (values: Values): EnteredPoint[] =>
	Array.from({ length: roomIn(values) }, (_, index) => {
		const names = inputsOf(index + 1);
		const kind = pointKind.options.find((each) => each === values[names.kind]) ?? 'note';
		return {
			place: index + 1,
			section: String(values[names.section] ?? '') || null,
			kind,
			body: String(values[names.body] ?? '').trim()
		};
	}).filter(({ body }) => body);

/** Input → key of the sentence that says what is wrong. */
export function problemsIn(values: Values, points: EnteredPoint[]): Record<string, string> {
	const says = points.length > 0 || String(values.intro ?? '').trim() !== '';
	const long = points.filter(({ body }) => body.length > 20_000);
	return {
		...(values.kind === 'joint' && !says ? { intro: 'rounds_error_entry_nothing' } : {}),
		...(values.kind === 'no_objections' && says ? { kind: 'rounds_error_entry_both' } : {}),
		...Object.fromEntries(long.map(({ place }) => [inputsOf(place).body, 'rounds_error_long']))
	};
}
