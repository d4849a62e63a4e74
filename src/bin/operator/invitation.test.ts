import { expect, test } from 'vitest';
import { Given } from './command.ts';
import { readGuest } from './invitation.ts';

const guest = (givenName: string) =>
	readGuest(
		new Given({ email: 'kern@beispiel.example', 'given-name': givenName, 'family-name': 'Kern' }, [])
	);

test('the name of a guest is read as it is seen, on one line', () => {
	expect(guest(' Sa\u200bbi\u202ene \n Maria ').givenName).toBe('Sabine Maria');
	expect(() => guest('\u200b')).toThrow('Die Angabe --given-name fehlt.');
});
