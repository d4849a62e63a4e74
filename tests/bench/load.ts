import http from 'node:http';

export type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string };
type Plan = {
	origin: string;
	requests: number;
	connections: number;
	request: (n: number) => Sent;
	status?: number;
};

/** Latencies in milliseconds, size in bytes as sent (compressed). */
export type Load = { requests: number; seconds: number; p50: number; p99: number; bytes: number };

/** Sends requests over kept-alive connections until all are answered. */
export async function load({ origin, connections, requests, request, status = 200 }: Plan): Promise<Load> {
	const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
	const { hostname, port } = new URL(origin);
	const begun = performance.now();
	const times: number[] = [];
	let sent = 0;
	let bytes = 0;

	const send = ({ method = 'GET', path, headers, body }: Sent) =>
		new Promise<void>((resolve, reject) => {
			const at = performance.now();
			const options = {
				agent,
				hostname,
				port,
				method,
				path,
				headers: { 'accept-encoding': 'br', ...headers }
			};
			const sending = http.request(options, (response) => {
				response.on('data', (chunk: Buffer) => (bytes += chunk.length));
				response.on('end', () => {
					times.push(performance.now() - at);
					if (response.statusCode === status) resolve();
					else reject(new Error(`${method} ${path} answered ${response.statusCode}, not ${status}`));
				});
			});
			sending.on('error', reject).end(body);
		});

	const worker = async () => {
		while (sent < requests) await send(request(sent++));
	};
	await Promise.all(Array.from({ length: connections }, worker));
	agent.destroy();
	times.sort((a, b) => a - b);
	const at = (part: number) => times[Math.floor(times.length * part)] ?? 0;
	return {
		requests: times.length,
		seconds: (performance.now() - begun) / 1000,
		p50: at(0.5),
		p99: at(0.99),
		bytes: bytes / Math.max(1, times.length)
	};
}
