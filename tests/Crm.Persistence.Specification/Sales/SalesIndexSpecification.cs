using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Sales;

/// <summary>With 50,000 opportunities, pages of boards and lists are found by an index.</summary>
public abstract class SalesIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Filled = 50_000;

    [SkippableFact]
    [Trait("Check", "SF-05")]
    public async Task PagesOfBoardsAndLists_OfFiftyThousand_AreFoundByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" };
        });
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        var customer = await work.RegisterAsync();
        await work.OpenDealAsync(customer);
        await FillAsync(work);

        var plans = new QueryPlans(seen, "crm_opportunities");
        var page = await work.Board().StageAsync(pipeline.Id, "qualification", new PageRequest { Take = 20 });
        page.Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("first page of a stage", "ix_opportunities_board");
        (await work.Board().StageAsync(pipeline.Id, "qualification", new PageRequest { Take = 20, After = page.Next })).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("next page of a stage", "ix_opportunities_board");
        host.Clock.Advance(Duration.FromDays(31));
        (await work.Board().RottingAsync(pipeline.Id, 20)).Should().HaveCount(20);
        plans.ShouldSeekInOrder("rotting", "ix_opportunities_board");
        (await work.Board().ListAsync(new OpportunityCriteria { CustomerId = customer }, new PageRequest { Take = 20 })).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("of a customer", "ix_opportunities_customer");
        (await work.Board().ListAsync(new OpportunityCriteria { OwnerId = "ada", Category = StageCategory.Open }, new PageRequest { Take = 20 })).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("of an owner", "ix_opportunities_owner");
        (await work.Board().ListAsync(new OpportunityCriteria { OwnerId = "ada", WithoutNextStep = true }, new PageRequest { Take = 20 })).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("an owner's without a next step", "ix_opportunities_owner");
        (await work.Board().ListAsync(new OpportunityCriteria { WithoutNextStep = true }, new PageRequest { Take = 20 })).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("all without a next step", "ix_opportunities_open");
        (await work.Board().ListAsync(new OpportunityCriteria { TerritoryId = TerritoryId.New(host.Clock.Now) }, new PageRequest { Take = 20 })).Items.Should().BeEmpty();
        plans.ShouldSeek("of a territory", "ix_opportunities_territory");
    }

    // Rows alone, without what saving adds: this test is about reading.
    private static async Task FillAsync(CrmWork<TenantContext> work)
    {
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var entity = context.Model.FindEntityType(typeof(Opportunity))!;
        var columns = entity.GetFlattenedProperties().Select(p => p.GetColumnName()).Distinct().ToList();
        var values = columns.Select(c => c switch
        {
            "Id" => isSqlite
                ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
                : "gen_random_uuid()",
            "NextStep" => "case when n % 20 = 0 then null else 'Call' end",
            "StageSince" or "OpenedAt" => isSqlite ? $"strftime('%Y-%m-%d %H:%M:%S', \"{c}\", '-' || n || ' seconds')" : $"\"{c}\" - n * interval '1 second'",
            "Stage" => "case n % 4 when 0 then 'qualification' when 1 then 'analysis' when 2 then 'proposal' else 'negotiation' end",
            "OwnerId" => "case when n % 10 = 0 then 'ada' else 'bob' || n % 50 end",
            _ => $"\"{c}\"",
        });
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into crm_opportunities ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Filled})
            select {string.Join(", ", values)} from crm_opportunities, series
            """);
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030, EF1002
        context.ChangeTracker.Clear();
    }
}
