using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/entitlements.md.</summary>
internal static class EntitlementGuide
{
    // docs: entitlement-grant
    /// <summary>Twenty cases about kettles in 2026, counted when they are opened. The caller saves.</summary>
    public static async Task<Entitlement> GrantAsync(Entitlements entitlements, CustomerId firm) => (await entitlements.GrantAsync(
        new EntitlementDetails(firm, EntitlementUnit.Cases, 20, From: new LocalDate(2026, 1, 1), Until: new LocalDate(2026, 12, 31))
        {
            Contract = "V-2026-17",
            Sku = "KETTLE",
            Decrease = EntitlementDecrease.Creation,
            WhenExhausted = EntitlementExhaustion.Refuse,
        })).Value;
    // docs: end

    // docs: entitlement-open
    /// <summary>Opens a case under an entitlement, or says why not. Case and account are one save.</summary>
    public static async Task<CrmResult> OpenAsync(ServiceDesk desk, ICrmUnitOfWork work, CustomerId anna, CustomerId firm, EntitlementId entitlement)
    {
        var opened = await desk.OpenAsync(new CaseDetails(anna, "Stays cold") { OrganisationId = firm, Sku = "KETTLE", EntitlementId = entitlement });
        return opened.Succeeded ? await work.SaveAsync() : opened.WithoutValue();   // EntitlementExhausted, EntitlementNotValid …
    }
    // docs: end

    // docs: entitlement-options
    public static void Register(IServiceCollection services) => services.AddCrm(o => o.Entitlements.ChoosesForNewCases = true);
    // docs: end

    // docs: entitlement-hours
    /// <summary>An hour and a quarter of work on a case that has an entitlement to hours. The caller saves.</summary>
    public static async Task<decimal> ReportAsync(Entitlements entitlements, ServiceCaseId caseId) =>
        (await entitlements.ReportTimeAsync(caseId, 1.25m, "On the telephone")).Value.Remaining;
    // docs: end

    // docs: entitlement-account
    /// <summary>Why so much is left: every entry of the account, and what the account said at an instant.</summary>
    public static async Task<(IReadOnlyList<EntitlementEntry> Entries, decimal LeftThen)> ExplainAsync(Entitlements entitlements, EntitlementId id, Instant then)
    {
        var balance = (await entitlements.BalanceAsync(id, then)).Value;
        return (await entitlements.EntriesAsync(id), balance.Remaining);
    }
    // docs: end
}
