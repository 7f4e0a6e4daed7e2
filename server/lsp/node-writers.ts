import type { LoadWriter } from '../export/render';

/** Loads a writer from the bundle beside the server's own. */
export const loadWriter: LoadWriter = async (format) => {
  switch (format) {
    case 'docx':
      return (await import('../export/bundles/docx')).write;
    case 'pdf':
      return (await import('../export/bundles/pdf')).write;
  }
};
