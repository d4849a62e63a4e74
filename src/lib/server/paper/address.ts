/** "Markt 1, 38875 Elbingerode" in the lines of a letter. */
export const linesOf = (address: string | null): string[] => (address ? address.split(/,\s*/) : []);

/** Who sends a paper, as it stands above it. */
export const senderOf = ({ name, postalAddress }: App.Authority): string[] => [
	name,
	...linesOf(postalAddress)
];
