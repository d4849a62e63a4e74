import { z } from 'zod';

/** What a person leaves behind, and whether a fresh code is needed first. */
export const departure = z.strictObject({
	isProven: z.boolean(),
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
