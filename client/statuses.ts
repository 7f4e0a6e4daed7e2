import { EventEmitter, type Event, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { STATUS, type StatusParams } from '../server/lsp/messages';

/** The verdicts as the server tells them. The client keeps but one listener for a kind of message; this serves many. */
export function statusEvent(context: ExtensionContext, client: BaseLanguageClient): Event<StatusParams> {
  const emitter = new EventEmitter<StatusParams>();
  context.subscriptions.push(
    emitter,
    client.onNotification(STATUS, (status: StatusParams) => {
      emitter.fire(status);
    }),
  );
  return emitter.event;
}
