/** A WebAssembly module that is written as text: built, in base64. */
declare module '*.wat' {
  const module: string;
  export default module;
}
