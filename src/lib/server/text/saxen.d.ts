declare module 'saxen' {
	type Decode = (text: string) => string;

	/** Only what is used here; see https://github.com/nikku/saxen. */
	export class Parser {
		ns(prefixes: Record<string, string>): this;
		on(
			name: 'openTag',
			then: (name: string, attributes: () => Record<string, string>, decode: Decode) => void
		): this;
		on(name: 'closeTag', then: (name: string) => void): this;
		on(name: 'text', then: (text: string, decode: Decode) => void): this;
		on(name: 'cdata' | 'attention', then: (text: string) => void): this;
		on(name: 'error' | 'warn', then: (error: Error) => void): this;
		parse(xml: string): this;
	}
}
