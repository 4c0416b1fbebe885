// Prints the districts of the npm package thai-address-universal as JSON, for
// tools/compile_gazetteer.py:  node tools/district_names.mjs FOLDER > districts.json
// FOLDER is the unpacked package (the one with its package.json).
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const main = pathToFileURL(resolve(process.argv[2], "dist/esm/index.js"));
const { getProvinces, getDistricts } = await import(main);
const districts = [];
for (const province of await getProvinces()) {
  for (const district of await getDistricts(province.code)) {
    districts.push({ province: province.nameTh, name: district.nameTh, english: district.nameEn });
  }
}
console.log(JSON.stringify(districts));
