using System.CommandLine;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;

namespace Crm.Samples.Console.Service.Entitlements;

/// <summary><c>crm entitlement grant CUSTOMER</c>.</summary>
internal static class EntitlementGrantCommand
{
    private static readonly Dictionary<string, EntitlementDecrease> s_decreases =
        Enum.GetValues<EntitlementDecrease>().ToDictionary(d => d.ToString().ToLowerInvariant(), d => d, StringComparer.OrdinalIgnoreCase);

    public static Command Create()
    {
        var customer = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        var (cases, hours) = (new Option<decimal?>("--cases") { Description = "How many cases." }, new Option<decimal?>("--hours") { Description = "How many hours of work." });
        var (contract, product) = (new Option<string?>("--contract") { Description = "The contract that says so." }, new Option<string?>("--product") { Description = "Only for this product." });
        var on = new Option<string>("--count-on") { Description = $"When a case counts: {string.Join(", ", s_decreases.Keys)}.", DefaultValueFactory = _ => "creation" };
        var letThrough = new Option<bool>("--let-through") { Description = "Let cases through when nothing is left, and count the excess." };
        return new Command("grant", "Grant a customer cases or hours for a period.").With(customer, cases, hours, EntitlementTexts.From, EntitlementTexts.Until, contract, product, on, letThrough).Does((run, token) =>
        {
            if (run.Get(cases) is null == (run.Get(hours) is null))
            {
                throw CommandFailure.Usage("Either --cases N or --hours N is expected.");
            }

            var (from, until, decrease) = (EntitlementTexts.Day(run, EntitlementTexts.From), EntitlementTexts.Day(run, EntitlementTexts.Until), run.Get(on)!.OneOf(on.Name, s_decreases));
            return run.WithCrmAsync(
                async session =>
                {
                    var owner = await session.CustomerAsync(run.Get(customer), token);
                    var (unit, total) = run.Get(cases) is { } counted ? (EntitlementUnit.Cases, counted) : (EntitlementUnit.Hours, run.Get(hours)!.Value);
                    var details = new EntitlementDetails(owner.Id, unit, total, from, until)
                    {
                        Contract = run.Get(contract), Sku = run.Get(product), Decrease = decrease, WhenExhausted = run.Get(letThrough) ? EntitlementExhaustion.LetThrough : EntitlementExhaustion.Refuse,
                    };
                    var granted = await session.Get<Domain.Service.Entitlements>().GrantAsync(details, token).OrFail();
                    await session.SaveAsync(token);
                    EntitlementTexts.Print(run, granted);
                },
                token);
        });
    }
}
