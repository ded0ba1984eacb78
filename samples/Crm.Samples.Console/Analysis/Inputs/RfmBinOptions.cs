using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Crm.Analytics.Segmentation;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>The bounds of <c>--ties bins</c>: for each metric the upper ends of all bands but the last.</summary>
internal sealed class RfmBinOptions
{
    private readonly Option<string?> _recency = new("--recency-bins") { Description = "With --ties bins: days since the last purchase, as 30,90,180,365", HelpName = "DAYS,…" };
    private readonly Option<string?> _orders = new("--frequency-bins") { Description = "With --ties bins: numbers of orders, as 1,2,4,8", HelpName = "N,…" };
    private readonly Option<string?> _revenue = new("--monetary-bins") { Description = "With --ties bins: revenues, as 50,200,500,1000", HelpName = "AMOUNT,…" };

    public IEnumerable<Symbol> All => [_recency, _orders, _revenue];

    public RfmBins? Read(Run run, RfmTieRule rule, int bands)
    {
        if (rule == RfmTieRule.FixedBins)
        {
            return new RfmBins(Bounds<int>(run, _recency, bands), Bounds<int>(run, _orders, bands), Bounds<decimal>(run, _revenue, bands));
        }

        return All.OfType<Option<string?>>().FirstOrDefault(o => run.Get(o) is not null) is { } unused
            ? throw CommandFailure.Usage($"{unused.Name} needs --ties bins.")
            : null;
    }

    private static T[] Bounds<T>(Run run, Option<string?> option, int bands)
        where T : struct, INumber<T>
    {
        var texts = (run.Get(option) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var bounds = new List<T>();
        foreach (var text in texts)
        {
            if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && (bounds.Count == 0 || bounds[^1] < bound))
            {
                bounds.Add(bound);
            }
        }

        return texts.Length == bands - 1 && bounds.Count == texts.Length
            ? [.. bounds]
            : throw CommandFailure.Usage($"{option.Name} {run.Get(option)}: {bands - 1} ascending bounds are expected for {bands} bands.");
    }
}
