/* eslint-disable @typescript-eslint/consistent-type-imports -- A declared module may not import by a relative name. */
declare module 'purpose-language' {
  /** Text or bytes, deflated, in base64. */
  type Packed = string;

  const language: {
    readonly lexicon: Packed;
    /** The two columns of the list, which pack better apart: the words one a line, their signs in one line. */
    readonly likeness: { readonly words: Packed; readonly signs: Packed };
    readonly vocabularies: Readonly<
      Record<
        string,
        {
          readonly concepts: Packed;
          readonly readings: import('./readings').Readings;
          readonly tagger: (Omit<import('./tagger/network').Weights, 'bytes'> & { readonly bytes: Packed }) | undefined;
        }
      >
    >;
  };
  export default language;
}
