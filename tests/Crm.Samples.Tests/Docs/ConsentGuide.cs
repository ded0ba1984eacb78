using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/merging-consent-erasure.md on consent.</summary>
internal static class ConsentGuide
{
    public static PurposeKey Newsletter { get; } = new("newsletter");

    // docs: consent-purposes
    public static void Settle(CrmOptions options)
    {
        options.Purposes.Register(new ConsentPurpose(new PurposeKey("newsletter"), "Newsletter", PurposeKind.Marketing));
        options.Purposes.Register(new ConsentPurpose(new PurposeKey("recall"), "Product recalls", PurposeKind.Transactional));
    }
    // docs: end

    // docs: consent-record
    public static async Task RecordAsync(ConsentDesk consents, ICrmUnitOfWork unitOfWork, CustomerId customer)
    {
        await consents.RecordAsync(new ConsentDetails(customer, Newsletter, Channels.Phone, ConsentStatus.Granted, "call")
        {
            Wording = "script 7",
            Proof = "recording 2026-06-01/114",
        });
        await consents.WithdrawAsync(customer, purpose: null, Channels.Sms, "call");   // every purpose by text message
        await unitOfWork.SaveAsync();
    }
    // docs: end

    // docs: consent-opt-in
    public static async Task<string> AskAsync(ConsentDesk consents, ICrmUnitOfWork unitOfWork, CustomerId customer)
    {
        var asked = await consents.RequestOptInAsync(
            new ConsentDetails(customer, Newsletter, Channels.Email, ConsentStatus.Pending, "web-form") { Wording = "newsletter v3" });
        await unitOfWork.SaveAsync();
        return $"https://example.com/confirm/{asked.Value.Token}";   // into the mail, and nowhere else
    }

    public static async Task<bool> ConfirmAsync(ConsentDesk consents, ICrmUnitOfWork unitOfWork, string token, string fromAddress)
    {
        var confirmed = await consents.ConfirmOptInAsync(token, $"confirmed from {fromAddress}");
        return confirmed.Succeeded && (await unitOfWork.SaveAsync()).Succeeded;
    }
    // docs: end

    // docs: consent-may-contact
    public static async Task<string?> AddressForNewsletterAsync(ContactPermissions permissions, CustomerId customer)
    {
        var decision = await permissions.MayContactAsync(customer, Newsletter, Channels.Email);
        return decision is { Succeeded: true, Value.MayContact: true } ? decision.Value.Address!.Value : null;
    }
    // docs: end
}
