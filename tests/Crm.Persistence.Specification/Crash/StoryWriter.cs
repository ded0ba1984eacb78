using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;

namespace Crm.Persistence.Specification.Crash;

/// <summary>Takes an order, delivers it, opens a case about it and solves it: one save each, through the front doors.</summary>
public sealed class StoryWriter(CrmTestHost<SpecificationContext> host, CustomerId customer, Action<Acknowledgement> acknowledge)
{
    public const string Sku = "kettle";
    public const int SavesPerStory = 5;

    public async Task WriteAsync()
    {
        var order = await SaveAsync(w => w.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine(Sku, 2), new NewOrderLine(Sku, 3)])));
        await SaveAsync(w => w.Orders.CompleteAsync(order.Id));
        var opened = await SaveAsync(w => w.Desk.OpenAsync(new CaseDetails(customer, "Kettle stays cold") { OrderId = order.Id, OrderLine = 1, Description = "It does nothing." }));
        await SaveAsync(w => w.Desk.ReplyAsync(opened.Id, "Please unplug it."));
        await SaveAsync(w => w.Desk.ResolveAsync(opened.Id, "Unplugged."));
    }

    private async Task<T> SaveAsync<T>(Func<CrmWork<SpecificationContext>, Task<CrmResult<T>>> act)
        where T : class, IAggregateRoot
    {
        await using var work = host.Work();
        var aggregate = (await act(work)).Value;
        await work.SaveAsync();
        acknowledge(new Acknowledgement(aggregate.AggregateId, aggregate.Version));
        return aggregate;
    }
}
