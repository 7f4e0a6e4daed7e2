// Stands in for the unpacking of fonts in the WOFF2 format, of which there is none.
export default function decompress() {
  throw new Error('No font in the WOFF2 format was to be used.');
}
