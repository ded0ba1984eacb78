using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.SelfService;

/// <summary>A business with a portal: one firm with two people, a person of its own, and another firm.</summary>
internal sealed class PortalStory
{
    public required CrmTestHost<SpecificationContext> Host { get; init; }

    public PortalSender Sender { get; } = new();

    public CustomerId Firm { get; private set; }

    public CustomerId OtherFirm { get; private set; }

    public CustomerId Ada { get; private set; }

    public CustomerId Bob { get; private set; }

    public CustomerId Eve { get; private set; }

    public static async Task<PortalStory> OpenAsync(Func<Action<HostSetup>, Task<CrmTestHost<SpecificationContext>>> host, Action<CrmOptions>? also = null)
    {
        PortalSender? sender = null;
        var story = new PortalStory
        {
            Host = await host(s =>
            {
                s.Services = services => services.AddSingleton<IMessageSender>(_ => sender!);
                s.Crm = o =>
                {
                    o.SelfService.TokenKey = Convert.ToBase64String(new byte[32]);
                    o.SelfService.InvitationTemplate = "portal-invitation";
                    o.SuppressionKey = Convert.ToBase64String(new byte[32]);
                    also?.Invoke(o);
                };
            }),
        };
        sender = story.Sender;
        await using var work = story.Host.Work();
        (await work.Get<MessageTemplates>().WriteAsync(
            new MessageTemplateDetails("portal-invitation", Channels.Email, Purposes.Transactional.Value),
            new MessageTemplateContent(LanguageTag.Parse("en"), "https://shop.example/join/{{portal.token}}") { Subject = "Your account" })).WithoutValue().ThrowIfFailed();
        (await work.Get<MessageTemplates>().WriteAsync(
            new MessageTemplateDetails("portal-code", Channels.Email, Purposes.Transactional.Value),
            new MessageTemplateContent(LanguageTag.Parse("en"), "To change {{portal.change}}, enter/{{portal.code}}") { Subject = "Your code" })).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        (story.Firm, story.OtherFirm) = (await work.RegisterAsync(new NewCustomer { OrganisationName = "Engines Ltd" }), await work.RegisterAsync(new NewCustomer { OrganisationName = "Looms Ltd" }));
        (story.Ada, story.Bob, story.Eve) = (await PersonAsync(work, "Ada", story.Firm), await PersonAsync(work, "Bob", story.Firm), await PersonAsync(work, "Eve", null));
        return story;
    }

    public static EmailAddress EmailOf(string name) => EmailAddress.Parse($"{name.ToLowerInvariant()}@example.com");

    /// <summary>An account that was invited by staff and accepted.</summary>
    public async Task<PortalAccountId> AccountAsync(CustomerId customer, string name, CustomerId? organisation = null, PortalRole role = PortalRole.Member)
    {
        string token;
        await using (var staff = Host.Work())
        {
            token = (await staff.Get<PortalAccounts>().InviteAsync(new PortalAccountRequest(customer, EmailOf(name)) { OrganisationId = organisation, Role = role })).Value.Token!;
            await staff.SaveAsync();
        }

        return (await AcceptAsync(token)).Value;
    }

    /// <summary>A guest accepts by the token.</summary>
    public async Task<CrmResult<PortalAccountId>> AcceptAsync(string token)
    {
        await using var guest = Guest();
        var accepted = await guest.Get<PortalInvitations>().AcceptAsync(token);
        if (accepted.Succeeded)
        {
            await guest.SaveAsync();
        }

        return accepted;
    }

    public CrmWork<SpecificationContext> Guest() => Host.Work(new CrmScope(Actor.Guest));

    /// <summary>A unit of work with the actor that the account resolves to.</summary>
    public async Task<CrmWork<SpecificationContext>> AsAsync(PortalAccountId account)
    {
        await using var guest = Guest();
        return Host.Work(new CrmScope((await guest.Get<PortalPrincipals>().ResolveAsync(account))!));
    }

    public async Task<Actor?> ActorAsync(PortalAccountId account, NodaTime.Instant? signedInAt = null)
    {
        await using var guest = Guest();
        return await guest.Get<PortalPrincipals>().ResolveAsync(account, signedInAt);
    }

    public async Task DispatchAsync()
    {
        while (await Host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync() > 0)
        {
        }
    }

    private static async Task<CustomerId> PersonAsync(CrmWork<SpecificationContext> work, string name, CustomerId? firm)
    {
        var id = await work.RegisterAsync(new NewCustomer { Name = new PersonName(name, "Tester"), Emails = [EmailOf(name)] });
        if (firm is { } organisation)
        {
            (await work.Relations.JoinAsync(id, new MembershipDetails(organisation))).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        return id;
    }
}

/// <summary>Takes every message, and knows what stands at its end.</summary>
internal sealed class PortalSender : IMessageSender
{
    public List<MessageToSend> Sent { get; } = [];

    public ChannelKey Channel => Channels.Email;

    public string Last => Sent[^1].Text.Split('/')[^1];

    public Task<SendOutcome> SendAsync(MessageToSend message, CancellationToken cancellationToken)
    {
        Sent.Add(message);
        return Task.FromResult(SendOutcome.Sent($"ref-{Sent.Count}"));
    }
}
