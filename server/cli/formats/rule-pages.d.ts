// Made by scripts/rule-pages.mjs from docs/rules.
declare module 'rule-pages' {
  /** The page of each rule, by its id. */
  const pages: Readonly<Record<string, string>>;
  export default pages;
}
