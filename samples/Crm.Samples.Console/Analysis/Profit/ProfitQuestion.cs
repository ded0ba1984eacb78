using Crm.Analytics.Profit;
using Crm.Analytics.Purchases;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>The purchases' profit that is asked for.</summary>
internal sealed record ProfitQuestion(
    IReadOnlyList<(string Customer, string Activity, decimal Quantity)> Services, IReadOnlyList<(string Customer, decimal Amount)> Discounts, ProfitOptions Options)
{
    public ProfitTable Answer(PurchaseLog log)
    {
        try
        {
            return CustomerProfit.From(
                log,
                Services.Select(use => new ServiceUse(Key(use.Customer, log), use.Activity, use.Quantity)),
                Discounts.Select(discount => new DiscountGiven(Key(discount.Customer, log), discount.Amount)),
                Options);
        }
        catch (ArgumentException unusable)
        {
            throw CommandFailure.Refused("CostsUnusable", unusable.Message.ReplaceLineEndings(" "), "services");
        }
    }

    private static PurchaseKey Key(string customer, PurchaseLog log) => KeyCollector.Like(customer, log.Customers.Kind);
}
