import { afterAll, beforeEach, expect, test, vi } from 'vitest';

/* What lite prints, before the fence takes the word from it. */
const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
vi.spyOn(process.stdout, 'write').mockReturnValue(true);
vi.resetModules(); // another test may have loaded it already
const { likePostgrest } = await import('./errors.ts');
afterAll(() => void vi.restoreAllMocks());
beforeEach(() => void printed.mockClear());

const refused = {
	code: '23505',
	message: 'duplicate key',
	detail: 'Key (email)=(kern@beispiel.example) exists.'
};

test('a refused row is not printed', () => {
	console.error(likePostgrest(refused, 'authenticated'));
	console.error('while answering', likePostgrest(refused, 'authenticated'));
	expect(printed).not.toHaveBeenCalled();
});

test('everything else is printed', () => {
	console.error('something else');
	expect(printed).toHaveBeenCalledExactlyOnceWith('something else');
});

test.each([
	['42501', 'anon', 401],
	['42501', 'authenticated', 403],
	['NOTFD', 'authenticated', 400],
	['PT418', 'authenticated', 418],
	['57P01', 'authenticated', 503],
	['53100', 'authenticated', 503]
])('%s for %s is answered with %i', (code, role, status) => {
	const { detail } = likePostgrest({ code, message: 'x' }, role) as { detail: string };
	expect(JSON.parse(detail).status).toBe(status);
});

test('a connection that was cut has no code and is answered with 503', () => {
	const { detail, message } = likePostgrest(
		new Error('Connection terminated unexpectedly'),
		'anon'
	) as Error & {
		detail: string;
	};
	expect(JSON.parse(detail).status).toBe(503);
	expect(JSON.parse(message).code).toBe('PGRST001');
});
