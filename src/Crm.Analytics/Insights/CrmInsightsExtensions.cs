using Crm.Analytics.Insights;
using Crm.Domain.Access;
using Crm.Domain.Insights;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Time;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the refresh of figures on customers to a host.</summary>
public static class CrmInsightsExtensions
{
    /// <summary>
    /// Adds <see cref="InsightRefresh"/>. Call it once for all tenants; what runs it, and when, is the host's: a scheduled call of
    /// <see cref="InsightRefresh.RunAsync(NodaTime.LocalDate, CancellationToken)"/> in a scope of each tenant, usually once a night.
    /// </summary>
    /// <param name="builder">What <c>AddCrm</c> returned.</param>
    /// <param name="configure">Settles currency, model, thresholds.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public static CrmBuilder AddCrmInsights(this CrmBuilder builder, Action<InsightOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = InsightOptions.Validate(configure);
        builder.Services.AddScoped(s => new InsightRefresh(
            s.GetRequiredService<IPurchaseQueries>(), s.GetRequiredService<IInsightStore>(), s.GetRequiredService<ICrmUnitOfWork>(), options,
            s.GetRequiredService<IBusinessZone>(), s.GetRequiredService<CrmActs>()));
        return builder;
    }
}
