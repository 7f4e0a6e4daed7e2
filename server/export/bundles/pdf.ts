import bold from '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf';
import regular from '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf';
import { pdfWriter } from '../pdf';

// The bundle that writes PDF, with its typeface: loaded when one is asked for.
export const write = pdfWriter({ regular, bold });
