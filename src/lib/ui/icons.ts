/** What the signs look like, as paths in a square of 20. */
export const icons = {
	done: 'M3 10.5 8 15.5 17 5',
	open: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14',
	now: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4l3 2',
	late: 'M10 2.5 18.5 17h-17zM10 8v4M10 14.2v.6',
	up: 'M5 12l5-5 5 5',
	down: 'M5 8l5 5 5-5'
};
export type IconName = keyof typeof icons;
