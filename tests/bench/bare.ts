import http from 'node:http';

// The yardstick: what Node itself needs to answer a request with a small page.
const page = '<!doctype html><html lang="de"><title>Augenhöhe</title><p>Guten Tag</p></html>';
http
	.createServer((request, response) => {
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
		response.end(page);
	})
	.listen(Number(process.env.PORT), '127.0.0.1');
