using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Embedding.Shop;

// docs: checkout
/// <summary>Sells: the shop's stock and the CRM's order change in one save, so both happen or neither does.</summary>
public sealed class Checkout(ShopDbContext db, OrderBook orders, ICrmUnitOfWork unitOfWork)
{
    /// <exception cref="DbUpdateException">The database refused a row of the shop: the shelf is empty.</exception>
    public async Task<CrmResult<Order>> BuyAsync(CustomerId customer, string sku, int quantity)
    {
        var article = await db.Articles.SingleAsync(a => a.Sku == sku);
        article.InStock -= quantity;

        // Front doors track and check, and never save.
        var placed = await orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine(sku, quantity)]));
        if (!placed.Succeeded)
        {
            return placed;
        }

        // One save for both. A conflict or a unique key comes back as a coded error, any other refusal as EF's exception.
        var saved = await unitOfWork.SaveAsync();
        return saved.Succeeded ? placed : CrmResult<Order>.Failed(saved.Errors);
    }
}
// docs: end
