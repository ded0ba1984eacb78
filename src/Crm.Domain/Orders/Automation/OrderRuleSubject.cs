using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Orders;

/// <summary>Orders as rules see them: number, status, total, currency, lines, product, placedAt, purchasedOn.</summary>
internal sealed class OrderRuleSubject(IServiceProvider services, CrmErrorDescriber errors) : IRuleSubject
{
    private static readonly FieldCatalogue<Order> s_fields = new FieldCatalogueBuilder<Order>(new InMemorySource())
        .Scalar("number", ChoiceKinds.Open, o => o.Number.Value)
        .Scalar("status", ChoiceKinds.Of<OrderStatus>(), o => o.Status)
        .Number("total", o => (decimal?)o.Total.Amount)
        .Scalar("currency", ChoiceKinds.Open, o => o.Total.Currency.Code)
        .Number("lines", o => (decimal?)o.Lines.Count)
        .Several("product", ChoiceKinds.Open, o => o.Lines, l => l.Sku)
        .At("placedAt", o => o.PlacedAt)
        .Date("purchasedOn", o => o.PurchasedOn)
        .Build();

    public string Kind => SubjectKinds.Order;

    public Type IdType => typeof(OrderId);

    public bool LeadsToCustomer => true;

    public Task<IReadOnlyList<CrmError>> CheckAsync(Condition condition, CriteriaMoment moment, CancellationToken cancellationToken) =>
        Task.FromResult(s_fields.Compile(condition, moment, errors).Errors);

    public async Task<RuleRecord?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await services.GetRequiredService<IOrderStore>().FindAsync(OrderId.From(id), cancellationToken).ConfigureAwait(false) is { } found
            ? RuleRecord.InMemory(found.Id.ToSubject(), found.CustomerId.ToSubject(), (condition, moment) => Holds(found, condition, moment))
            : null;

    private CrmResult<bool> Holds(Order asked, Condition condition, CriteriaMoment moment)
    {
        var compiled = s_fields.Compile(condition, moment, errors);
        return compiled.TryGetValue(out var holds) ? holds.Compile(preferInterpretation: true)(asked) : CrmResult<bool>.Failed(compiled.Errors);
    }
}
