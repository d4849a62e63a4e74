import { createHmac } from 'node:crypto';

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = encode({ alg: 'HS256', typ: 'JWT' });

/**
 * A signed statement of who asks, for the data interface only; it never leaves the server.
 * @param claims `role` is one of ours, never taken from input; `sub` is the person's id
 * @param seconds how long it is valid
 */
export function signToken(claims: { role: string; sub?: string }, secret: string, seconds: number): string {
	const now = Math.floor(Date.now() / 1000);
	const body = `${header}.${encode({ ...claims, iat: now, exp: now + seconds })}`;
	return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}
