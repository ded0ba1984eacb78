using System.Data.Common;
using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Insights;

/// <summary>Among the figures of thousands of customers, what staff and nightly refreshes ask is found by an index.</summary>
public abstract class InsightIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Customers = 2_000;

    private static readonly LocalDate s_day = new(2026, 5, 31);

    [SkippableFact]
    public async Task Lists_OfManyCustomers_SeekByIndex()
    {
        var plans = new List<string>();
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new(Actor.Agent("ada")) { TenantId = "one" };
        });
        await using var work = host.Work();
        var ids = await FillAsync(host, work);
        seen.Before = c => Explain(c, plans);
        var insights = work.Get<CustomerInsights>();
        (await insights.FindAsync(ids[7])).Should().NotBeNull();
        ShouldSeek(plans, "one customer", "pk_customer_insights|PK_|autoindex_crm_customer_insights");
        foreach (var (order, index) in new[] { (InsightOrder.ChurnProbability, "churn"), (InsightOrder.LifetimeValue, "value"), (InsightOrder.Overdue, "overdue") })
        {
            var page = await insights.ListAsync(new InsightCriteria { Order = order, Take = 20 });
            ShouldSeek(plans, order.ToString(), $"ix_customer_insights_{index}");
            (await insights.ListAsync(new InsightCriteria { Order = order, Take = 20, After = page.Next })).Items.Should().HaveCount(20);
            ShouldSeek(plans, $"{order}, next page", $"ix_customer_insights_{index}");
        }

        (await insights.ListAsync(new InsightCriteria { Segment = "Champions", Take = 20 })).Items.Should().HaveCount(20);
        ShouldSeek(plans, "segment", "ix_customer_insights_segment");
    }

    private static async Task<IReadOnlyList<CustomerId>> FillAsync(CrmTestHost<TenantContext> host, CrmWork<TenantContext> work)
    {
        var ids = await Buyers.RegisterAsync(host, Customers);
        var run = Buyers.Run(s_day, host.Clock.Now);
        await Buyers.PlantAsync(work, run, [.. ids.Select((id, i) => Buyers.Figures(id, run.Id, s_day) with
        {
            Segment = i % 50 == 0 ? "Champions" : "At risk", ChurnProbability = i / 10_000m, LifetimeValue = i, OverdueSince = i % 10 == 0 ? s_day.PlusDays(-i) : null,
        })]);
#pragma warning disable RS0030
        await work.Context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030
        return ids;
    }

    private static void Explain(DbCommand command, List<string> plans)
    {
        var text = command.CommandText;
        if (!text.Contains("crm_customer_insights", StringComparison.Ordinal) || !text.StartsWith("select", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        command.CommandText = (command.Connection!.GetType().Name == "SqliteConnection" ? "explain query plan " : "explain ") + text;
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                plans.Add(Convert.ToString(reader.GetValue(reader.FieldCount - 1), CultureInfo.InvariantCulture)!);
            }
        }

        command.CommandText = text;
    }

    private static void ShouldSeek(List<string> plans, string path, string index)
    {
        var plan = string.Join('\n', plans);
        plans.Clear();
        plan.Should().MatchRegex(index, path);
        plan.Should().NotContain("Seq Scan on crm_customer_insights", path).And.NotContain("USE TEMP B-TREE", path);
    }
}
