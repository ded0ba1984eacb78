using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What criteria on customers may ask of their purchases.</summary>
internal sealed class PurchaseFields : IRelatedFields
{
    private static readonly ChoiceKind<Currency?> s_currency = new(text => Currency.TryFromCode(text, out var currency) ? currency : null, []);

    public string RecordKind => SubjectKinds.Customer;

    public string Relation => "purchases";

    public void AddTo<T>(FieldCatalogueBuilder<T> builder)
        where T : class
    {
        // What came back is a fact of its own with negative amounts: it counts in sums, and is no purchase.
        var sale = new Condition("kind", CriteriaOperators.Equal, "sale");
        builder
            .Related<PurchaseFact, LocalDate?>(
                Relation,
                DateKind.Instance,
                f => f.PurchasedOn,
                fields => fields
                    .Scalar("product", ChoiceKinds.Open, f => f.Sku)
                    .Number("amount", f => f.Amount.Amount)
                    .Scalar("currency", s_currency, f => f.Amount.Currency)
                    .Number("quantity", f => f.Quantity)
                    .Scalar("kind", ChoiceKinds.Of<PurchaseKind>(), f => f.Kind))
            ?.Count("count", sale).Exists("exists", sale).Sum("sum", "amount").Least("min", "amount", sale).Greatest("max", "amount", sale)
            .First("first", sale).Last("last", sale).Values<string?>("product", sale)
            .Facts("purchase", "kind", "sale").Facts("return", "kind", "return").Facts("cancellation", "kind", "cancellation");
    }
}
