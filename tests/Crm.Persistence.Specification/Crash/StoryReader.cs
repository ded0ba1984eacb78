using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Crash;

/// <summary>Reads what <see cref="StoryWriter"/> writes.</summary>
public static class StoryReader
{
    public static async Task ReadAsync(CrmTestHost<SpecificationContext> host, CustomerId customer, CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            await using var work = host.Work();
            _ = await work.History.TimelineAsync(new(SubjectKinds.Customer, customer.Value));
            _ = await work.Context.Set<Order>().CountAsync();
        }
    }
}
