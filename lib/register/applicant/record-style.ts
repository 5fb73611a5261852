import "server-only";
import { Html } from "./html";

/** The letter's look: the house's colours on white, large type on a screen, A4 on paper. No file beside it. */
export const RECORD_STYLE = new Html(`<style>
:root{color:#0f1e3d;background:#fff;font:500 18px/1.5 "Plus Jakarta Sans",ui-sans-serif,system-ui,sans-serif}
body{margin:0 auto;max-width:52rem;padding:2rem 1.5rem 4rem}
header{display:flex;gap:1.5rem;align-items:center;justify-content:center;text-align:center;padding-bottom:.9rem;border-bottom:3px double #0f1e3d}
header img{height:5.5rem}
header p{margin:0;font-size:.85rem}
header .authority{text-transform:uppercase;font-size:.85rem}
header .office{text-transform:uppercase;font-weight:800;font-size:1.25rem;line-height:1.25}
h1{font-size:1.75rem;line-height:1.15;margin:2rem 0 .5rem}
h2{font-size:1.3rem;line-height:1.2;margin:2.2rem 0 .6rem;padding-top:1rem;border-top:2px solid #0f1e3d}
h3{font-size:1.05rem;margin:1.4rem 0 .3rem}
p{margin:.4rem 0}
dl{display:grid;grid-template-columns:minmax(9rem,17rem) 1fr;gap:.3rem 1.5rem;margin:.6rem 0}
dt{color:#37435f}dd{margin:0;font-weight:650;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;margin:.3rem 0;font-size:1rem}
th{text-align:left;font-weight:700;border-bottom:2px solid #857a66;padding:.25rem .8rem .25rem 0}
td{vertical-align:top;border-bottom:1px solid #d9cebb;padding:.3rem .8rem .3rem 0}
td:first-child{width:12.5rem;font-variant-numeric:tabular-nums}
.note{color:#37435f}
.box{background:#f8f3e9;border-radius:12px;padding:.8rem 1.2rem;margin:.8rem 0}
footer{margin-top:2.5rem;padding-top:.8rem;border-top:1px solid #d9cebb;color:#37435f;font-size:.85rem}
@page{size:A4;margin:16mm 18mm}
@media print{:root{font-size:10.5pt}body{padding:0;max-width:none}h2,h3{break-after:avoid}tr,dl>*{break-inside:avoid}.box{border:1px solid #857a66;background:none}}
@media (max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}td:first-child{width:auto}}
</style>`);
