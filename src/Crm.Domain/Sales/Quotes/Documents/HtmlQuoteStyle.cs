namespace Crm.Domain.Sales;

/// <summary>How the default document looks: on screens of any width, and on paper.</summary>
internal static class HtmlQuoteStyle
{
    public const string Css = """
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #f2f3f5; color: #1d2430; font: 16px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
        main { max-width: 52rem; margin: 2rem auto; padding: 3rem; background: #fff; border-radius: 4px; overflow-wrap: anywhere; }
        h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
        h2 { margin: 0 0 .25rem; font-size: .875rem; font-weight: 600; color: #525c6b; }
        .issuer { margin-bottom: 2.5rem; color: #525c6b; }
        .issuer strong { display: block; color: #1d2430; font-size: 1.125rem; }
        .about { margin: .25rem 0 0; font-size: 1.125rem; }
        .state { display: inline-block; margin: .75rem 0 0; padding: .125rem .75rem; border: 2px solid #a12622; border-radius: 4px; color: #a12622; font-weight: 600; }
        .parties { display: flex; flex-wrap: wrap; gap: 1.5rem 4rem; justify-content: space-between; margin: 2rem 0; }
        address { font-style: normal; }
        dl { display: grid; grid-template-columns: auto auto; gap: .25rem 1.5rem; margin: 0; align-content: start; }
        dt { color: #525c6b; }
        dd { margin: 0; font-weight: 600; }
        .lines { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        caption { padding-bottom: .5rem; text-align: start; color: #525c6b; font-size: .875rem; }
        th, td { padding: .5rem .5rem; border-bottom: 1px solid #d5d9df; text-align: start; vertical-align: top; font-weight: normal; overflow-wrap: normal; }
        th:first-child, td:first-child { padding-inline-start: 0; }
        th:last-child, td:last-child { padding-inline-end: 0; }
        thead th { border-bottom: 2px solid #1d2430; font-weight: 600; }
        .what { width: 45%; min-width: 12rem; overflow-wrap: anywhere; }
        .what small { display: block; color: #525c6b; }
        .number { text-align: end; white-space: nowrap; }
        .totals { margin: 1rem 0 0 auto; width: auto; min-width: 50%; break-inside: avoid; }
        .totals th, .totals td { border: 0; padding: .25rem 0; }
        .totals td { padding-inline-start: 2rem; }
        .totals .total th, .totals .total td { border-top: 2px solid #1d2430; padding-top: .5rem; font-size: 1.25rem; font-weight: 700; }
        .conditions { margin-top: 2rem; }
        .conditions p { margin: 0; white-space: pre-wrap; }
        .answer { margin: 2rem 0 0; }
        .answer a { display: inline-block; padding: .75rem 1.5rem; border-radius: 4px; background: #0b5cad; color: #fff; font-weight: 600; text-decoration: none; }
        .answer a:focus-visible { outline: 3px solid #1d2430; outline-offset: 2px; }
        .answer span { display: none; }
        @media screen and (max-width: 40rem) {
          main { margin: 0; padding: 1.25rem; border-radius: 0; }
          .totals { width: 100%; }
          .totals td { padding-inline-start: 1rem; }
          .lines table, .lines tbody, .lines tr, .lines th, .lines td, .lines caption { display: block; }
          .lines thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
          .lines tr { padding: .5rem 0; border-bottom: 1px solid #d5d9df; }
          .lines tbody th, .lines td { width: auto; padding: .125rem 0; border: 0; }
          .lines tbody th { font-weight: 600; }
          .lines tbody td:first-child { display: none; }
          .lines td.number { display: flex; justify-content: space-between; gap: 1rem; }
          .lines td.number::before { content: attr(data-label); color: #525c6b; }
          .lines td.number:empty { display: none; }
        }
        @page { size: A4; margin: 18mm 16mm; }
        @media print {
          body { background: none; font-size: 10.5pt; }
          main { max-width: none; margin: 0; padding: 0; }
          .lines { overflow: visible; }
          tr { break-inside: avoid; }
          .answer { break-inside: avoid; }
          .answer a { padding: 0; background: none; color: inherit; }
          .answer span { display: block; }
        }
        """;
}
