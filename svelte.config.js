import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ precompress: true }),
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['self'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'object-src': ['none'],
				'img-src': ['self', 'data:']
			}
		},
		typescript: {
			config: (config) => {
				config.include.push('../tests/**/*.ts', '../src/bin/**/*.js', '../*.ts', '../*.js');
			}
		}
	}
};
