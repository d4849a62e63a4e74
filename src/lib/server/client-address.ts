import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * What attempts from one place are counted by: a hash, never the address. The network counts, since whoever has one address
 * often has all of them: of IPv6 the first half, of IPv4 the first three numbers.
 * @param address from `event.getClientAddress()`, which asks a proxy only when TRUST_PROXY says so
 */
export function addressHash(address: string): string {
	const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
	return createHash('sha256')
		.update(isIPv6(mapped) ? network(mapped) : mapped.split('.').slice(0, 3).join('.'))
		.digest('hex');
}

/** The first four groups of eight, zeros filled in. */
function network(address: string): string {
	const [head, tail] = address.split('%')[0]!.split('::');
	const before = head ? head.split(':') : [];
	const after = tail ? tail.split(':') : [];
	const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
	return [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after]
		.slice(0, 4)
		.map((group) => parseInt(group, 16).toString(16))
		.join(':');
}
