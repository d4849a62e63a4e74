import { z } from 'zod';

/** What a person leaves behind. */
export const departure = z.strictObject({
	isLastAdministrator: z.boolean(),
	isLastPlanner: z.boolean(),
	/** Reports that wait for an answer where nobody else plans. */
	unanswered: z.int(),
	drafts: z.int(),
	reports: z.int()
});
export type Departure = z.infer<typeof departure>;

export const departureForm = z.object({
	understood: z.literal('yes', 'account_error_understood')
});
