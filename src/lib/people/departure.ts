import { z } from 'zod';

/** What a person leaves behind, and whether a fresh code is needed first. */
export interface Departure {
	isProven: boolean;
	isLastAdministrator: boolean;
	isLastPlanner: boolean;
	/** Reports that wait for an answer where nobody else plans. */
	unanswered: number;
	drafts: number;
	reports: number;
	entries: number;
}

export const departureForm = z.object({
	understood: z.literal('yes', 'account_error_understood')
});
