// The bundle that writes Word documents: loaded when one is asked for.
export { writeDocx as write } from '../docx';
