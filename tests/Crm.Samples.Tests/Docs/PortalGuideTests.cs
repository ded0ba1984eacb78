using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/customer-portal.md says.</summary>
public sealed class PortalGuideTests
{
    [Fact]
    [Trait("Check", "PO-08")]
    public async Task Portal_WithoutStaff_SignsInChangesAndConsents()
    {
        var sender = new Sender();
        await using var host = await GuideHost<CrmDbContext>.StartAsync(
            o => PortalGuide.Settle(o, Convert.ToBase64String(new byte[32])), crm => crm.Services.AddSingleton<IMessageSender>(sender));
        await PortalGuide.WriteTemplatesAsync(host.Get<MessageTemplates>());
        var directory = host.Get<CustomerDirectory>();
        var anna = (await directory.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna@example.com")] })).Value.Id;
        var firm = (await directory.RegisterAsync(new NewCustomer { OrganisationName = "Engines Ltd" })).Value.Id;
        await host.SaveAsync();
        (await host.Get<PortalAccounts>().InviteAsync(
            new PortalAccountRequest(anna, EmailAddress.Parse("anna@example.com")) { OrganisationId = firm, Role = PortalRole.Administrator, IsSent = true })).WithoutValue().ThrowIfFailed();
        await host.SaveAsync();
        await host.DispatchAsync();

        // From here on no member of staff acts.
        PortalAccountId account;
        await using (var guest = host.As(Actor.Guest))
        {
            account = (await Get<PortalInvitations>(guest).AcceptAsync(sender.Last('/'))).Value;
            await SaveAsync(guest);
            (await PortalGuide.SignInAsync(Get<PortalPrincipals>(guest), EmailAddress.Parse("nobody@example.com"))).Succeeded.Should().BeFalse();
            (await PortalGuide.SignInAsync(Get<PortalPrincipals>(guest), EmailAddress.Parse("anna@example.com"))).Value.Name.Should().Be("Anna Rossi");
            await SaveAsync(guest);
        }

        var signedInAt = host.Clock.Now;
        await using (var guest = host.As(Actor.Guest))
        {
            (await PortalGuide.ScopeAsync(Get<PortalPrincipals>(guest), account, signedInAt - Duration.FromHours(8))).Actor.Should().Be(Actor.Guest);
        }

        await using var portal = host.As(await ActorAsync(host, account, signedInAt));
        (await PortalGuide.InviteAsync(Get<OrganisationAccounts>(portal))).WithoutValue().ThrowIfFailed();
        var change = (await PortalGuide.ChangeAsync(Get<CustomerPortal>(portal), Get<OwnDataChanges>(portal), anna)).Value;
        await SaveAsync(portal);
        await host.DispatchAsync();
        sender.Sent.Select(m => m.Address).Should().Equal("anna@example.com", "bob@example.com", "anna@example.com");

        await using var later = host.As(await ActorAsync(host, account, signedInAt));
        (await PortalGuide.EnterAsync(Get<OwnDataChanges>(later), change.Id, "ABCDE-12345")).Should().Be("That was wrong. 4 tries are left.");
        await SaveAsync(later);
        (await PortalGuide.EnterAsync(Get<OwnDataChanges>(later), change.Id, sender.Last(' '))).Should().Be("Changed.");
        await PortalGuide.ConsentAsync(Get<CustomerPortal>(later), anna);
        (await Get<OwnDataChanges>(later).RequestAsync(anna, OwnDataChange.Rename(new PersonName("Anne", null)))).Errors.Single().Code.Should().Be("ChangeNotOffered");
        await SaveAsync(later);
        var own = (await Get<CustomerPortal>(later).ReadAsync(anna))!;
        own.Profile.ContactPoints.Single().Value.Should().Be("new@example.com");
        (await Get<CustomerPortal>(later).ReadAsync(firm))!.Profile.DisplayName.Should().Be("Engines Ltd");
    }

    private static async Task<Actor> ActorAsync(GuideHost<CrmDbContext> host, PortalAccountId account, Instant signedInAt)
    {
        await using var guest = host.As(Actor.Guest);
        return (await PortalGuide.ScopeAsync(Get<PortalPrincipals>(guest), account, signedInAt)).Actor;
    }

    private static T Get<T>(AsyncServiceScope scope)
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    private static async Task SaveAsync(AsyncServiceScope scope) => (await Get<ICrmUnitOfWork>(scope).SaveAsync()).ThrowIfFailed();

    private sealed class Sender : IMessageSender
    {
        public List<MessageToSend> Sent { get; } = [];

        public ChannelKey Channel => Channels.Email;

        public string Last(char before) => Sent[^1].Text.Split(before)[^1];

        public Task<SendOutcome> SendAsync(MessageToSend message, CancellationToken cancellationToken)
        {
            Sent.Add(message);
            return Task.FromResult(SendOutcome.Sent());
        }
    }
}
