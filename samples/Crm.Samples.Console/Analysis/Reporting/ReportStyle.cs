namespace Crm.Samples.Console.Analysis;

/// <summary>How the report looks: light or dark as the reader's system, black on white in print.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--paper:#fff;--card:#f6f7f9;--ink:#1c2430;--soft:#5a6675;--grid:#dfe3e8;--one:#1f6feb;--two:#c2570c;--band:#1f6feb33;--heat:31,111,235}
        @media (prefers-color-scheme:dark){:root{--paper:#12161c;--card:#1a2028;--ink:#e6eaf0;--soft:#9aa7b6;--grid:#2c3541;--one:#6cb0ff;--two:#f0a35a;--band:#6cb0ff33;--heat:108,176,255}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
        main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 3rem}
        h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem}
        h2{font-size:1.3rem;margin:0 0 .4rem}
        header p{margin:0 0 1.2rem;color:var(--soft)}
        section{margin-top:2.6rem;padding-top:1.6rem;border-top:1px solid var(--grid)}
        .lead{margin:0 0 1rem;max-width:46rem}
        .source,footer{color:var(--soft);font-size:.82rem;margin:.7rem 0 0;max-width:50rem}
        footer{margin-top:3rem;border-top:1px solid var(--grid);padding-top:1rem}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.6rem;margin:0}
        .tiles div{background:var(--card);border-radius:.5rem;padding:.7rem .75rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
        .tiles dt{color:var(--soft);font-size:.82rem;line-height:1.25}
        .tiles dd{margin:0;font-size:1.2rem;font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        figure{margin:0 0 .6rem}
        svg{width:100%;height:auto;display:block;font-family:inherit}
        .grid{stroke:var(--grid);stroke-width:1}
        .tick,.axis,.note{fill:var(--soft);font-size:12px}
        .note{fill:var(--ink)}
        .mark{stroke:var(--ink);stroke-width:1;stroke-dasharray:3 3}
        rect.one{fill:var(--one)}rect.two{fill:var(--two)}rect.pale{fill:var(--one);opacity:.45}
        polyline{fill:none;stroke-width:2.25;stroke-linejoin:round}
        polyline.one{stroke:var(--one)}polyline.two{stroke:var(--two)}
        polygon.band{fill:var(--band)}
        circle.one{fill:var(--one)}circle.two{fill:var(--two)}
        .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:.2rem 0 .6rem;padding:0;list-style:none;font-size:.86rem;color:var(--soft)}
        .legend i{display:inline-block;width:.8rem;height:.8rem;border-radius:.15rem;margin-right:.4rem;vertical-align:-.08rem}
        i.one{background:var(--one)}i.two{background:var(--two)}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:.88rem;font-variant-numeric:tabular-nums}
        caption{text-align:left;color:var(--soft);font-size:.82rem;padding:.3rem 0}
        th,td{padding:.32rem .55rem;text-align:left;border-bottom:1px solid var(--grid);white-space:nowrap}
        thead th{color:var(--soft);font-weight:600;white-space:normal;vertical-align:bottom}
        th[scope=row]{font-weight:500}
        td.number{text-align:right}
        thead th.number{text-align:right}
        .heat th,.heat td{padding:.3rem .4rem;text-align:center;border:2px solid var(--paper)}
        .heat th[scope=row]{text-align:left}
        .heat td{background:rgba(var(--heat),var(--shade))}
        .heat td.deep{color:var(--paper)}
        details{margin:.3rem 0}
        summary{cursor:pointer;color:var(--soft);font-size:.86rem}
        @media print{:root{color-scheme:light;--paper:#fff;--card:#f4f4f4;--ink:#000;--soft:#444;--grid:#ccc;--one:#1f6feb;--two:#c2570c;--band:#1f6feb33;--heat:31,111,235}
          body{font-size:11pt}main{max-width:none;padding:0}section{break-inside:avoid;margin-top:1.4rem;padding-top:1rem}
          details{display:none}.scroll{overflow:visible}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """;
}
