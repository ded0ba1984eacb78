using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Persistence.Specification.Outbox;

/// <summary>Notes what it gets.</summary>
public sealed class NotingHandler<TEvent>(Deliveries deliveries, CrmScopeAccessor scope) : ICrmEventHandler<TEvent>
    where TEvent : ICrmEvent
{
    public Task HandleAsync(TEvent happened, CrmDelivery delivery, CancellationToken cancellationToken) =>
        deliveries.AddAsync(this, happened, delivery, scope.Required);
}

/// <summary>Leaves one product for each delivery it handled: an effect that can be counted.</summary>
public sealed class ProductHandler(Deliveries deliveries, CrmScopeAccessor scope, IProductStore products, IClock clock) : ICrmEventHandler<CustomerCreated>
{
    public Task HandleAsync(CustomerCreated happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        products.Add(new Product(ProductId.New(now), $"gift-{Guid.NewGuid():N}", happened.DisplayName, new Money(1, Currency.Eur), now));
        return deliveries.AddAsync(this, happened, delivery, scope.Required);
    }
}
