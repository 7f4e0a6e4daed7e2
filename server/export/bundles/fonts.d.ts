// The build puts the bytes of a font in the place of its name.
declare module '*.ttf' {
  const bytes: Uint8Array;
  export default bytes;
}
