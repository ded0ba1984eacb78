namespace Crm.Domain.Sales;

/// <summary>Brings quotas to the periods of a forecast.</summary>
internal static class SalesQuotas
{
    /// <summary>Quotas of months count for their quarter where the person has none for the quarter itself; those of quarters do not say what a month is to bring.</summary>
    public static IEnumerable<SalesQuota> By(ForecastPeriodLength length, IReadOnlyList<SalesQuota> quotas)
    {
        var own = quotas.Where(q => q.Period.Length == length).ToList();
        if (length == ForecastPeriodLength.Month)
        {
            return own;
        }

        var known = own.Select(q => (q.Owner, q.Period, q.Target.Currency)).ToHashSet();
        return own.Concat(quotas.Where(q => q.Period.Length == ForecastPeriodLength.Month)
            .Select(q => q with { Period = ForecastPeriod.Of(q.Period.Start, length) })
            .Where(q => !known.Contains((q.Owner, q.Period, q.Target.Currency))));
    }
}
