export const arguments_: string[];
export function findChromium(root: string): Promise<string>;
