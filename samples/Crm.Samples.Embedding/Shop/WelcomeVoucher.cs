using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Samples.Embedding.Shop;

// docs: event-handler
/// <summary>Gives every new customer a voucher.</summary>
public sealed class WelcomeVoucher(ShopDbContext db) : ICrmEventHandler<CustomerCreated>
{
    public Task HandleAsync(CustomerCreated happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        // No save here: the dispatcher saves this row together with its note that the event was handled. A delivery that
        // comes twice therefore gives one voucher.
        db.Vouchers.Add(new Voucher { Code = $"HELLO-{happened.CustomerId.Value:N}", CustomerId = happened.CustomerId, Value = 10 });
        return Task.CompletedTask;
    }
}
// docs: end
