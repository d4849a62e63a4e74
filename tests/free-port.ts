import { createServer, type AddressInfo } from 'node:net';

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
	return new Promise((done) => {
		const probe = createServer().listen(0, 'localhost', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => done(port));
		});
	});
}
