using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>What tests of campaigns do again and again.</summary>
internal static class CampaignHosts
{
    /// <summary>A customer with an address who agreed to advertising.</summary>
    public static async Task<CustomerId> ReadyAsync<TContext>(this CrmTestHost<TContext> host, string name, bool consents = true, string? address = "")
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var mail = address is { Length: 0 } ? $"{name.ToLowerInvariant()}@example.org" : address;
        var id = (await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName(name, "Known"), Emails = mail is null ? [] : [EmailAddress.Parse(mail)] })).Value.Id;
        await work.SaveAsync();
        if (consents)
        {
            (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(id, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        return id;
    }
}
