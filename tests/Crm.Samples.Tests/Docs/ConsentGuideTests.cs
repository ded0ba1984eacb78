using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/merging-consent-erasure.md says of consent.</summary>
public sealed class ConsentGuideTests
{
    [Fact]
    [Trait("Check", "CM-12")]
    public async Task Newsletter_AskedForAndConfirmed_MayBeSent()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(ConsentGuide.Settle);
        var (desk, work, permissions) = (host.Get<ConsentDesk>(), host.Get<ICrmUnitOfWork>(), host.Get<ContactPermissions>());
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna@example.com")] })).Value.Id;
        await host.SaveAsync();

        await ConsentGuide.RecordAsync(desk, work, anna);
        (await ConsentGuide.AddressForNewsletterAsync(permissions, anna)).Should().BeNull();
        var link = await ConsentGuide.AskAsync(desk, work, anna);
        (await ConsentGuide.AddressForNewsletterAsync(permissions, anna)).Should().BeNull();
        await using var visitor = host.As(Actor.Guest);
        (await ConsentGuide.ConfirmAsync(
            visitor.ServiceProvider.GetRequiredService<ConsentDesk>(), visitor.ServiceProvider.GetRequiredService<ICrmUnitOfWork>(), link.Split('/')[^1], "192.0.2.1")).Should().BeTrue();
        (await ConsentGuide.AddressForNewsletterAsync(permissions, anna)).Should().Be("anna@example.com");
        (await desk.StatesAsync(anna)).Select(s => (s.Channel, s.Standing)).Should().Equal((Channels.Email, ConsentStanding.Granted), (Channels.Phone, ConsentStanding.Granted));
    }
}
