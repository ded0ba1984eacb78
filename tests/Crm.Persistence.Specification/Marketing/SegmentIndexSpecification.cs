using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Insights;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>Among thousands of stays, pages of members and the history of a customer are found by an index.</summary>
public abstract class SegmentIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Customers = 1_500;

    [SkippableFact]
    public async Task Lists_OfManyStays_SeekByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new(Actor.Agent("ada")) { TenantId = "one" };
        });
        var ids = await Buyers.RegisterAsync(host, Customers);
        for (var i = 0; i < 6; i++)
        {
            await host.CreateAsync(string.Create(CultureInfo.InvariantCulture, $"s{i}"), """{"all":[]}""");
        }

        (await host.RefreshAsync()).Segments.Should().HaveCount(6).And.OnlyContain(s => s.Entered == Customers);
        await using var work = host.Work();
#pragma warning disable RS0030
        await work.Context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030
        var plans = new QueryPlans(seen, "crm_segment_memberships");
        var members = work.Get<SegmentMembers>();
        var page = await members.ListAsync("s3", new PageRequest { Take = 20 });
        plans.ShouldUse("members", "ux_segment_memberships_current");
        (await members.ListAsync("s3", new PageRequest { Take = 20, After = page.Next })).Items.Should().HaveCount(20);
        plans.ShouldUse("members, next page", "ux_segment_memberships_current");
        (await members.HistoryAsync(ids[7])).Items.Should().HaveCount(6);
        plans.ShouldUse("history", "ix_segment_memberships_customer");
    }
}
