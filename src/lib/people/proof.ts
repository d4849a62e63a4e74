import { z } from 'zod';

/** With what a person can show that it is still them. */
export interface Proof {
	hasFactor: boolean;
	hasPassword: boolean;
}

export const passwordProofForm = z.object({
	password: z.string().min(1, 'people_error_password_missing').max(200, 'account_error_proof_password')
});
