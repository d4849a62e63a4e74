import { parseArgs } from 'node:util';

/** What is to be measured. `only`: keys of pages; then nothing is written, and what else the bench knows is left out. */
export type Wishes = {
	beside?: string;
	only?: string[];
	rounds: number;
	/** How much longer than usual a round is. */
	scale: number;
	germany: boolean;
};

/** `--beside 1e55d0f --only list,start --rounds 3` */
export function wishesOf(args: string[]): Wishes {
	const { values } = parseArgs({
		args,
		options: {
			beside: { type: 'string' },
			only: { type: 'string' },
			rounds: { type: 'string', default: '5' },
			scale: { type: 'string', default: '1' },
			germany: { type: 'boolean', default: false }
		}
	});
	return {
		...values,
		only: values.only?.split(','),
		rounds: Number(values.rounds),
		scale: Number(values.scale)
	};
}
