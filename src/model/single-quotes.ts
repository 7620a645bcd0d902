/** One word of a POSIX shell, whatever stands in it but NUL: within single quotes everything is literal but their end. */
export function inSingleQuotes(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
