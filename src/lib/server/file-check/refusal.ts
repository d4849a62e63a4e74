/** Why a file is not taken; the noun that takes files has a sentence for each. */
export type Reason =
	| 'empty'
	| 'too_large'
	| 'unknown'
	| 'ending'
	| 'macros'
	| 'locked'
	| 'nested'
	| 'bomb'
	| 'huge_image'
	| 'unreadable'
	| 'locked_pdf'
	| 'heic'
	| 'heavy'
	| 'busy';

export class FileRefusal extends Error {
	readonly reason: Reason;

	constructor(reason: Reason) {
		super(reason);
		this.reason = reason;
	}
}
