using System.CommandLine;
using Crm.Analytics.Purchases;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Analysis;

/// <summary>What every analysis understands: the input, the window, the threads.</summary>
internal sealed class AnalysisOptions
{
    private static readonly Dictionary<string, PurchaseFormat> s_formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csv"] = PurchaseFormat.Csv,
        ["cdnow"] = PurchaseFormat.Cdnow,
        ["summary"] = PurchaseFormat.Summary,
        ["fimi"] = PurchaseFormat.Fimi,
        ["basket"] = PurchaseFormat.Basket,
    };

    private static readonly Dictionary<string, ReturnPolicy> s_returns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["net"] = ReturnPolicy.Net,
        ["ignore"] = ReturnPolicy.Ignore,
    };

    private readonly Argument<string[]> _files = new("FILE") { Description = "Purchase files, optionally gzip; - for stdin; none for the database.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _format = new("--format") { Description = "csv, cdnow, (for lifetime) summary, or (for baskets) fimi or basket", DefaultValueFactory = _ => "csv" };
    private readonly Option<string?> _map = new("--map") { Description = "Rename columns: name=column,…" };
    private readonly Option<string?> _asOf = new("--as-of") { Description = "The last day observed; by default the last day of the input.", HelpName = "DATE" };
    private readonly Option<string?> _calibrationEnd = new("--calibration-end") { Description = "Treat later purchases as holdout.", HelpName = "DATE" };
    private readonly Option<string> _returns = new("--returns") { Description = "net (returns count) or ignore (they are left out)", DefaultValueFactory = _ => "net" };
    private readonly Option<decimal?> _minPrice = new("--min-price") { Description = "Leave out lines whose piece costs less." };
    private readonly Option<string?> _currency = new("--currency") { Description = "Of a database with several currencies, the one to analyse." };
    private readonly Option<int?> _top = new("--top") { Description = "List the best N customers only.", HelpName = "N" };
    private readonly Option<int> _repeat = new("--repeat") { Description = "Compute N times and say the median time.", DefaultValueFactory = _ => 1, HelpName = "N" };
    private readonly Option<int?> _threads = new("--threads") { Description = "Compute on at most N threads.", HelpName = "N" };

    public IEnumerable<Symbol> All => [_files, _format, _map, _asOf, _calibrationEnd, _returns, _minPrice, _currency, _top, _repeat, _threads];

    /// <summary>Reads and checks the options.</summary>
    /// <param name="takesSummaries">Whether the command reads customers that are summarised already.</param>
    /// <param name="takesBaskets">Whether the command reads baskets without customers and days.</param>
    /// <param name="mayNameNothing">Whether the command has another input, so that neither files nor a database must be named.</param>
    /// <param name="columnsOf">The columns of a file that has no purchases; null where it has.</param>
    public AnalysisRequest Read(Run run, bool takesSummaries = false, bool takesBaskets = false, bool mayNameNothing = false, string[]? columnsOf = null)
    {
        var format = (run.Get(_format) ?? "").OneOf("--format", s_formats);
        var request = new AnalysisRequest
        {
            Files = run.Get(_files),
            Database = run.Database,
            NamesDatabase = run.NamesDatabase || (!mayNameNothing && File.Exists(run.Database)),
            Format = format,
            Columns = ColumnMap.Parse(run.Get(_map), columnsOf ?? (format == PurchaseFormat.Summary ? SummaryFile.Names : PurchaseFile.Names)),
            AsOf = Day("--as-of", run.Get(_asOf)),
            CalibrationEnd = Day("--calibration-end", run.Get(_calibrationEnd)),
            Returns = (run.Get(_returns) ?? "").OneOf("--returns", s_returns),
            MinPrice = run.Get(_minPrice),
            Currency = run.Get(_currency) is { } code ? CurrencyOf(code) : null,
            Top = Positive("--top", run.Get(_top)),
            Repeat = Positive("--repeat", run.Get(_repeat))!.Value,
            Threads = Positive("--threads", run.Get(_threads)),
        };
        Check(run, request, takesSummaries, takesBaskets, mayNameNothing);
        return columnsOf is null || format == PurchaseFormat.Csv ? request : throw CommandFailure.Usage("--format: this reads delimited text.");
    }

    private static void Check(Run run, AnalysisRequest request, bool takesSummaries, bool takesBaskets, bool mayNameNothing)
    {
        if (request.Files.Length > 0 && run.NamesDatabase)
        {
            throw CommandFailure.Usage("Name files or --db, not both.");
        }

        if (request.Files.Length == 0 && !request.NamesDatabase && !mayNameNothing)
        {
            throw CommandFailure.Usage("Name a purchase file, or a database with --db.");
        }

        if (request.Format == PurchaseFormat.Summary && !takesSummaries)
        {
            throw CommandFailure.Usage("--format summary: this analysis needs purchases.");
        }

        if (request.Format is PurchaseFormat.Fimi or PurchaseFormat.Basket)
        {
            CheckBaskets(request, takesBaskets);
        }

        if (request.Format == PurchaseFormat.Summary && (request.AsOf is not null || request.CalibrationEnd is not null))
        {
            throw CommandFailure.Usage("--format summary: the window is in the file; --as-of and --calibration-end need purchases.");
        }
    }

    private static void CheckBaskets(AnalysisRequest request, bool takesBaskets)
    {
        if (!takesBaskets)
        {
            throw CommandFailure.Usage("--format: this analysis needs purchases.");
        }

        if (request.Files.Length == 0 || request.AsOf is not null || request.CalibrationEnd is not null || request.MinPrice is not null)
        {
            throw CommandFailure.Usage("--format fimi and basket read files of items alone; --as-of, --calibration-end and --min-price need purchases.");
        }
    }

    private static LocalDate? Day(string option, string? text) => text is null
        ? null
        : Cells.ParseDay(text) ?? throw CommandFailure.Usage($"{option} {text}: a date such as 1997-09-30 is expected.");

    private static int? Positive(string option, int? number) =>
        number is null or > 0 ? number : throw CommandFailure.Usage($"{option} {number}: 1 or more is expected.");

    private static Currency CurrencyOf(string code) => Currency.TryFromCode(code.ToUpperInvariant(), out var currency)
        ? currency
        : throw CommandFailure.Usage($"--currency {code}: an ISO 4217 code such as EUR is expected.");
}
