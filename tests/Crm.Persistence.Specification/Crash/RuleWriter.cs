using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Crash;

/// <summary>Delivers stored events to rules as a process that may be killed at any moment does.</summary>
public static class RuleWriter
{
    /// <summary>Delivers until nothing is left that this process may take; tells how many events each round delivered.</summary>
    public static async Task RunAsync(CrmTestHost<SpecificationContext> host, Action<Acknowledgement> acknowledge)
    {
        while (await host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync() is > 0 and var delivered)
        {
            acknowledge(new Acknowledgement(Guid.Empty, delivered));
        }
    }
}
