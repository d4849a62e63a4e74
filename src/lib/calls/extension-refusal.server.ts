import { Refusal } from '#lib/server/database.ts';

/**
 * A day that gives no more time than there is, said at the field where the day stands: `grant(…).catch(notLonger('due_on'))`.
 * @param field as the form calls it
 */
export const notLonger =
	(field: string) =>
	(refusal: unknown): never => {
		if (refusal instanceof Refusal && refusal.code === 'INVAL')
			throw new Refusal(refusal.code, refusal.status, 'calls_error_due', [field]);
		throw refusal;
	};
