using Crm.Analytics.Insights;
using Crm.Analytics.Lifetime;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/insights.md.</summary>
internal static class InsightsGuide
{
    // docs: insights-register
    /// <summary>Continues what AddCrm began.</summary>
    public static CrmBuilder Register(CrmBuilder crm) => crm
        .AddCrmInsights(o =>
        {
            o.Currency = Currency.Eur;              // the one currency of all amounts
            o.ChurnThreshold = 0.6;                 // at risk from here on
            o.HorizonDays = 365;                    // purchases expected within a year
            o.Value = new LifetimeValueOptions { Margin = 0.35, AnnualDiscountRate = 0.08 };
        })
        .AddEventHandler<PurchaseOverdue, RemindCustomer>();
    // docs: end

    // docs: insights-night
    /// <summary>Once a night, for one tenant: yesterday is over, today is not.</summary>
    public static async Task<InsightRunSummary> NightAsync(ICrmScopeFactory scopes, string? tenant, LocalDate yesterday, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Create(new CrmScope(Actor.System("insights")) { TenantId = tenant, Reason = "Figures of the night" });
        var refreshed = await scope.ServiceProvider.GetRequiredService<InsightRefresh>().RunAsync(yesterday, cancellationToken);
        return refreshed.Value;     // what was read, the model with its parameters, warnings, what was written
    }
    // docs: end

    // docs: insights-read
    /// <summary>One customer with everything that explains its figures, and the ten who are most likely to have left.</summary>
    public static async Task<(string Sentence, IReadOnlyList<CustomerInsight> Leaving)> ReadAsync(CustomerInsights insights, CustomerId anna)
    {
        var (figures, run) = (await insights.FindAsync(anna))!;
        var sentence = $"{figures.Segment}: has left with probability {figures.ChurnProbability:0.00} ({run.Basis.Purchases?.Name}, {run.Data.FirstDay:uuuu-MM-dd} to {run.AsOf:uuuu-MM-dd})";
        var leaving = await insights.ListAsync(new InsightCriteria { Order = InsightOrder.ChurnProbability, Take = 10 });
        return (sentence, leaving.Items);
    }
    // docs: end

    // docs: insights-criteria
    /// <summary>Valuable customers whose purchase is overdue: a segment like any other.</summary>
    public static async Task<Page<CustomerSummary>> OverdueAsync(CustomerSegments segments) => (await segments.ListAsync(Criterion.Parse("""
        {"all":[
          {"field":"insight.lifetimeValue","operator":"greaterThan","value":100},
          {"field":"insight.overdueSince","operator":"withinLast","value":60}
        ]}
        """).Value)).Value;
    // docs: end

    // docs: insights-past
    /// <summary>What was said of a customer on a day of the past, computed again from the facts; nothing is written.</summary>
    public static async Task<CustomerInsight> ThenAsync(InsightRefresh refresh, CustomerId anna, LocalDate day) =>
        (await refresh.ComputeAsync(new InsightRequest(day))).Value.Rows.Single(r => r.CustomerId == anna);
    // docs: end

    // docs: insights-parameters
    /// <summary>Several times a day with the parameters of the night: only customers who bought are written.</summary>
    public static Task<CrmResult<InsightRunSummary>> NoonAsync(InsightRefresh refresh, InsightRunSummary night) =>
        refresh.RunAsync(new InsightRequest(night.AsOf) { ParametersOf = night.Id });
    // docs: end

    // docs: insights-event
    /// <summary>Hears of each overdue purchase once, until the customer buys again.</summary>
    internal sealed class RemindCustomer(ReminderList reminders) : ICrmEventHandler<PurchaseOverdue>
    {
        public Task HandleAsync(PurchaseOverdue happened, CrmDelivery delivery, CancellationToken cancellationToken)
        {
            reminders.Add(happened.CustomerId, $"Expected on {happened.ExpectedOn:uuuu-MM-dd}");
            return Task.CompletedTask;
        }
    }
    // docs: end

    /// <summary>The host's own list.</summary>
    internal sealed class ReminderList
    {
        public List<(CustomerId Customer, string Why)> Items { get; } = [];

        public void Add(CustomerId customer, string why) => Items.Add((customer, why));
    }
}
