import { expect, test } from 'vitest';
import { addressHash } from './client-address.ts';

test('addresses of one IPv6 network count as one', () => {
	expect(addressHash('2001:db8:1:2::1')).toBe(addressHash('2001:0db8:0001:0002:ffff::9'));
	expect(addressHash('2001:db8:1:2::1')).not.toBe(addressHash('2001:db8:1:3::1'));
	expect(addressHash('2001:db8::1')).toBe(addressHash('2001:db8:0:0:5::'));
});

test('addresses of one IPv4 network count as one, however they are written', () => {
	expect(addressHash('::ffff:192.0.2.1')).toBe(addressHash('192.0.2.200'));
	expect(addressHash('192.0.2.1')).not.toBe(addressHash('192.0.3.1'));
});

test('the hash says nothing of the address', () => {
	expect(addressHash('192.0.2.1')).toMatch(/^[0-9a-f]{64}$/);
});
