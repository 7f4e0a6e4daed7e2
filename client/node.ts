export function activate(): void {
  // The client is started here.
}
