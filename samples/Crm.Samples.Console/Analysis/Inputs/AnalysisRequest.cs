using Crm.Analytics.Purchases;
using Crm.Domain.Values;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Analysis;

/// <summary>The options of an analysis, read and checked.</summary>
internal sealed record AnalysisRequest
{
    public required string[] Files { get; init; }

    public required string Database { get; init; }

    /// <summary>Whether there is a database to read from: one is named, or the usual one is there.</summary>
    public required bool NamesDatabase { get; init; }

    public required PurchaseFormat Format { get; init; }

    public required ColumnMap Columns { get; init; }

    public LocalDate? AsOf { get; init; }

    public LocalDate? CalibrationEnd { get; init; }

    public ReturnPolicy Returns { get; init; }

    public decimal? MinPrice { get; init; }

    public Currency? Currency { get; init; }

    public int? Top { get; init; }

    public int Repeat { get; init; } = 1;

    public int? Threads { get; init; }
}
