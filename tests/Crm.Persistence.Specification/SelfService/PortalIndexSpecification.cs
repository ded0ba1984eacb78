using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.SelfService;

/// <summary>With 30,000 accounts and changes, each request finds its own by an index.</summary>
public abstract class PortalIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Filled = 30_000;

    [SkippableFact]
    [Trait("Check", "PO-01")]
    [Trait("Check", "PO-04")]
    public async Task LookUpsOfThePortal_OfThirtyThousand_AreFoundByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" };
        });
        await using var work = host.Work();
        var (anna, firm) = (await work.RegisterAsync(), await work.RegisterAsync(new NewCustomer { OrganisationName = "Engines Ltd" }));
        var token = (await work.Get<PortalAccounts>().InviteAsync(new PortalAccountRequest(anna, EmailAddress.Parse("anna@example.com")) { OrganisationId = firm })).Value.Token!;
        work.Context.Add(new ChangeRequest(
            ChangeRequestId.New(host.Clock.Now), new ChangeDetails(anna, OwnDataChange.Prefer(LanguageTag.Parse("it")), "", 1, ChangePolicy.Approve), Actor.Agent("ada"), host.Clock.Now));
        await work.SaveAsync();
        await using (var two = host.Work(new CrmScope(Actor.Guest) { TenantId = "two" }))
        {
            (await two.Get<PortalInvitations>().ReadAsync(token)).Should().BeNull("it is another tenant's");
            (await two.Get<PortalInvitations>().AcceptAsync(token)).Errors.Single().Code.Should().Be("PortalInvitationUnknown");
        }

        await FillAsync<PortalAccount>(work, "portal_accounts");
        await FillAsync<ChangeRequest>(work, "change_requests");

        var (plans, page) = (new QueryPlans(seen, "crm_portal_accounts"), new PageRequest { Take = 20 });
        (await work.Get<PortalInvitations>().ReadAsync(token))!.Email.Should().Be("anna@example.com");
        plans.ShouldSeek("by token", "ux_portal_accounts_token");
        (await work.Get<PortalPrincipals>().FindByEmailAsync(EmailAddress.Parse("n77@example.com"))).Should().BeNull("it is invited only");
        plans.ShouldSeek("by address", "ux_portal_accounts_email");
        (await work.Get<PortalPrincipals>().FindByIdentityAsync("https://id.example", "77")).Should().BeNull();
        plans.ShouldSeek("by identity", "ux_portal_accounts_identity");
        (await work.Get<IPortalAccountStore>().CustomersOfAsync(firm, default)).Should().BeEmpty();
        plans.ShouldSeek("of an organisation", "ix_portal_accounts_organisation");
        (await work.Get<PortalAccounts>().ListAsync(new PortalAccountCriteria { OrganisationId = firm }, page)).Items.Should().HaveCount(20);
        plans.ShouldSeek("list of an organisation", "ix_portal_accounts_organisation");
        (await work.Get<PortalAccounts>().ListAsync(new PortalAccountCriteria { CustomerId = anna }, page)).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("of a customer, who has all of them here", "ix_portal_accounts_c");
        (await work.Get<PortalAccounts>().ListAsync(null, page)).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("all", "ix_portal_accounts_created");

        plans = new QueryPlans(seen, "crm_change_requests");
        var first = await work.Get<ChangeRequestDesk>().ListAsync(anna, page: page);
        plans.ShouldSeekInOrder("of a customer, who has all of them here", "ix_change_requests_");
        (await work.Get<ChangeRequestDesk>().ListAsync(anna, page: page with { After = first.Next })).Items.Should().HaveCount(20);
        plans.ShouldSeekInOrder("next page of a customer", "ix_change_requests_");
        (await work.Get<ChangeRequestDesk>().ListAsync(status: ChangeRequestStatus.AwaitingApproval, page: page)).Items.Should().ContainSingle();
        plans.ShouldSeekInOrder("that wait for staff", "ix_change_requests_status");
        (await work.Get<IChangeRequestStore>().IsOpenAsync(anna, OwnDataDomain.Language, default)).Should().BeTrue();
        (await work.Get<ChangeRequestDesk>().ExpireAsync()).Value.Should().Be(0);
        plans.ShouldSeek("whether one waits, and what is due", "ix_change_requests_");
    }

    // Rows alone, without what saving adds: this test is about reading.
    private static async Task FillAsync<T>(CrmWork<TenantContext> work, string table)
        where T : class
    {
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var columns = context.Model.FindEntityType(typeof(T))!.GetFlattenedProperties().Select(p => p.GetColumnName()).Distinct().ToList();
        var values = columns.Select(c => c switch
        {
            "Id" => isSqlite
                ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
                : "gen_random_uuid()",
            "CreatedAt" or "RequestedAt" => isSqlite ? $"strftime('%Y-%m-%d %H:%M:%S', \"{c}\", '-' || n || ' seconds')" : $"\"{c}\" - n * interval '1 second'",
            "EmailKey" => "'n' || n || '@example.com'",
            "TokenHash" => "'hash' || n",
            "Issuer" => "'https://id.example'",
            "Subject" => "'s' || n",
            "OrganisationId" => $"case n % 100 when 0 then \"{c}\" end",
            "DueAt" => "null",
            "Status" when table == "change_requests" => "'Applied'",
            _ => $"\"{c}\"",
        });
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into crm_{table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Filled})
            select {string.Join(", ", values)} from crm_{table}, series
            """);
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030, EF1002
        context.ChangeTracker.Clear();
    }
}
