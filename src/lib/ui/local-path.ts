/** An address of these pages to return to, as sent by a form or the browser; anything that leads elsewhere becomes the fallback. */
export function localPath(sent: unknown, fallback = '/'): string {
	if (typeof sent !== 'string' || !sent.startsWith('/')) return fallback;
	const here = 'http://here.invalid';
	const url = URL.parse(sent, here);
	return url?.origin === here && !url.pathname.startsWith('//')
		? url.pathname + url.search + url.hash
		: fallback;
}
