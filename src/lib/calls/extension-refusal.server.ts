import { Refusal } from '#lib/server/database.ts';

/** A day that gives no more time than there is, said at the field where the day stands. @param field as the form calls it */
export const notLonger = (refusal: unknown, field: string): unknown =>
	refusal instanceof Refusal && refusal.code === 'INVAL'
		? new Refusal(refusal.code, refusal.status, 'calls_error_due', [field])
		: refusal;
