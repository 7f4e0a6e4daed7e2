// The build of `yaml` that goes into every bundle and into the tests. The library's build for Node asks the environment
// about its own debugging for each of its lexemes, which is a quarter of the time of reading a file; its build for
// browsers is the same code without that. Editor, web and command line then also run the very same reader.
import { fileURLToPath } from 'node:url';

export const YAML_LIBRARY = fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url));
