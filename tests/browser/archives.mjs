// ZIPs and other files for the browser tests, honest and not, made of bytes.

import { crc32, deflateRawSync } from "node:zlib";

const number = (value, bytes) => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer.subarray(0, bytes);
};

/** A ZIP of `[{ name, bytes }]`; a member with `encrypted` says that it has a password. */
export function zipped(members) {
  const locals = [];
  const central = [];
  let offset = 0;
  for (const { name, bytes, encrypted } of members) {
    const [title, content] = [Buffer.from(name), Buffer.from(bytes)];
    const packed = deflateRawSync(content);
    const fields = Buffer.concat([number(20, 2), number(0x800 | (encrypted ? 1 : 0), 2), number(8, 2), number(0x50210000, 4), number(crc32(content), 4), number(packed.length, 4), number(content.length, 4), number(title.length, 2), number(0, 2)]);
    locals.push(Buffer.from("PK\x03\x04"), fields, title, packed);
    central.push(Buffer.from("PK\x01\x02"), number(20, 2), fields, Buffer.alloc(10), number(offset, 4), title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), number(0, 4), number(members.length, 2), number(members.length, 2), number(directory.length, 4), number(offset, 4), number(0, 2)]);
}

/** A ZIP of one member that unzips to ten gigabytes and says so, 65 MB long. */
export function bomb(name) {
  const size = 10 * 2 ** 30;
  // A final block of the fixed code: one zero, then matches of 258 zeros, 13 bits each, eight of them in 13 bytes.
  const bits = `11000110000${"1100010100000".repeat(17)}`;
  const packed = (from, bytes) => Buffer.from(Array.from({ length: bytes }, (_, byte) => [...bits.slice(from + byte * 8, from + byte * 8 + 8)].reduce((sum, bit, place) => sum | (Number(bit) << place), 0)));
  const stream = Buffer.concat([packed(0, 8), Buffer.alloc(13 * Math.floor(size / (8 * 258)), packed(64, 13))]);
  const title = Buffer.from(name);
  const extra = Buffer.concat([number(1, 2), number(16, 2), number(size, 8), number(stream.length, 8)]);
  const fields = Buffer.concat([number(45, 2), number(0x800, 2), number(8, 2), number(0x50210000, 4), number(0, 4), Buffer.alloc(8, 0xff), number(title.length, 2), number(extra.length, 2)]);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, title, extra]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02"), number(45, 2), fields, Buffer.alloc(14), title, extra]);
  return Buffer.concat([local, stream, central, Buffer.from("PK\x05\x06"), number(0, 4), number(1, 2), number(1, 2), number(central.length, 4), number(local.length + stream.length, 4), number(0, 2)]);
}

/** A workbook of one sheet, given as the inside of its `sheetData`. */
export const workbook = (rows) => zipped([
  { name: "_rels/.rels", bytes: '<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>' },
  { name: "xl/workbook.xml", bytes: '<workbook><sheets><sheet name="一覧" id="rId1"/></sheets></workbook>' },
  { name: "xl/_rels/workbook.xml.rels", bytes: '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' },
  { name: "xl/worksheets/sheet1.xml", bytes: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
]);

/** A compound file (the form of old Office files) that holds a stream of this name. */
export const compound = (stream) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from(stream, "utf16le"), Buffer.alloc(512)]);
