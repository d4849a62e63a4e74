import { gzipSync } from 'node:zlib';

export type Assets = { path: string; javascript: number; css: number };
type Asked = string | { path: string; headers: Record<string, string> };

/** JavaScript and CSS that a browser loads with each page, in kB after gzip. Follows static imports. */
export async function assetsOf(origin: string, asked: Asked[]): Promise<Assets[]> {
	return Promise.all(
		asked.map(async (page) => {
			const { path, headers } = typeof page === 'string' ? { path: page, headers: {} } : page;
			const response = await fetch(origin + path, { headers: { ...headers } });
			if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
			const html = await response.text();
			const inline = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)]
				.map(([, text]) => text ?? '')
				.join('');
			const base = new URL(path, origin);
			const linked = [...html.matchAll(/(?:href|src|import\()\s*=?\s*\(?["']([^"']+\.(?:js|css))["']/g)].map(
				([, at]) => at!
			);
			const sizes = await sizesOf(linked.map((at) => new URL(at, base).href));
			return {
				path: path.replace(/[0-9a-f-]{36}/, '…'),
				javascript: sizes.js + (inline.trim() ? gzipSync(inline).length / 1000 : 0),
				css: sizes.css
			};
		})
	);
}

async function sizesOf(addresses: string[]) {
	const seen = new Set<string>();
	const sizes = { js: 0, css: 0 };
	for (const address of addresses) {
		if (seen.has(address)) continue;
		seen.add(address);
		const text = await (await fetch(address)).text();
		sizes[address.endsWith('.css') ? 'css' : 'js'] += gzipSync(text).length / 1000;
		if (address.endsWith('.js'))
			for (const [, imported] of text.matchAll(/(?:from|import)\s*["']([^"']+\.js)["']/g))
				addresses.push(new URL(imported!, address).href);
	}
	return sizes;
}
