using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/customer-portal.md.</summary>
internal static class PortalGuide
{
    // docs: portal-options
    public static void Settle(CrmOptions options, string tokenKey)
    {
        options.SelfService.TokenKey = tokenKey;
        options.SelfService.InvitationTemplate = "portal-invitation";
        options.SelfService.ConfirmationTemplate = "portal-code";
        options.SelfService.SessionLifetime = Duration.FromHours(8);
        options.SelfService.Changes[OwnDataDomain.Name] = ChangePolicy.ReadOnly;
    }
    // docs: end

    // docs: portal-templates
    /// <summary>The two messages of the portal. The caller saves.</summary>
    public static async Task WriteTemplatesAsync(MessageTemplates templates)
    {
        var english = LanguageTag.Parse("en");
        (await templates.WriteAsync(
            new MessageTemplateDetails("portal-invitation", Channels.Email, Purposes.Transactional.Value),
            new MessageTemplateContent(english, "Join us: https://shop.example/join/{{portal.token}}") { Subject = "Your account" })).WithoutValue().ThrowIfFailed();
        (await templates.WriteAsync(
            new MessageTemplateDetails("portal-code", Channels.Email, Purposes.Transactional.Value),
            new MessageTemplateContent(english, "Somebody wants to change this: {{portal.change}}. If it was you, enter {{portal.code}}") { Subject = "Your code" })).WithoutValue().ThrowIfFailed();
    }
    // docs: end

    // docs: portal-sign-in
    /// <summary>After the host checked the password: the session begins now. The caller saves, and keeps account and instant in the cookie.</summary>
    public static async Task<CrmResult<Actor>> SignInAsync(PortalPrincipals principals, EmailAddress email) =>
        await principals.FindByEmailAsync(email) is { } account ? await principals.SignInAsync(account) : CrmErrorDescriber.Default.PortalAccountNotFound(email.Value);

    /// <summary>At every request: the scope of the account, or of a guest where the session does not count any more.</summary>
    public static async Task<CrmScope> ScopeAsync(PortalPrincipals principals, PortalAccountId account, Instant signedInAt) =>
        new(await principals.ResolveAsync(account, signedInAt) ?? Actor.Guest);
    // docs: end

    // docs: portal-colleague
    /// <summary>An administrator invites a colleague. The caller saves; the outbox sends the message.</summary>
    public static Task<CrmResult<PortalAccountView>> InviteAsync(OrganisationAccounts accounts) =>
        accounts.InviteAsync(new ColleagueInvitation(new PersonName("Bob", "Smith"), EmailAddress.Parse("bob@example.com")));
    // docs: end

    // docs: portal-change
    /// <summary>A customer changes its e-mail address. The caller saves, and asks for the code.</summary>
    public static async Task<CrmResult<ChangeRequestView>> ChangeAsync(CustomerPortal portal, OwnDataChanges changes, CustomerId customer)
    {
        if (await portal.ReadAsync(customer) is not { } own)
        {
            return CrmErrorDescriber.Default.CustomerNotFound(customer.ToString());
        }

        var old = own.Profile.ContactPoints.First(p => p.Kind == ContactPointKind.Email);
        return await changes.RequestAsync(customer, OwnDataChange.SetEmail(EmailAddress.Parse("new@example.com"), old.Id), own.Profile.Version);
    }

    /// <summary>The customer enters the code. The caller saves whatever comes back, so that wrong ones count.</summary>
    public static async Task<string> EnterAsync(OwnDataChanges changes, ChangeRequestId id, string code)
    {
        var entered = await changes.ConfirmAsync(id, code);
        return !entered.TryGetValue(out var answer) ? entered.Errors[0].Message
            : answer.IsRight ? "Changed."
            : $"That was wrong. {answer.Request.AttemptsLeft} tries are left.";
    }
    // docs: end

    // docs: portal-consent
    /// <summary>The customer agrees to advertising by mail, and later takes everything back. The caller saves.</summary>
    public static async Task ConsentAsync(CustomerPortal portal, CustomerId customer)
    {
        (await portal.GrantConsentAsync(customer, Purposes.Marketing, Channels.Email, "newsletter, version 3")).WithoutValue().ThrowIfFailed();
        (await portal.WithdrawConsentAsync(customer)).WithoutValue().ThrowIfFailed();
    }
    // docs: end
}
