/** Secrets of every make: with signs that each kind of text escapes in its own way, of several lines, in tokens and in URLs. */
export const SECRETS = {
  password: 'Zq7"x/w0rd+ü& canary=one\\two',
  key: '-----BEGIN KEY-----\nQ29mZmVlIGFuZCB0\nZWEgYW5kIG1pbGs9\n-----END KEY-----',
  literal: 'Lq8-literal-0xC0FFEE-in-the-file',
  made: 'ZQ7"X/W0RD+Ü& CANARY=ONE\\TWO',
  databasePassword: 'Vd-9!dat@bse:pa55@w0rd',
  token: 'tok_9f8e7d6c5b4a39281706f5e4d3c2b1a0',
  cookie: 'sess.41c7e0b2-93d5-4f6a.signature-part',
}
