import { z } from 'zod';
import { isoDay, today } from '#lib/i18n/berlin.ts';
import { formId } from '#lib/ui/form-id.ts';
import { channels } from './source.ts';

const givenBy = z.string().trim().max(160, 'channels_error_given_by_long');

/** Channel, day and giver of what a planner enters. SQL knows the same bounds: not tomorrow, not more than a year ago. */
export const source = z.object({
	channel: z.enum(channels, 'channels_error_channel'),
	receivedOn: z
		.string()
		.refine((day) => isoDay(day) !== null, 'channels_error_received_on')
		.transform((day) => isoDay(day)!)
		.refine((day) => day <= dayBefore(0), 'errors_received_in_the_future')
		.refine((day) => day >= dayBefore(1), 'errors_received_too_long_ago'),
	givenBy: givenBy.min(1, 'channels_error_given_by')
});
export type Source = z.infer<typeof source>;

/** Before the source, in the order of the page: mistakes are listed in that of the schema. */
export const entry = z.object({
	form_id: formId,
	organisation: z.string().min(1, 'channels_error_organisation'),
	...source.shape
});

/** For which member the office of a council writes, and how the member told it; online: for nobody in particular. */
export const memberSource = z
	.object({ channel: z.enum(['online', ...channels], 'channels_error_channel'), givenBy })
	.refine(({ channel, givenBy }) => channel === 'online' || givenBy, {
		path: ['givenBy'],
		message: 'channels_error_given_by'
	});

/** The calendar day in Germany, today or so many years ago. */
function dayBefore(years: number): string {
	const now = today();
	return `${Number(now.slice(0, 4)) - years}${now.slice(4)}`;
}

/** A source as the functions of the database take it. */
export const parametersOf = <Day extends string | null>({
	channel,
	receivedOn,
	givenBy
}: {
	channel: string;
	receivedOn: Day;
	givenBy: string;
}) => ({ p_channel: channel, p_received_on: receivedOn, p_given_by: givenBy });
