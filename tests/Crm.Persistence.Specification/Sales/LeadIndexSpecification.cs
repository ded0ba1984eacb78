using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Sales;

/// <summary>With 30,000 leads, their lists are found by an index.</summary>
public abstract class LeadIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Filled = 30_000;

    [SkippableFact]
    [Trait("Check", "SF-01")]
    [Trait("Check", "SF-14")]
    public async Task ListsOfLeads_OfThirtyThousand_AreFoundByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" };
        });
        await using var work = host.Work();
        var desk = work.Get<LeadDesk>();
        (await desk.ReceiveAsync(new LeadDetails { Organisation = "Acme", Email = EmailAddress.Parse("info@acme.example"), Source = "web" })).Succeeded.Should().BeTrue();
        var queue = (await work.Get<LeadQueues>().CreateAsync("Web")).Value;
        await work.SaveAsync();
        await FillAsync(work);

        var (plans, page) = (new QueryPlans(seen, "crm_leads"), new PageRequest { Take = 20 });
        var first = await desk.ListAsync(new LeadCriteria(), page);
        first.Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("all", "ix_leads_received");
        (await desk.ListAsync(new LeadCriteria(), page with { After = first.Next })).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("next page of all", "ix_leads_received");
        (await desk.ListAsync(new LeadCriteria { Status = LeadStatus.Nurturing }, page)).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("of a status", "ix_leads_status");
        (await desk.ListAsync(new LeadCriteria { OwnerId = "ada" }, page)).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("of an owner", "ix_leads_owner");
        (await desk.ListAsync(new LeadCriteria { EmailKey = "n77@acme.example" }, page)).Items.Should().HaveCount(1);
        plans.ShouldSeek("with an address", "ix_leads_email");
        (await desk.ListAsync(new LeadCriteria { TerritoryId = TerritoryId.New(host.Clock.Now) }, page)).Items.Should().BeEmpty();
        plans.ShouldSeek("of a territory", "ix_leads_territory");
        (await work.Get<LeadQueues>().GiveOutAsync(queue.Id, 20)).Value.Should().BeEmpty("nobody waits there");
        plans.ShouldSeek("those that wait in a queue", "ix_leads_line");
    }

    // Rows alone, without what saving adds: this test is about reading.
    private static async Task FillAsync(CrmWork<TenantContext> work)
    {
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var columns = context.Model.FindEntityType(typeof(Lead))!.GetFlattenedProperties().Select(p => p.GetColumnName()).Distinct().ToList();
        var values = columns.Select(c => c switch
        {
            "Id" => isSqlite
                ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
                : "gen_random_uuid()",
            "ReceivedAt" => isSqlite ? $"strftime('%Y-%m-%d %H:%M:%S', \"{c}\", '-' || n || ' seconds')" : $"\"{c}\" - n * interval '1 second'",
            "Status" => "case n % 50 when 0 then 'Nurturing' when 1 then 'Working' else 'Disqualified' end",
            "OwnerId" => "case when n % 100 = 0 then 'ada' else 'bob' || n % 50 end",
            "EmailKey" => "'n' || n || '@acme.example'",
            _ => $"\"{c}\"",
        });
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into crm_leads ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Filled})
            select {string.Join(", ", values)} from crm_leads, series
            """);
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030, EF1002
        context.ChangeTracker.Clear();
    }
}
