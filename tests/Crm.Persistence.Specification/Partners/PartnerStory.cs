using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Partners;

/// <summary>What tests of partners begin with.</summary>
internal static class PartnerStory
{
    public static Country Italy { get; } = Country.FromCode("IT");

    public static async Task<CustomerId> OrganisationAsync<TContext>(this CrmWork<TContext> work, string name)
        where TContext : DbContext, ICrmDbContext => await work.RegisterAsync(new NewCustomer { OrganisationName = name });

    public static async Task<PartnerId> PartnerAsync<TContext>(this CrmWork<TContext> work, string name, PartnerSettings? settings = null, string? tier = "silver")
        where TContext : DbContext, ICrmDbContext
    {
        var partner = (await work.Get<PartnerDirectory>().RegisterAsync(await work.OrganisationAsync(name), settings: settings)).Value;
        if (tier is not null)
        {
            (await work.Get<PartnerDirectory>().GradeAsync(partner.Id, tier)).WithoutValue().ThrowIfFailed();
        }

        await work.SaveAsync();
        return partner.Id;
    }

    /// <summary>Invites somebody of a partner, who accepts; what signs in as it.</summary>
    public static async Task<CrmScope> SignUpAsync(this CrmTestHost<SpecificationContext> host, PartnerId partner, string principal, PartnerAccountRole role = PartnerAccountRole.Member)
    {
        await using var work = host.Work();
        var issued = (await work.Get<PartnerAccounts>().InviteAsync(partner, principal, role)).Value;
        await work.SaveAsync();
        await using (var guest = host.Work(new CrmScope(Actor.Guest)))
        {
            (await guest.Get<PartnerAccounts>().AcceptAsync(issued.Token, principal)).WithoutValue().ThrowIfFailed();
            await guest.SaveAsync();
        }

        await using var other = host.Work();
        return new CrmScope((await other.Get<PartnerPrincipals>().ResolveAsync(principal))!);
    }

    public static async Task<LeadId> LeadAsync<TContext>(this CrmWork<TContext> work, string organisation, string? region = null)
        where TContext : DbContext, ICrmDbContext
    {
        var lead = (await work.Get<LeadDesk>().ReceiveAsync(new LeadDetails
        {
            Organisation = organisation, Name = new PersonName("Lea", "Lead"), Email = EmailAddress.Parse("lea@prospect.example"), Topic = "Kettles", Description = "Secret budget",
            Address = new PostalAddress(null, null, "20121", "Milano", region, Italy),
        })).Value;
        await work.SaveAsync();
        return lead.Id;
    }

    public static async Task<string> CodeAsync<T>(this Task<CrmResult<T>> result)
        where T : notnull => (await result) is { Succeeded: false } refused ? refused.Errors[0].Code : "";
}
