import http from 'node:http';

/**
 * Sends requests over kept-alive connections until the time is over.
 * @param {{ origin: string, seconds: number, connections: number, request: (n: number) => { method?: string, path: string, headers?: Record<string, string>, body?: string }, expect?: number[] }} plan
 * @returns {Promise<{ requests: number, seconds: number, p50: number, p99: number, bytes: number }>} latencies in milliseconds
 */
export async function load({ origin, seconds, connections, request, expect = [200] }) {
	const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
	const { hostname, port } = new URL(origin);
	const times = /** @type {number[]} */ ([]);
	const end = performance.now() + seconds * 1000;
	const begun = performance.now();
	let sent = 0;
	let bytes = 0;

	const once = () =>
		new Promise((resolve, reject) => {
			const { method = 'GET', path, headers, body } = request(sent++);
			const at = performance.now();
			const sending = http.request({ agent, hostname, port, method, path, headers }, (response) => {
				let received = 0;
				response.on('data', (chunk) => (received += chunk.length));
				response.on('end', () => {
					if (!expect.includes(response.statusCode ?? 0))
						return reject(new Error(`${method} ${path} answered ${response.statusCode}`));
					bytes += received;
					times.push(performance.now() - at);
					resolve(undefined);
				});
			});
			sending.on('error', reject);
			sending.end(body);
		});

	await Promise.all(
		Array.from({ length: connections }, async () => {
			while (performance.now() < end) await once();
		})
	);
	agent.destroy();
	times.sort((a, b) => a - b);
	return {
		requests: times.length,
		seconds: (performance.now() - begun) / 1000,
		p50: times[Math.floor(times.length * 0.5)] ?? 0,
		p99: times[Math.floor(times.length * 0.99)] ?? 0,
		bytes: bytes / Math.max(1, times.length)
	};
}
