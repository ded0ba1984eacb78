using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary>What <c>crm analyze target-market --product</c> prints.</summary>
internal static class AudienceDocument
{
    private const int Top = 100;

    private static readonly decimal[] s_shares = [0.01m, 0.05m, 0.1m, 0.2m, 0.5m];

    public static object Of(AnalysisRequest request, AudienceFigures found, string method, Timing timing) => new
    {
        found.Product,
        Method = method,
        CustomersWithoutIt = found.Candidates,
        Audience = found.Buyers.Count,
        Holdout = found.Gain is { } gain
            ? new
            {
                Buyers = gain.Targets,
                gain.AreaUnderCurve,
                Gains = s_shares.Select(share => new { Customers = share, Reached = gain.Gain(share), Lift = gain.Lift(share) }),
            }
            : null,
        Customers = found.Buyers.Take(request.Top ?? Top).Select(buyer => new { Customer = buyer.Customer.ToString(), buyer.Score }),
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    public static void Print(Report report, AnalysisRequest request, AudienceFigures found)
    {
        report.Fields(("Product", found.Product), ("Customers without it", found.Candidates), ("Something speaks for", found.Buyers.Count));
        if (found.Gain is { } gain)
        {
            report.Fields(("Bought it in the holdout", gain.Targets), ("Area under the curve", gain.AreaUnderCurve))
                .Table(["Best customers", "Share of those who bought", "Lift"], s_shares.Select(share => new object?[] { share, gain.Gain(share), gain.Lift(share) }));
        }

        report.Table(["Customer", "Score"], found.Buyers.Take(request.Top ?? 10).Select(buyer => new object?[] { buyer.Customer.ToString(), buyer.Score }));
    }
}
