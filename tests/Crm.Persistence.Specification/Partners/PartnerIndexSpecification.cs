using Crm.Domain.Access;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Partners;

/// <summary>With 20,000 rows of each, the lists of partners are found by an index.</summary>
public abstract class PartnerIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Filled = 20_000;

    [SkippableFact]
    [Trait("Check", "PR-01")]
    [Trait("Check", "PR-05")]
    public async Task Lists_OfTwentyThousand_AreFoundByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" };
        });
        await using var work = host.Work();
        var partner = await work.PartnerAsync("Kettle & Sons");
        var lead = await work.LeadAsync("Prospect Ltd");
        (await work.Get<LeadOffers>().OfferAsync(lead, partner)).WithoutValue().ThrowIfFailed();
        (await work.Get<RecordShares>().ShareAsync(partner, lead.ToSubject())).WithoutValue().ThrowIfFailed();
        (await work.Get<PartnerReports>().BookAsync(partner, new PartnerFactDetails(PartnerFactKind.Payout, Known.Eur(5), "Commission", new LocalDate(2026, 6, 1), new LocalDate(2026, 6, 1)))).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        var own = new CrmScope(Actor.Partner("bea", [partner.ToSubject()])) { TenantId = "one" };
        await FillAsync<Partner>(work, "crm_partners", "RegisteredAt", ("Name", "'Partner ' || n"));
        await FillAsync<LeadOffering>(work, "crm_lead_offerings", "BegunAt", ("LeadId", NewId(work)), ("DueAt", "null"));
        await FillAsync<RecordShare>(work, "crm_record_shares", "From", ("SubjectId", NewId(work)));
        await FillAsync<PartnerFact>(work, "crm_partner_facts", "BookedAt");
        var page = new PageRequest { Take = 20 };

        await using var staff = host.Work();
        var plans = new QueryPlans(seen, "crm_partners");
        (await staff.Get<PartnerDirectory>().ListAsync(null, page)).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("all partners", "ix_partners_registered");

        await using var reader = host.Work(own);
        plans = new QueryPlans(seen, "crm_lead_offerings");
        await reader.Get<PartnerLeads>().ListAsync(page);
        plans.ShouldSeekInOrder("leads of a partner", "ix_lead_offerings_partner");

        plans = new QueryPlans(seen, "crm_record_shares");
        (await reader.Get<PartnerPortal>().ListAsync(page)).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("what is shared with a partner", "ix_record_shares_partner");

        plans = new QueryPlans(seen, "crm_partner_facts");
        (await reader.Get<PartnerReports>().FactsAsync(partner, page)).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("what a partner got", "ix_partner_facts_partner");
    }

    private static bool IsSqlite(CrmWork<TenantContext> work) => work.Context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);

    private static string NewId(CrmWork<TenantContext> work) => IsSqlite(work)
        ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
        : "gen_random_uuid()";

    // Rows alone, without what saving adds: this test is about reading.
    private static async Task FillAsync<T>(CrmWork<TenantContext> work, string table, string moment, params (string Column, string Value)[] values)
    {
        var context = work.Context;
        var columns = context.Model.FindEntityType(typeof(T))!.GetFlattenedProperties().Select(p => p.GetColumnName()).Distinct().ToList();
        var filled = columns.Select(c => Array.Find(values, v => v.Column == c).Value ?? (c == "Id" ? NewId(work)
            : c == moment ? IsSqlite(work) ? $"strftime('%Y-%m-%d %H:%M:%S', \"{c}\", '-' || n || ' seconds')" : $"\"{c}\" - n * interval '1 second'" : $"\"{c}\""));
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Filled}), one as (select * from {table} limit 1)
            select {string.Join(", ", filled)} from one, series
            """);
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030, EF1002
        context.ChangeTracker.Clear();
    }
}
