/** Whether a number, written so in JSON, is another one once it is read: JSON's numbers have no limit, a double has. */
export function isRounded(text: string): boolean {
  const value = Number(text);
  const printed = String(value);
  return !Number.isFinite(value) || (printed !== text && decimal(printed) !== decimal(text));
}

/** The one form that equal decimal numbers share: their digits, and the power of ten of the last one. */
function decimal(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const bare = withoutTrailingZeros(digits);
  if (bare === '') return '0';
  return `${sign}${bare}e${Number(exponent) - fraction.length + (digits.length - bare.length)}`;
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits.charAt(end - 1) === '0') end -= 1;
  return digits.slice(0, end);
}
