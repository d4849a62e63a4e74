/** One line of a group of radio buttons or boxes: what is sent, what is read, and a hint below it. */
export interface Choice {
	value: string;
	label: string;
	hint?: string;
}
