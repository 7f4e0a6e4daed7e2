declare module 'purpose-language' {
  import type { Weights } from './tagger/network';

  /** Text, deflated, in base64. */
  type Packed = string;

  const language: {
    readonly lexicon: Packed;
    readonly vocabularies: Readonly<
      Record<string, { readonly concepts: Packed; readonly tagger: Weights | undefined }>
    >;
  };
  export default language;
}
