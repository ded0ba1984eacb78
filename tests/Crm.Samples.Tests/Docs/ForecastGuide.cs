using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>The code on forecasts of docs/guides/from-lead-to-order.md.</summary>
internal static class ForecastGuide
{
    // docs: sales-forecast
    /// <summary>What is expected now, and what was expected at an instant of the past.</summary>
    public static async Task<List<string>> ForecastAsync(ForecastReports reports, Instant then)
    {
        var lines = new List<string>();
        foreach (var question in new[] { new ForecastQuestion(), new ForecastQuestion { AsOf = then, Length = ForecastPeriodLength.Quarter } })
        {
            var forecast = await reports.AsOfAsync(question);
            lines.AddRange(forecast.Rows.Select(r => $"{r.Period}: {r.Figures.Expected:0} {r.Currency}, {r.Figures.Commit:0} of it promised"));
            lines.AddRange(forecast.Undated.Select(u => $"without a day: {u.Figures.Weighted:0} {u.Currency}"));
        }

        return lines;
    }

    // docs: end

    // docs: sales-team
    /// <summary>Cleo leads Ana, has a quota, and believes in more than the figures say.</summary>
    public static async Task<List<string>> TeamAsync(SalesTeams teams, ICrmUnitOfWork unitOfWork, ForecastPeriod period)
    {
        await teams.PlaceAsync("ana", "cleo");                                    // saves; SalesHierarchyCircle where somebody would lead themselves
        await teams.SetQuotaAsync("cleo", period, new Money(3_000, Currency.Eur));
        await teams.JudgeAsync("ana", period, ForecastCategory.Commit, new Money(2_000, Currency.Eur));
        await unitOfWork.SaveAsync();

        var rows = await teams.ForecastAsync(new ForecastQuestion { Length = period.Length });
        return [.. rows.Select(r => $"{r.Owner}: {r.Team.Won:0} won, commit {r.Commit:0}, quota {r.Quota:0}, {r.Attainment:P0}")];
    }

    // docs: end
}
