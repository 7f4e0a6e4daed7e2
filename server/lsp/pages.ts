import type { Connection } from 'vscode-languageserver';
import { check } from '../check';
import { clausePage, withClauseRestored } from '../features/clause-page';
import { regimePage } from '../features/regime-page';
import { whatIf } from '../features/what-if';
import { readRestoredAddress } from './messages';
import type { Readings } from './readings';

/** The pages that the server writes itself: a regime, one clause of it, a comparison, a certificate under other rules. */
export class Pages {
  readonly #connection: Connection;
  readonly #readings: Readings;
  /** Texts with a clause restored that were asked for, and the document that each is of. */
  readonly #restored = new Map<string, string>();

  constructor(connection: Connection, readings: Readings) {
    this.#connection = connection;
    this.#readings = readings;
    connection.workspace.textDocumentContent.on(({ uri }) => {
      const text = this.#write(uri);
      return text === undefined ? null : { text };
    });
  }

  /** Has the pages read again that are of these documents. */
  refresh(uris: readonly string[]): void {
    for (const [address, of] of this.#restored)
      if (uris.includes(of)) void this.#connection.workspace.textDocumentContent.refresh(address);
  }

  #write(uri: string): string | undefined {
    const compared = readRestoredAddress(uri);
    if (compared) {
      this.#restored.set(uri, compared.uri);
      const found = this.#readings.at(compared.uri);
      return found && withClauseRestored(found.analysis, compared.certificate, compared.clause);
    }
    const [, other, of] = /^euc:\/+what-if\/(.+)\.md\?(.+)$/.exec(uri) ?? [];
    // Some clients send the query with its signs written out, and some written by their number.
    if (other !== undefined && of !== undefined)
      return this.#writeWhatIf(decodeURIComponent(other), decodeURIComponent(of));
    const [, id, clauseId] = /^euc:\/+regimes\/([^/]+?)(?:\/clauses\/([^/]+))?\.md$/.exec(uri) ?? [];
    const regime = id === undefined ? undefined : this.#readings.regimeNamed(decodeURIComponent(id));
    if (!regime || clauseId === undefined) return regime && regimePage(regime);
    const clause = regime.clauses.find((required) => required.id === decodeURIComponent(clauseId));
    return clause && clausePage(clause, regime);
  }

  #writeWhatIf(regime: string, uri: string): string | undefined {
    const subject = this.#readings.at(uri)?.analysis;
    return subject && whatIf(subject, check(subject.tree.text, { ...this.#readings.around(uri), regime }));
  }
}
