/** crxjs: the path of a script that is built for injection. */
declare module '*?script' {
	const path: string;
	export default path;
}
