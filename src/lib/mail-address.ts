/** Characters of an address (RFC 5321, 4.5.3.1.3, without the angle brackets). */
const longest = 254;
const pattern = /^[^\s@"(),:;<>[\\\]]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z0-9-]*[A-Za-z0-9]$/;

/** One address of ASCII, as the mailer takes it; whether it exists is seen when the mail comes. */
export const isMailAddress = (text: string): boolean =>
  text.length <= longest && /^[\x21-\x7e]+$/.test(text) && pattern.test(text);
