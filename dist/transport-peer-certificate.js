import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/transport/peer-certificate.ts
import { X509Certificate } from "node:crypto";
var DAY_MS = 864e5;
function peerCertificate(socket) {
  const certificate = socket.getPeerX509Certificate();
  if (!(certificate instanceof X509Certificate)) return void 0;
  return {
    subject: onOneLine(certificate.subject),
    issuer: onOneLine(certificate.issuer),
    names: alternativeNames(certificate.subjectAltName),
    expiresAt: Date.parse(certificate.validTo),
    protocol: socket.getProtocol() ?? "",
    trusted: socket.authorized
  };
}
function certificateParts(certificate, now) {
  return {
    subject: certificate.subject,
    issuer: certificate.issuer,
    names: certificate.names,
    expires_at: new Date(certificate.expiresAt).toISOString(),
    days_left: Math.floor((certificate.expiresAt - now) / DAY_MS),
    protocol: certificate.protocol,
    trusted: certificate.trusted
  };
}
function onOneLine(name) {
  return name.split("\n").filter(Boolean).join(", ");
}
function alternativeNames(text) {
  return [...(text ?? "").matchAll(/(?:DNS|IP Address|email|URI):("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(
    ([, name = ""]) => name.replace(/^"|"$/g, "")
  );
}

export {
  peerCertificate,
  certificateParts
};
