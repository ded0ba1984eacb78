using System.CommandLine;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Segments;
using NodaTime;

namespace Crm.Samples.Console.Sales.Forecasts;

/// <summary>The options that say of which moment a forecast is, and by which periods.</summary>
internal sealed class ForecastMoment
{
    private static readonly Dictionary<string, ForecastPeriodLength> s_periods = new(StringComparer.Ordinal) { ["month"] = ForecastPeriodLength.Month, ["quarter"] = ForecastPeriodLength.Quarter };

    private readonly Option<string?> _asOf = new("--as-of") { Description = "An instant, or a day, which stands for its end in UTC; now by default, or the last event of a file.", HelpName = "INSTANT" };
    private readonly Option<string> _period = new("--period") { Description = "month or quarter.", DefaultValueFactory = _ => "month" };

    public IEnumerable<Option> All => [_asOf, _period];

    public (Instant? AsOf, ForecastPeriodLength Length) Read(Run run)
    {
        var length = run.Get(_period)!.OneOf(_period.Name, s_periods);
        return (run.Get(_asOf) is { } text ? Moments.Parse(text, DateTimeZone.Utc) ?? throw CommandFailure.Usage($"--as-of {text}: an instant such as 2026-06-01T08:00:00Z, or a day, was expected.") : null, length);
    }
}
