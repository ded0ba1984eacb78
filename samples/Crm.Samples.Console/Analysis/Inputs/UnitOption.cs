using System.CommandLine;
using Crm.Analytics.Purchases;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>The unit of durations: <c>--unit day|week|month</c>.</summary>
internal static class UnitOption
{
    private static readonly Dictionary<string, TimeUnit> s_units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["day"] = TimeUnit.Day,
        ["week"] = TimeUnit.Week,
        ["month"] = TimeUnit.Month,
    };

    public static Option<string> Create(string usual) =>
        new("--unit") { Description = "Unit of durations: day, week (7 days) or month (30.4375 days).", DefaultValueFactory = _ => usual };

    public static TimeUnit Read(this Run run, Option<string> option) => (run.Get(option) ?? "").OneOf("--unit", s_units);
}
