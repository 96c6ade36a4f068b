// Where the 署名届 leaves room for the signature, in millimetres from the top left corner of an A4 sheet. The sheet is
// drawn by it and the scan is read by it.

/** The frame in which one signs. */
export const signatureFrame = { x: 45, y: 110, width: 120, height: 40 } as const;
/** Four black squares around it by which a scan that is turned, shifted or enlarged is put straight again. */
export const cornerMarks = {
  side: 5,
  centres: [
    { x: 39, y: 104 },
    { x: 171, y: 104 },
    { x: 39, y: 156 },
    { x: 171, y: 156 },
  ],
} as const;
