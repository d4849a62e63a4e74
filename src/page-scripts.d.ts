declare module '*?script' {
	/** Where the bundled script lies. */
	const address: string;
	export default address;
}
